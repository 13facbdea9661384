import { commands, type TextDocumentContentProvider, Uri, ViewColumn, window } from 'vscode';
import { answerText, comparableText, summaryText } from './deliveryText';
import type { Delivery } from './wire/delivery';
import type { DeliveryHistory } from './wire/history';

export const documentScheme = 'bitbucket-webhook-delivery';

type Part = 'answer' | 'request' | 'comparison';

/** How the names of a part's documents end. A request has the name that a schema is found by. */
const endings: Readonly<Record<Part, string>> = {
  answer: 'answer.txt',
  request: 'bitbucket.json',
  comparison: 'delivery.txt',
};

/** The document that shows a part of a delivery. Its name is what a tab shows after a reload. */
export function deliveryUri({ id, eventKey }: Delivery, part: Part): Uri {
  const name = eventKey.replace(/[^\w]+/g, '-').slice(0, 100);
  return Uri.from({ scheme: documentScheme, path: `/delivery/${id}/${name}.${endings[part]}` });
}

export function summaryUri(batch: string): Uri {
  return Uri.from({ scheme: documentScheme, path: `/deliveries/${batch}/summary.txt` });
}

/** Read-only plain text of what is in the history. What isn't there any more is empty. */
export class DeliveryDocuments implements TextDocumentContentProvider {
  constructor(private readonly history: DeliveryHistory) {}

  async provideTextDocumentContent({ path }: Uri): Promise<string> {
    const [, kind, id = '', name = ''] = /^\/(delivery|deliveries)\/([\w-]+)\/([^/]+)$/.exec(path) ?? [];
    if (kind === 'deliveries') {
      const deliveries = (await this.history.list()).filter(({ batch }) => batch === id);
      return deliveries.length === 0 ? '' : summaryText([...deliveries].reverse());
    }
    const delivery = await this.history.find(id);
    if (!delivery) {
      return '';
    }
    if (name.endsWith(endings.request)) {
      return delivery.body;
    }
    return name.endsWith(endings.comparison) ? comparableText(delivery) : answerText(delivery);
  }
}

/** Shows a document beside the text editor that has the focus and keeps it, or else in front. */
export async function showBeside(uri: Uri): Promise<void> {
  const editor = window.activeTextEditor;
  const isBeside = editor !== undefined && !isDeliveryDocument(editor.document.uri);
  const viewColumn = isBeside ? ViewColumn.Beside : ViewColumn.Active;
  await commands.executeCommand('vscode.open', uri, { viewColumn, preserveFocus: isBeside, preview: true });
}

function isDeliveryDocument({ scheme }: Uri): boolean {
  return scheme === documentScheme;
}
