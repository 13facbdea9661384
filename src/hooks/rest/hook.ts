import type { HookSubject } from '../../bitbucket/hookSubject';

/** A webhook as Bitbucket tells of it; `undefined` where it doesn't say. */
export interface Hook {
  /** In braces. */
  readonly uuid: string;
  /** The whole address that it sends to, which may hold a token: see `shownAddress`. */
  readonly url: string;
  /** Bitbucket's `description`, which its pages call the title; may be empty. */
  readonly title: string;
  readonly isActive: boolean | undefined;
  /** The keys that it subscribes to, each once, in Bitbucket's order. */
  readonly events: readonly string[];
  /** Whether there is a secret. It itself is never told. */
  readonly hasSecret: boolean | undefined;
  readonly skipsCertificates: boolean | undefined;
  /** Whether Bitbucket's pages keep a log of its requests. */
  readonly keepsHistory: boolean | undefined;
  readonly isReadOnly: boolean | undefined;
  /** When it was created. */
  readonly created: Date | undefined;
  /** What has created it, where Bitbucket names it. */
  readonly source: string;
}

/** The hooks of a subject, all pages of them. */
export interface HookList {
  readonly hooks: readonly Hook[];
  /** How many rows were not of the documented shape. */
  readonly malformed: number;
  /** Whether there are more pages than any subject can have: they weren't read. */
  readonly isCut: boolean;
}

/** A hook and what it is attached to. */
export interface AttachedHook {
  readonly subject: HookSubject;
  readonly hook: Hook;
}
