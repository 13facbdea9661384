import type { CatalogEvent } from '../catalog/eventCatalog';
import type { Finding } from './rest/findings';
import type { AttachedHook } from './rest/hook';
import type { HookListState } from './rest/hookLists';
import type { HooksFault } from './rest/hooksFault';
import type { ListedSubject } from './repositories';

/** The view "Hooks", as package.json has it. */
export const hooksViewId = 'bitbucketWebhooks.hooks';

/** A repository or a workspace. */
export interface SubjectNode extends ListedSubject {
  readonly kind: 'subject';
  readonly state: HookListState;
}

export interface HookNode extends AttachedHook {
  readonly kind: 'hook';
  readonly parent: SubjectNode;
  readonly findings: readonly Finding[];
}

export interface FindingNode {
  readonly kind: 'finding';
  readonly finding: Finding;
  /** `undefined` of what is said of all hooks together. */
  readonly parent: HookNode | undefined;
}

/** An event that a hook subscribes to. Commands take it as they take a row of the view "Events". */
export interface HookEventNode {
  readonly kind: 'event';
  /** With nothing but the key where the list doesn't have it. */
  readonly event: CatalogEvent;
  readonly subjectType: { readonly name: 'repository' | 'workspace' };
  readonly parent: HookNode;
}

/** Why a subject's hooks couldn't be had; the first row below it. */
export interface FaultNode {
  readonly kind: 'fault';
  readonly fault: HooksFault;
  readonly parent: SubjectNode;
}

/** What there is to say of a list: that it is on its way, or empty, or that not all of it is there. */
export interface NoteNode {
  readonly kind: 'note';
  readonly note: 'loading' | 'empty' | 'cut' | 'malformed';
  readonly parent: SubjectNode;
}

export type HooksNode = SubjectNode | HookNode | FindingNode | HookEventNode | FaultNode | NoteNode;
