import type { SyntaxNode } from '@lezer/common';
import type { Insertion } from '../insert/insertion';
import type { Reading } from '../syntax/reading';
import type { Manner } from './manner';

/** A part of a text, as offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One of several things that code does, by what comes. */
export interface Arm extends Span {
  /** What it is chosen by, up to where its body begins: `case 'repo:push':`, `if (eventKey === 'repo:push')`. */
  readonly head: Span;
  /** The statements that are run then, or the expression that gives a value; none where nothing is done. */
  readonly body: readonly SyntaxNode[];
  /** The texts in its head. */
  readonly literals: readonly SyntaxNode[];
  /** Whether it takes whatever no other arm takes. */
  readonly isDefault: boolean;
}

/** A `switch`, a `match`, a map or a chain of `if`, before anyone knows whether it is about events. */
export interface Construct {
  /** The texts that its arms are chosen by. */
  readonly literals: readonly SyntaxNode[];
  /** The names of constants that its arms are chosen by. */
  readonly names: readonly string[];
  /** So many arms fit in, at most. */
  readonly room: number;
  /** What is done in its arms: someone who is there is busy with that. */
  readonly bodies: readonly Span[];
  /** How further arms are written, after the form of one that is chosen by a key; `undefined` where none shows how. */
  readonly writer: (isKey: (literal: SyntaxNode) => boolean) => ((keys: readonly string[]) => Insertion) | undefined;
}

/** Reads a node as a construct of its kind. */
export type ReadConstruct = (reading: Reading, node: SyntaxNode, manner: Manner) => Construct | undefined;
