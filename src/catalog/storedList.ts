import type { HookEvent } from '../bitbucket/hookEvents';

/** Where a list of events comes from, in the order in which they win. */
export type ListOrigin =
  /** Bitbucket's answer to this window. */
  | { readonly kind: 'live' }
  /** Part of the extension; `date` is the day it was made. */
  | { readonly kind: 'bundled'; readonly date: Date };

/** A complete list from before this window asked Bitbucket: what there is until a live one arrives, or without one. */
export interface StoredList {
  readonly origin: ListOrigin;
  /** Each subject type's events, in the API's order. */
  readonly subjectTypes: ReadonlyMap<string, readonly HookEvent[]>;
}
