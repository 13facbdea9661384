import { l10n } from 'vscode';
import { events } from '../events/events';
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

/** Those of some keys whose events Bitbucket can't send any more. */
export function removedAmong(keys: readonly string[]): string[] {
  return keys.filter((key) => events.get(key)?.removed !== undefined);
}

/** What was done with some keys, with a warning of those whose events Bitbucket can't send any more. */
export function withRemovals(text: string, keys: readonly string[]): string {
  const removed = removedAmong(keys);
  return joinTexts([text, removed.length > 0 ? l10n.t('Bitbucket no longer sends {0}', removed.join(', ')) : ''], ' · ');
}
