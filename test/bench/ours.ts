import { CompletionTriggerKind, Position, type TextDocument } from 'vscode';
import type { EventCatalog } from '../../src/catalog/eventCatalog';
import { EventKeyCompletion } from '../../src/language/completion';
import { KeyFinder } from '../../src/language/find';
import { EventKeyHover } from '../../src/language/hover';
import { lineWith, type MadeDocument } from './documents';
import type { Task } from './measure';
import { type Peer, typedTexts, wholeKey } from './peers/peer';

/** Milliseconds, far more than any list takes. */
const patience = 60_000;

/** A document as VS Code's extension host holds it: the lines, joined when somebody asks for the text of a version. */
class OpenDocument {
  readonly languageId: string;
  readonly uri: { readonly path: string; toString(): string };
  private lines: string[];
  private text: string | undefined;

  constructor(private readonly document: MadeDocument) {
    const path = `/made/hooks.${document.language}`;
    this.languageId = document.language;
    this.uri = { path, toString: () => path };
    this.lines = [...document.lines];
    this.type(wholeKey);
  }

  type(typed: string): void {
    this.lines[this.document.line] = lineWith(this.document, typed);
    this.text = undefined;
  }

  getText(): string {
    return (this.text ??= this.lines.join('\n'));
  }

  offsetAt({ line, character }: Position): number {
    return this.lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, character);
  }

  positionAt(offset: number): Position {
    const before = this.getText().slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    return new Position(this.document.line, offset - start);
  }
}

/** What ours does with an open document. */
export interface Ours extends Omit<Peer, 'name'> {
  /** The first list in a document that was just opened, which may have been asked for several times. */
  readonly open: Task;
  /** Until the document has been read. */
  readonly read: () => Promise<number>;
}

export function finderOf(catalog: EventCatalog): KeyFinder {
  return new KeyFinder(catalog);
}

/** The extension's own providers, called as VS Code calls them, with a document open. */
export function openOurs(document: MadeDocument, catalog: EventCatalog, finder = finderOf(catalog)): Ours {
  const completion = new EventKeyCompletion(catalog, finder);
  const hovers = new EventKeyHover(catalog, finder);
  const open = new OpenDocument(document);
  const position = new Position(document.line, document.start + typedTexts[0].length);
  const offer = async (made: OpenDocument): Promise<number> => {
    const list = await completion.provideCompletionItems(
      made as unknown as TextDocument,
      position,
      { isCancellationRequested: false } as never,
      { triggerKind: CompletionTriggerKind.Invoke, triggerCharacter: undefined },
    );
    return list?.items.length ?? 0;
  };
  const prepare = (sample: number): void => {
    open.type(typedTexts[sample % 2] ?? wholeKey);
  };
  // Large documents have no list at first: who goes on typing asks again.
  const offerOnce = async (made: OpenDocument): Promise<number> => {
    const end = Date.now() + patience;
    let offered = await offer(made);
    while (offered === 0) {
      if (Date.now() > end) {
        throw new Error(`${document.language}: ours offers no keys.`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      offered = await offer(made);
    }
    return offered;
  };
  let fresh = open;
  return {
    complete: { prepare, run: () => offer(open) },
    read: () => offerOnce(open),
    open: {
      prepare: () => {
        fresh = new OpenDocument(document);
        fresh.type(typedTexts[0]);
      },
      run: () => offerOnce(fresh),
    },
    hover: { run: () => hovers.provideHover(open as unknown as TextDocument, position) },
    validate: { prepare, run: () => finder.check(open, 'bitbucket') },
    finishTyping: () => {
      open.type(wholeKey);
    },
  };
}
