import { Position, type TextDocument } from 'vscode';
import type { EventCatalog } from '../../src/catalog/eventCatalog';
import { KeyLookup } from '../../src/language/check/findings';
import { EventKeyCompletion } from '../../src/language/completion';
import { EventKeyHover } from '../../src/language/hover';
import { lineSource } from '../../src/language/lineSource';
import { KeyScan } from '../../src/language/scan';
import { lineWith, type MadeDocument } from './documents';
import type { Task } from './measure';
import { type Peer, typedTexts, wholeKey } from './peers/peer';

/** A document as VS Code's extension host holds it: an array of lines, and an object made for each line asked for. */
function textDocument(document: MadeDocument, typed: string): TextDocument {
  const lines = document.lines.map((text, at) => (at === document.line ? lineWith(document, typed) : text));
  const path = `/made/hooks.${document.language}`;
  return {
    languageId: document.language,
    uri: { path, toString: () => path },
    version: 1,
    lineCount: lines.length,
    lineAt: (line: number) => ({ lineNumber: line, text: lines[line] ?? '', isEmptyOrWhitespace: false }),
  } as unknown as TextDocument;
}

/** What ours does with an open document. */
export interface Ours extends Omit<Peer, 'name'> {
  /** A check after a letter was typed, of a document that was checked before. */
  readonly recheck: Task;
}

/** The extension's own providers, called as VS Code calls them, with a document open. */
export function openOurs(document: MadeDocument, catalog: EventCatalog): Ours {
  const completion = new EventKeyCompletion(catalog);
  const hovers = new EventKeyHover(catalog);
  const versions = typedTexts.map((typed) => textDocument(document, typed));
  const whole = textDocument(document, wholeKey);
  const position = new Position(document.line, document.start + typedTexts[0].length);
  const kept = keyScan(whole);
  // The diagnostics keep one as long as the catalogue stays as it is.
  const lookup = new KeyLookup(catalog.listKnownEvents());
  let current = whole;
  const prepare = (sample: number): void => {
    current = versions[sample % 2] ?? whole;
  };
  return {
    complete: { prepare, run: () => completion.provideCompletionItems(current, position)?.items.length ?? 0 },
    hover: { run: () => hovers.provideHover(whole, position) },
    validate: { prepare, run: () => check(keyScan(current), current, lookup) },
    recheck: {
      prepare: (sample) => {
        prepare(sample);
        kept.change({ first: document.line, last: document.line, count: 1 });
      },
      run: () => check(kept, current, lookup),
    },
    finishTyping: () => {
      current = whole;
    },
  };
}

function keyScan({ languageId, uri }: TextDocument): KeyScan {
  return new KeyScan(languageId, uri.path);
}

/** Finds keys and looks them up, all but for handing the outcome to VS Code. */
function check(scan: KeyScan, document: TextDocument, lookup: KeyLookup): number {
  return lookup.findingsIn(scan.read(lineSource(document), lookup.judge)).length;
}
