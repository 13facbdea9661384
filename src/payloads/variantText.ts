import { l10n } from 'vscode';
import { joinTexts } from '../presentation/joinTexts';
import type { Sureness } from './library/certainty';
import type { PayloadVariant } from './library/payloadIndex';
import { inventedNote, noteOn, surenessSentence } from './library/surenessText';
import { variantTitles } from './library/titles';

/** What happened, in the user's language. */
export function variantTitle({ id, title }: PayloadVariant): string {
  const titles: Readonly<Record<string, string>> = variantTitles(l10n);
  return titles[id] ?? title;
}

/** How sure we are, and what else there is to say of the bodies of the event. */
export function surenessDetail(key: string, sureness: Sureness): string {
  return joinTexts([surenessSentence(sureness, l10n), inventedNote(sureness, l10n), noteOn(key, l10n)], ' ');
}
