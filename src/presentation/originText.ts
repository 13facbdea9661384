import { l10n } from 'vscode';
import type { ListOrigin } from '../catalog/storedList';
import { dayText, momentText } from './dateText';

/** Where a list comes from, at one glance: "Live from Bitbucket", or with the day that it is of. */
export function originText(origin: ListOrigin): string {
  switch (origin.kind) {
    case 'live':
      return l10n.t('Live from Bitbucket');
    case 'cached':
      return l10n.t('Fetched {0}', momentText(origin.date));
    case 'bundled':
      return l10n.t('Bundled list of {0}', dayText(origin.date));
  }
}
