import { lineWith, type MadeDocument } from '../documents';
import { typedTexts, wholeKey } from './peer';

/** The part of vscode-languageserver-textdocument that is needed here. */
export interface ServerDocument {
  readonly version: number;
  readonly lineCount: number;
}

export interface ServerDocumentClass {
  create(uri: string, languageId: string, version: number, text: string): ServerDocument;
}

export interface ServerPosition {
  readonly line: number;
  readonly character: number;
}

/** A made document as language servers hold it, in the versions that come from typing in it. */
export class TextVersions {
  readonly position: ServerPosition;
  current: ServerDocument;
  private readonly texts: readonly string[];
  private version = 0;

  constructor(
    private readonly documentClass: ServerDocumentClass,
    private readonly document: MadeDocument,
    private readonly uri: string,
  ) {
    this.texts = typedTexts.map((typed) => textWith(document, typed));
    this.position = { line: document.line, character: document.start + typedTexts[0].length };
    this.current = this.create(textWith(document, wholeKey));
  }

  /** Types: makes the next version the current one. */
  next(sample: number): void {
    this.current = this.create(this.texts[sample % 2] ?? '');
  }

  /** Ends typing: the key is whole. */
  finish(): void {
    this.current = this.create(textWith(this.document, wholeKey));
  }

  private create(text: string): ServerDocument {
    const created = this.documentClass.create(this.uri, this.document.language, ++this.version, text);
    // This makes its table of lines, which servers keep up to date edit by edit.
    return created.lineCount > 0 ? created : this.current;
  }
}

export function textWith(document: MadeDocument, typed: string): string {
  return document.lines.map((text, at) => (at === document.line ? lineWith(document, typed) : text)).join('\n');
}
