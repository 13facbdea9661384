import { CompletionItem, CompletionItemKind, l10n, type TextDocument } from 'vscode';
import type { FoundTyping } from '../find';
import { rangeOf } from '../rangeOf';
import { headersAt } from './headersAt';

/** A name, the same in all languages. */
const sender = 'Bitbucket';

/** The headers of Bitbucket's deliveries, where the name of one stands; none at other places. */
export function headerItems(document: TextDocument, found: FoundTyping): CompletionItem[] {
  return headersAt(found).map((name, index) => {
    const item = new CompletionItem({ label: name, description: sender }, CompletionItemKind.Constant);
    item.insertText = found.needsQuotes ? `"${name}"` : found.needsClosing ? `${name}"` : name;
    item.range = rangeOf(document, found);
    item.sortText = `!${index}`;
    item.detail = l10n.t('Header of a webhook’s request');
    return item;
  });
}
