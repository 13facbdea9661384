import { l10n } from 'vscode';
import { events } from '../events/events';
import { isRemoved } from '../events/removed';
import { monthText } from './dateText';
import { joinTexts } from './texts';

/** In which month Bitbucket stopped sending an event; empty of all others. */
export function removalMonth(key: string): string {
  const date = events.get(key)?.removed?.date;
  return date === undefined ? '' : monthText(new Date(date));
}

/** For rows: “removed in August 2026”; empty of what Bitbucket sends. */
export function removalWords(key: string): string {
  const month = removalMonth(key);
  return month === '' ? '' : l10n.t('removed in {0}', month);
}

/** What else is to be said of something that was done with an event: that Bitbucket won't do it. None mostly. */
export function removalSentences(key: string): string[] {
  const month = removalMonth(key);
  return month === ''
    ? []
    : [l10n.t('Bitbucket no longer sends this event: it removed its issue tracker in {0}.', month)];
}

/** What was done with some keys, with a warning of those whose events Bitbucket can't send any more. */
export function withRemovals(text: string, keys: readonly string[]): string {
  const removed = keys.filter(isRemoved);
  return joinTexts(
    [text, removed.length > 0 ? l10n.t('Bitbucket no longer sends {0}', removed.join(', ')) : ''],
    ' · ',
  );
}
