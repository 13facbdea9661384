/** One row of `GET /2.0/hook_events/{subject_type}`: an event that a webhook can subscribe to. */
export interface HookEvent {
  /** The event key, such as `repo:push`: what `events` of a webhook and the header `X-Event-Key` hold. */
  readonly key: string;
  /** Bitbucket's group, such as `Pull Request`; empty where unknown. */
  readonly category: string;
  /** Bitbucket's short name, such as `Merged`; empty where unknown. */
  readonly label: string;
  /** Bitbucket's sentence about it; empty where unknown. */
  readonly description: string;
}

/** One entry of `GET /2.0/hook_events`: what a webhook can be attached to. */
export interface SubjectTypeEntry {
  /** Such as `repository` or `workspace`. */
  readonly name: string;
  /** `links.events.href`: the first page of its events, as Bitbucket gave it; empty where it gave none. */
  readonly eventsUrl: string;
}

/** One page of a subject type's events. */
export interface EventsPage {
  readonly events: readonly HookEvent[];
  /** The next page's address exactly as Bitbucket gave it; `undefined` on the last page. */
  readonly next: string | undefined;
  /** The number of events on all pages, where Bitbucket says it (it may not). */
  readonly size: number | undefined;
}
