import type { Certainty } from '../events/event';
import { events } from '../events/events';
import { joinTexts } from './texts';

/** What translates texts: VS Code's `l10n`, or `english` for those who read no other language. */
interface Localize {
  t(message: string, ...values: (string | number | boolean)[]): string;
}

/** The texts as they are in the sources. */
export const english: Localize = {
  t: (message, ...values) => message.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
};

/** How certain the shape of a body is, in a word or two. */
export function certaintyWord({ certainty, newest }: Certainty, l10n: Localize): string {
  switch (certainty) {
    case 'recorded':
      return newest === undefined ? l10n.t('Recorded') : l10n.t('Recorded {0}', newest);
    case 'documented':
      return l10n.t('After the documentation');
    case 'inferred':
      return l10n.t('Inferred');
    case 'unknown':
      return l10n.t('Unknown');
  }
}

/** How certain the shape of a body is, in a sentence that is short enough for one line. */
export function certaintySentence({ certainty, newest }: Certainty, l10n: Localize): string {
  switch (certainty) {
    case 'recorded':
      return newest === undefined
        ? l10n.t('Bodies that were sent have this shape.')
        : l10n.t('Bodies sent in {0} have this shape.', newest);
    case 'documented':
      return l10n.t('Not recorded: the shape is that of documentation.');
    case 'inferred':
      return l10n.t('Not recorded: the shape follows from other events.');
    case 'unknown':
      return l10n.t('Nobody has published a body of this event.');
  }
}

/** What has to be known of the samples of an event that are as certain as this; empty where there is nothing to say. */
export function sampleNotes(key: string, { certainty }: Certainty, l10n: Localize): string {
  const invented = certainty === 'unknown' ? '' : l10n.t('Names and values are invented.');
  const note = events.get(key)?.note ?? '';
  return joinTexts([invented, note === '' ? '' : l10n.t(note)], ' ');
}

/** How certain the shape of a sample is, and all else that there is to say of it. */
export function certaintyDetail(key: string, certainty: Certainty, l10n: Localize): string {
  return joinTexts([certaintySentence(certainty, l10n), sampleNotes(key, certainty, l10n)], ' ');
}
