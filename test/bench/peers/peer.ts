import type { MadeDocument } from '../documents';
import type { Task } from '../measure';

/** What people would use instead of ours, with one document open; every sample is about a text just edited. */
export interface Peer {
  readonly name: string;
  readonly complete: Task;
  /** Of a text that hasn't changed, as one hovers. */
  readonly hover: Task;
  readonly validate: Task;
  /** Makes the half-typed key whole, for what comes next. */
  finishTyping(): void;
}

/** Opens a document in a peer, its half-typed key being `texts[0]` or `texts[1]` in turns. */
export type OpenPeer = (document: MadeDocument) => Peer;

/** What stands half-typed in the middle of the document: the key that is typed, in two moments. */
export const typedTexts = ['repo:p', 'repo:pu'] as const;

/** A whole key, to hover over. */
export const wholeKey = 'repo:push';
