import { commands, type TextDocumentContentProvider, Uri, ViewColumn, window } from 'vscode';
import { answerText, comparableText, summaryText } from './deliveryText';
import type { BodySource } from './sending';
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

/** The id of the delivery that a document is of. */
export function deliveryIdOf({ scheme, path }: Uri): string | undefined {
  return scheme === documentScheme ? /^\/delivery\/([\w-]+)\//.exec(path)?.[1] : undefined;
}

/** The batch that a document sums up. */
export function batchOf({ scheme, path }: Uri): string | undefined {
  return scheme === documentScheme ? /^\/deliveries\/([\w-]+)\//.exec(path)?.[1] : undefined;
}

export function summaryUri(batch: string): Uri {
  return Uri.from({ scheme: documentScheme, path: `/deliveries/${batch}/summary.txt` });
}

/** Whether a document is an answer, or part of it. */
export const isAnswer = ({ path }: Uri): boolean => path.endsWith(`.${endings.answer}`);

/** Read-only plain text of what is in the history. What isn't there any more is empty. */
export class DeliveryDocuments implements TextDocumentContentProvider {
  constructor(
    private readonly history: DeliveryHistory,
    private readonly bodies: Pick<BodySource, 'samples'>,
  ) {}

  async provideTextDocumentContent({ path }: Uri): Promise<string> {
    const [, kind, id = '', name = ''] = /^\/(delivery|deliveries)\/([\w-]+)\/([^/]+)$/.exec(path) ?? [];
    if (kind === 'deliveries') {
      const deliveries = (await this.history.list()).filter(({ batch }) => batch === id);
      return deliveries.length === 0
        ? ''
        : summaryText([...deliveries].reverse(), await this.variantsNotAmong(deliveries));
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

  /** How many variants of their events weren't sent. */
  private async variantsNotAmong(deliveries: readonly Delivery[]): Promise<number> {
    const counts = [...new Set(deliveries.map(({ eventKey }) => eventKey))].map(async (key) => {
      const sent = new Set(deliveries.flatMap(({ eventKey, variant }) => (eventKey === key ? (variant ?? []) : [])));
      return (await this.bodies.samples(key)).filter(({ title }) => !sent.has(title)).length;
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }
}

/**
 * Shows a document beside the text editor in front, or else there. The focus stays where it is: an answer comes when it
 * comes, and would close a list in which somebody is typing.
 */
export async function showBeside(uri: Uri): Promise<void> {
  const editor = window.activeTextEditor;
  const isBeside = editor !== undefined && !isDeliveryDocument(editor.document.uri);
  const viewColumn = isBeside ? ViewColumn.Beside : ViewColumn.Active;
  await commands.executeCommand('vscode.open', uri, { viewColumn, preserveFocus: true, preview: true });
}

function isDeliveryDocument({ scheme }: Uri): boolean {
  return scheme === documentScheme;
}
