import { env, l10n } from 'vscode';
import type { ListOrigin } from '../catalog/storedList';

/** Where a list comes from, at one glance: "live", "bundled list of Nov 23, 2026". */
export function originText(origin: ListOrigin): string {
  switch (origin.kind) {
    case 'live':
      return l10n.t('live');
    case 'bundled':
      return l10n.t('bundled list of {0}', dayText(origin.date));
  }
}

function dayText(date: Date): string {
  // The day is a day of the calendar, not a moment: it must not shift with the time zone.
  return new Intl.DateTimeFormat(env.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
