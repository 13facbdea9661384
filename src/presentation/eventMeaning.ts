import { l10n } from 'vscode';
import { meanings } from '../catalog/meanings';

/** What an event means, in our words and the user's language; `undefined` of one that is new to us. */
export function eventMeaning(key: string): string | undefined {
  const meaning = meanings.get(key);
  return meaning && l10n.t(meaning);
}
