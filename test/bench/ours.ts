import { Position, type TextDocument } from 'vscode';
import type { EventCatalog } from '../../src/catalog/eventCatalog';
import { findingsIn } from '../../src/language/check/findings';
import { EventKeyCompletion } from '../../src/language/completion';
import { EventKeyHover } from '../../src/language/hover';
import { lineSource } from '../../src/language/lineSource';
import { scanDocument, speaksOfBitbucket } from '../../src/language/scan';
import { lineWith, type MadeDocument } from './documents';
import { type Peer, typedTexts, wholeKey } from './peers/peer';

/** A document as VS Code's extension host holds it: an array of lines, and an object made for each line asked for. */
export function textDocument(document: MadeDocument, typed: string): TextDocument {
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

/** The extension's own providers, called as VS Code calls them, with a document open. */
export function openOurs(document: MadeDocument, catalog: EventCatalog): Omit<Peer, 'name'> {
  const completion = new EventKeyCompletion(catalog);
  const hovers = new EventKeyHover(catalog);
  const versions = typedTexts.map((typed) => textDocument(document, typed));
  const whole = textDocument(document, wholeKey);
  const position = new Position(document.line, document.start + typedTexts[0].length);
  let current = whole;
  const prepare = (sample: number): void => {
    current = versions[sample % 2] ?? whole;
  };
  return {
    complete: { prepare, run: () => completion.provideCompletionItems(current, position)?.items.length ?? 0 },
    hover: { run: () => hovers.provideHover(whole, position) },
    validate: { prepare, run: () => check(current, catalog) },
    finishTyping: () => {
      current = whole;
    },
  };
}

/** What `KeyDiagnostics` does with a document, but for handing the outcome to VS Code. */
export function check(document: TextDocument, catalog: EventCatalog): number {
  const lines = lineSource(document);
  if (!speaksOfBitbucket(lines, document.uri.path)) {
    return 0;
  }
  const found = scanDocument(document.languageId, lines).filter(({ place }) => place.strength === 'strong');
  return findingsIn(found, catalog.listKnownEvents()).length;
}
