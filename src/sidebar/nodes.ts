import type { Fault } from '../bitbucket/fault';
import type { CatalogEvent } from '../catalog/eventCatalog';

export interface SubjectTypeNode {
  readonly kind: 'subjectType';
  readonly name: string;
  /** Its events stand under their categories. */
  readonly isGrouped: boolean;
}

/** The events of one category, where the user has them grouped. */
export interface CategoryNode {
  readonly kind: 'category';
  /** Bitbucket's name; empty where it gives none. */
  readonly name: string;
  readonly parent: SubjectTypeNode;
  readonly events: readonly EventNode[];
  /** How many events of it are known, those on further pages among them. */
  readonly known: number;
  /** What the keys of all its events begin with, such as `repo:`; empty where they differ. */
  readonly family: string;
}

export interface EventNode {
  readonly kind: 'event';
  readonly event: CatalogEvent;
  /** The subject type, with or without a category in between. */
  readonly subjectType: SubjectTypeNode;
  readonly parent: SubjectTypeNode | CategoryNode;
}

/** The last child while there are further pages. */
export interface LoadMoreNode {
  readonly kind: 'loadMore';
  readonly parent: SubjectTypeNode;
  /** The number of events above it. */
  readonly loaded: number;
  /** The number of events on all pages, where Bitbucket says it. */
  readonly total: number | undefined;
  readonly isAtWork: boolean;
}

/**
 * Says that something could not be had: of a subject type, or (without parent) the subject types themselves. It is the
 * first child of what failed; where that is a further page, it stands in place of "Load more…".
 */
export interface RetryNode {
  readonly kind: 'retry';
  readonly parent: SubjectTypeNode | undefined;
  readonly fault: Fault;
  readonly isAtWork: boolean;
}

/** The only child of a subject type without events. */
interface EmptyNode {
  readonly kind: 'empty';
  readonly parent: SubjectTypeNode;
}

/** Whose rows are loaded together; `undefined`: the tree itself. */
export type LoadedParent = SubjectTypeNode | undefined;

export type TreeNode = SubjectTypeNode | CategoryNode | EventNode | LoadMoreNode | RetryNode | EmptyNode;
