import type { Parser } from '@lezer/common';

/** How a language is parsed, and how its literals are written. */
export interface Language {
  readonly parser: Parser;
  /** Hides what is no part of the language, and keeps the positions of all else. */
  readonly prepare?: (text: string) => string;
  /** What ends all that is open, where a text ends of which something will be used again. */
  readonly end?: string;
  /** The quote that every literal needs; where there is none, a literal may do without. */
  readonly quote?: string;
  /** The quote that people write most; `"` where nothing is said. */
  readonly usualQuote?: "'" | '';
  /** What is around and between the elements of a list. */
  readonly list?: readonly [start: string, separator: string, end: string];
  /** Whether a mark may stand, or must, behind the last element of a list that is closed on another line. */
  readonly closingMark?: 'kept' | 'needed';
  /** A list can't stand where one text does: types are declared. */
  readonly isTyped?: boolean;
  /** Between the texts of one case of a `switch`; `, ` where nothing is said. */
  readonly caseSeparator?: string;
  /** `=` has no blanks around it where it assigns, and compares where it has. */
  readonly assignsWithoutBlanks?: boolean;
  /** Quotes that, left open, swallow the lines behind. */
  readonly lineQuotes?: string;
  /** Its lists are written by indentation too: `- item`. */
  readonly hasBlockLists?: boolean;
  /** It has values, and nothing that is done with them. */
  readonly isData?: boolean;
  /** Code before the markup, without what it stands between: Astro's. */
  readonly frontmatter?: RegExp;
  /** Expressions stand in braces in its texts: `{#if key === 'a'}`. */
  readonly hasExpressions?: boolean;
  /** Its literals are words in sentences, which may tell of what is wrong. */
  readonly isProse?: boolean;
  /** Its own text has no literals, or nobody knows how they are written. */
  readonly literalSyntaxUnknown?: boolean;
  /** Of the texts that are parsed in a few milliseconds. */
  readonly smallLength: number;
}
