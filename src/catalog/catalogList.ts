import type { BitbucketError } from '../bitbucket/fault';
import type { HookEvent } from '../bitbucket/hookEvents';
import type { ListOrigin } from './storedList';

/** An event with all that is known about it. */
export interface CatalogEvent extends HookEvent {
  /** The subject types whose webhooks can subscribe to it. */
  readonly subjectTypes: readonly string[];
  readonly origin: ListOrigin;
}

/** The subject types as they stand now. */
export interface SubjectTypeList {
  readonly names: readonly string[];
  readonly origin: ListOrigin;
  /** Why the last load failed. */
  readonly fault: BitbucketError | undefined;
}

/** The events of one subject type as they stand now. */
export interface EventList {
  readonly events: readonly HookEvent[];
  readonly origin: ListOrigin;
  /** The API has a further page of a live list. */
  readonly hasMore: boolean;
  /** The number of events on all pages, where Bitbucket says it. */
  readonly total: number | undefined;
  /** Why the last load failed. */
  readonly fault: BitbucketError | undefined;
  /** What failed is a further page; otherwise the whole list could not be had, or not a newer one. */
  readonly isPageFault: boolean;
}
