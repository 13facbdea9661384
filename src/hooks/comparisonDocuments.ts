import {
  CodeLens,
  type CodeLensProvider,
  Disposable,
  DocumentLink,
  type DocumentLinkProvider,
  EventEmitter,
  l10n,
  Location,
  Position,
  ProgressLocation,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { fileNameOf } from '../events/fileNames';
import { rangeOf } from '../language/rangeOf';
import { sampleScheme, sampleUri } from '../presentation/sampleLinks';
import { lensTitle } from '../presentation/texts';
import type { Place } from './comparison/collect';
import type { EventCatalog } from '../catalog/eventCatalog';
import { isRemoved } from '../events/removed';
import { type Comparison, handledKeys, unhandledKeys } from './comparison/compare';
import { withHooks } from './comparison/withHooks';
import { type ComparisonLink, comparisonText } from './comparisonText';
import type { HooksAccess } from './hooksAccess';
import type { LinkedText } from './linkedText';
import type { WorkspaceComparison } from './workspaceComparison';

/** Commands behind links and above the text; not in the palette. */
export const refreshCommand = '_bitbucketWebhooks.refreshComparison';
export const showPlacesCommand = '_bitbucketWebhooks.showPlaces';

/** Of the document that compares all events with the code, or one. */
export function comparisonUri(key?: string): Uri {
  const name = key === undefined ? 'events' : fileNameOf(key.replace(/[^\w:]+/g, '-'));
  return Uri.from({ scheme: sampleScheme, path: `/comparison/${name}-in-code.txt`, query: key ?? '' });
}

interface Made {
  readonly comparison: Comparison;
  readonly text: LinkedText<ComparisonLink>;
  /** Of the keys that code handles, and that webhooks can subscribe to. */
  readonly handled: readonly string[];
  /** Of those that are subscribed to and not handled. */
  readonly unhandled: readonly string[];
}

/** Read-only documents that say what follows from what code does with events; made when they are opened. */
export class ComparisonDocuments implements TextDocumentContentProvider, DocumentLinkProvider, CodeLensProvider {
  private readonly changes = new EventEmitter<Uri>();
  /** Until they are to be made anew. */
  private readonly made = new Map<string, Made>();
  private readonly subscriptions: Disposable;

  readonly onDidChange = this.changes.event;

  /** @param hooks Asked for what it knows already: opening a document sends nothing. */
  constructor(
    private readonly comparison: WorkspaceComparison,
    private readonly hooks: Pick<HooksAccess, 'lists' | 'onDidStart'>,
    private readonly catalog: EventCatalog,
  ) {
    const rewrite = () => {
      for (const { uri } of workspace.textDocuments) {
        if (this.made.has(uri.toString())) {
          this.changes.fire(uri);
        }
      }
    };
    this.subscriptions = Disposable.from(hooks.lists.onDidChange(rewrite), hooks.onDidStart(rewrite));
  }

  /** Has an open document made anew. */
  refresh(uri: Uri): void {
    this.made.delete(uri.toString());
    this.changes.fire(uri);
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changes.dispose();
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const id = uri.toString();
    // Where only hooks are others, the files needn't be looked into again.
    const comparison = this.made.get(id)?.comparison ?? (await this.compare());
    const compared = withHooks(comparison, this.hooks.lists.known, this.catalog, isRemoved);
    const text = comparisonText(compared, uri.query === '' ? undefined : uri.query);
    this.made.set(id, { comparison, text, handled: handledKeys(comparison), unhandled: unhandledKeys(compared) });
    return text.text;
  }

  private async compare(): Promise<Comparison> {
    const title = l10n.t('Comparing events with code');
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    return window.withProgress(options, (progress, token) => {
      let last = 0;
      return this.comparison.make(token, (done, of) => {
        progress.report({ message: l10n.t('{0} of {1} files', done, of), increment: (100 * (done - last)) / of });
        last = done;
      });
    });
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    return (this.madeOf(document)?.text.links ?? []).map(({ from, to, target }, index) => {
      const link = new DocumentLink(rangeOf(document, { from, to }), addressOf(target, document.uri, index));
      link.tooltip = tooltipOf(target);
      return link;
    });
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const made = this.madeOf(document);
    const lens = (title: string, tooltip: string, command: string, args: unknown[]) =>
      new CodeLens(new Range(0, 0, 0, 0), { title, tooltip, command, arguments: args });
    if (made === undefined) {
      return [];
    }
    const refresh = lens(lensTitle('refresh', l10n.t('Refresh')), l10n.t('Look into the files again'), refreshCommand, [
      document.uri,
    ]);
    const forKeys = (keys: readonly string[], title: string, command: string) => {
      // As the rows of the view are handed to commands.
      const items = keys.map((key) => ({ event: { key } }));
      return items.length > 0 ? [lens(title, keys.join(', '), command, [items[0], items])] : [];
    };
    const copy = lensTitle('copy', l10n.t('Copy create-hook request for what is handled'));
    const create = lensTitle('add', l10n.t('Create webhook for what is handled'));
    const write = lensTitle('new-file', l10n.t('New webhook handler for what isn’t handled'));
    return [
      refresh,
      ...forKeys(made.handled, copy, 'bitbucketWebhooks.copyHookRequest'),
      ...forKeys(made.handled, create, 'bitbucketWebhooks.createHook'),
      ...forKeys(made.unhandled, write, 'bitbucketWebhooks.newHandler'),
    ];
  }

  /** Where the places of an event are, by the document and which of its links it is. */
  locationsOf(uri: string, index: number): Location[] {
    const target = this.made.get(uri)?.text.links[index]?.target;
    return target?.kind === 'event' ? target.places.map(locationOf) : [];
  }

  /** What a document shows, unless it is an older text. */
  private madeOf(document: TextDocument): Made | undefined {
    const made = this.made.get(document.uri.toString());
    return made?.text.text === document.getText() ? made : undefined;
  }
}

/** Where a link leads; all places of an event by a command, which is told whose link that is. */
function addressOf(target: ComparisonLink, document: Uri, index: number): Uri {
  switch (target.kind) {
    case 'place':
      return Uri.parse(target.place.file.uri, true).with({ fragment: `L${target.place.line},${target.place.column}` });
    case 'sample':
      return sampleUri({ key: target.key });
    case 'event': {
      const args = JSON.stringify([document.toString(), index]);
      return Uri.parse(`command:${showPlacesCommand}?${encodeURIComponent(args)}`);
    }
  }
}

function locationOf({ file, line, column, text }: Place): Location {
  const start = new Position(line - 1, column - 1);
  return new Location(Uri.parse(file.uri, true), new Range(start, start.translate(0, text.length)));
}

function tooltipOf(target: ComparisonLink): string {
  switch (target.kind) {
    case 'place':
      return l10n.t('Go to this place');
    case 'sample':
      return l10n.t('Show sample payload');
    case 'event':
      return l10n.t('Show all places of {0}', target.key);
  }
}
