import { l10n } from 'vscode';
import type { ListOrigin } from '../catalog/storedList';
import { agoText, dayText } from './dateText';

/** Where a list comes from, at one glance: "Live from Bitbucket", "Cached 3 hours ago", "Bundled list of Nov 23, 2026". */
export function originText(origin: ListOrigin): string {
  switch (origin.kind) {
    case 'live':
      return l10n.t('Live from Bitbucket');
    case 'cached':
      return l10n.t('Cached {0}', agoText(origin.date));
    case 'bundled':
      return l10n.t('Bundled list of {0}', dayText(origin.date));
  }
}
