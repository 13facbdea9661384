import type { Fault } from '../bitbucket/fault';
import type { CatalogEvent } from '../catalog/eventCatalog';

export interface SubjectTypeNode {
  readonly kind: 'subjectType';
  readonly name: string;
}

export interface EventNode {
  readonly kind: 'event';
  readonly event: CatalogEvent;
  readonly parent: SubjectTypeNode;
}

/** The last child while there are further pages. */
export interface LoadMoreNode {
  readonly kind: 'loadMore';
  readonly parent: SubjectTypeNode;
  /** The number of events above it. */
  readonly loaded: number;
  /** The number of events on all pages, where Bitbucket says it. */
  readonly total: number | undefined;
}

/** The last child after a load failed: of a subject type, or (without parent) of the tree itself. */
export interface RetryNode {
  readonly kind: 'retry';
  readonly parent: SubjectTypeNode | undefined;
  readonly fault: Fault;
}

/** The only child of a subject type without events. */
export interface EmptyNode {
  readonly kind: 'empty';
  readonly parent: SubjectTypeNode;
}

export type TreeNode = SubjectTypeNode | EventNode | LoadMoreNode | RetryNode | EmptyNode;
