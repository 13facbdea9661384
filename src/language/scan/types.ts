/** What a scanner reads: lines, never the whole text. VS Code's `TextDocument` gives a line without a copy of the rest. */
export interface LineSource {
  readonly lineCount: number;
  /** The text of a line without its line ending. */
  lineText(line: number): string;
}

/** Zero-based, in UTF-16 code units, like VS Code's positions. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** How a language writes the literals that hold event keys; `jsx` is `script` in which `<` may open an element. */
export type LanguageFamily = 'yaml' | 'json' | 'script' | 'jsx' | 'literals';

export type Quote = '"' | "'" | '`';

/** A literal or scalar that could be an event key: always on one line, its quotes excluded. */
export interface KeyToken {
  readonly line: number;
  /** First character of the text, after an opening quote. */
  readonly start: number;
  /** End of the text (exclusive), before a closing quote. */
  readonly end: number;
  readonly text: string;
  /** `undefined`: a plain YAML scalar, or nothing typed yet. */
  readonly quote: Quote | undefined;
  /** The language wants quotes here and there are none. */
  readonly needsQuotes: boolean;
  /** False while the closing quote is missing; true for what has no quotes. */
  readonly closed: boolean;
}

/** What a hook belongs to, where the document tells. */
export type SubjectType = 'workspace' | 'repository';

/** What a strong place is: the positions of public code in which event keys stand, in the order of their frequency. */
export type StrongKind =
  | 'comparison'
  | 'case'
  | 'eventList'
  | 'union'
  | 'header'
  | 'eventProperty'
  | 'constant'
  | 'call'
  | 'schemaEnum'
  | 'hookEvent'
  | 'connectModule'
  | 'tektonEventTypes'
  | 'propertyName';

/** A place where an event key is expected. */
export interface StrongPlace {
  readonly strength: 'strong';
  readonly kind: StrongKind;
  /**
   * True when the surroundings themselves speak of Bitbucket's keys (neighbours that are keys, a name like `eventKey`).
   * False for names that other products use as well (`event`, `eventType`): believe those only in a Bitbucket file.
   */
  readonly certain: boolean;
  /** The other keys of the same list, switch, union or map, as far as the look-around reaches. */
  readonly siblings: readonly string[];
  /** True when an earlier entry of the same list already holds this text. */
  readonly repeated: boolean;
  readonly subjectType: SubjectType | undefined;
}

/** Any other whole literal: nothing speaks for a key, nothing against one. */
export interface WeakPlace {
  readonly strength: 'weak';
  /** True where code holds bare strings (an argument, an element), false for the values of named properties. */
  readonly open: boolean;
}

/** Never a key: a scope list, a description, a property name without keys beside it. */
export interface NoPlace {
  readonly strength: 'none';
  readonly kind: 'propertyName' | 'scope' | 'prose' | 'foreign' | 'other';
}

export type Place = StrongPlace | WeakPlace | NoPlace;

/** A token and where it stands. */
export interface Found {
  readonly token: KeyToken;
  readonly place: Place;
}
