import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import type { BitbucketError } from '../bitbucket/fault';
import type { SubjectTypeEntry } from '../bitbucket/hookEvents';
import { isOutage } from '../bitbucket/retry';
import { cachedAt, live, type ListOrigin } from './listOrigin';
import { type Asker, Request } from './request';
import type { BundledCatalog, CachedCatalog, CompleteList, ListedEvents } from './storedList';
import { type EventList, SubjectTypeEvents } from './subjectTypeEvents';

/**
 * Subject types that Bitbucket has withdrawn in favour of `workspace`: its REST reference says so, and dropped them in
 * 2022. A server that still returns them gets them shown last.
 */
const deprecated = new Set(['team', 'user']);

export function isDeprecatedSubjectType(name: string): boolean {
  return deprecated.has(name);
}

/** The subject types as they stand now. */
export interface SubjectTypeList {
  readonly names: readonly string[];
  readonly origin: ListOrigin;
  /** Why the last load failed. */
  readonly fault: BitbucketError | undefined;
}

/** A load has ended, well or not. */
export interface CatalogChange {
  /** Whose events it was about; `undefined`: the subject types themselves. */
  readonly subjectType: string | undefined;
  /** It brought a complete list, which is worth keeping. */
  readonly hasNewToKeep: boolean;
}

/** Which list is shown; `date` is when it came, in milliseconds since 1970. */
type Shown = { readonly kind: 'bundled' } | { readonly kind: 'cached' | 'live'; readonly date: number };

/** `wanted`: the user has asked to start over, and sees what there was until Bitbucket has answered. */
interface State {
  readonly kind: 'settled' | 'wanted';
  readonly shown: Shown;
}

/** Which events a renewal is about: those of all subject types, or of those that have been loaded completely before. */
export type RenewalScope = 'all' | 'known';

/**
 * What one renewal may send, of the 60 requests that Bitbucket answers in an hour; today it needs three. It ends lists
 * that don't end.
 */
const maxRequests = 50;

/** The subject types of one API, with the events of each. `eventCatalog.ts` draws the states. */
export class SubjectTypes {
  private readonly request = new Request<readonly SubjectTypeEntry[]>();
  private state: State = { kind: 'settled', shown: { kind: 'bundled' } };
  /** By name, deprecated ones last. */
  private byName: ReadonlyMap<string, SubjectTypeEvents> = new Map();

  /** @param changed Called after a load, well or not. */
  constructor(
    private readonly client: BitbucketClient,
    private readonly bundled: BundledCatalog,
    private readonly now: () => number,
    private readonly changed: (change: CatalogChange) => void,
  ) {
    this.setTypes([...bundled.subjectTypes.keys()].map((name) => ({ name, eventsUrl: '' })));
  }

  list(): SubjectTypeList {
    const { shown } = this.state;
    const { fault } = this.request;
    const names = [...this.byName.keys()];
    if (shown.kind === 'bundled') {
      return { names, origin: this.bundled.origin, fault };
    }
    return { names, origin: shown.kind === 'live' && !fault ? live : cachedAt(shown.date), fault };
  }

  /** The events of one subject type, to load them; `undefined` where it isn't listed. */
  events(name: string): SubjectTypeEvents | undefined {
    return this.byName.get(name);
  }

  /** What there is to see of the events of one subject type; one that has gone has those of the bundled list. */
  listEvents(name: string): EventList {
    const events = this.byName.get(name) ?? this.eventsOf({ name, eventsUrl: '' }, undefined);
    return events.list(this.request.fault !== undefined);
  }

  /** Every list from which something is known of events, the newer before the older ones of the same subject type. */
  get knownLists(): readonly (ListedEvents & { readonly name: string })[] {
    const isCutOff = this.request.fault !== undefined;
    return [...this.byName].flatMap(([name, events]) => events.known(isCutOff).map((list) => ({ ...list, name })));
  }

  /** The user has asked to start over, and that hasn't happened yet. */
  get isWanted(): boolean {
    return this.state.kind === 'wanted';
  }

  /** There is no list of Bitbucket's, or only an older one than the user wants, and no way to it without a retry. */
  get awaitsRetry(): boolean {
    return this.request.awaitsRetry;
  }

  /** What is worth keeping; `undefined` before anything of Bitbucket's is known. */
  get cacheable(): CachedCatalog | undefined {
    const { shown } = this.state;
    return shown.kind === 'bundled'
      ? undefined
      : {
          date: shown.date,
          subjectTypes: [...this.byName.values()].map(({ entry, lastComplete }) => ({ ...entry, list: lastComplete })),
        };
  }

  /** The subject types, and the events of those in scope, came after that time. */
  isFresh(since: number, scope: RenewalScope): boolean {
    return this.isListFresh(since) && this.outdated(since, scope).length === 0;
  }

  /** Takes what the cache has, unless live data was faster. */
  restore({ date, subjectTypes }: CachedCatalog): void {
    if (this.state.shown.kind !== 'bundled') {
      return;
    }
    const lists = new Map(subjectTypes.map(({ name, list }) => [name, list]));
    this.setTypes(subjectTypes, lists);
    this.state = { ...this.state, shown: { kind: 'cached', date } };
    if (this.isWanted) {
      // Asked for before the cache was read.
      this.refreshEvents();
    }
    this.changed({ subjectType: undefined, hasNewToKeep: false });
  }

  /** Loads the list if the user has to see a newer one; `undefined` where that is not so, or has failed before the user's eyes. */
  load(): Promise<void> | undefined {
    const isMissing = this.isWanted || this.state.shown.kind === 'bundled';
    return isMissing && !this.awaitsRetry ? this.ask('user') : undefined;
  }

  /** Loads the list again, whatever came of it before. */
  retry(): Promise<void> {
    return this.ask('user');
  }

  /**
   * Loads in the background what isn't fresh, one request after the other. A fault of one list doesn't keep the others
   * from being asked for; resolves with one that does, since Bitbucket can't be asked at all.
   */
  async renew(since: number, scope: RenewalScope, signal: AbortSignal): Promise<BitbucketError | undefined> {
    const budget = { left: maxRequests };
    if (!this.isListFresh(since)) {
      budget.left--;
      await this.ask('background');
      if (this.request.fault) {
        return outage(this.request.fault);
      }
    }
    for (const events of this.outdated(since, scope)) {
      signal.throwIfAborted();
      if (!events.isFresh(since)) {
        // The user may have loaded it in the meantime.
        await events.renew(budget, signal);
      }
      const fault = outage(events.fault);
      if (fault) {
        return fault;
      }
    }
    return undefined;
  }

  /** Drops what is being loaded, of one subject type's events or of all, and makes the next load start over. */
  refresh(name?: string): void {
    const events = name === undefined || this.state.shown.kind === 'bundled' ? undefined : this.byName.get(name);
    if (events && !this.request.fault) {
      events.refresh();
      return;
    }
    // The way to one that is only in the bundled list leads through all, as after Bitbucket could not be asked.
    this.request.abandon();
    this.state = { ...this.state, kind: 'wanted' };
    this.refreshEvents();
  }

  private ask(asker: Asker): Promise<void> {
    return this.request.run(
      asker,
      (signal) => this.client.getSubjectTypes(signal),
      (answer) => {
        if (answer) {
          this.setTypes(answer);
          this.state = { kind: 'settled', shown: { kind: 'live', date: this.now() } };
        }
        this.changed({ subjectType: undefined, hasNewToKeep: answer !== undefined });
      },
    );
  }

  private refreshEvents(): void {
    for (const events of this.byName.values()) {
      events.refresh();
    }
  }

  private outdated(since: number, scope: RenewalScope): SubjectTypeEvents[] {
    return [...this.byName.values()].filter(
      (events) => !events.isFresh(since) && (scope === 'all' || events.lastComplete !== undefined),
    );
  }

  private isListFresh(since: number): boolean {
    const { kind, shown } = this.state;
    return kind === 'settled' && shown.kind !== 'bundled' && shown.date >= since;
  }

  /** @param lists The last complete list of each, where this window has none. */
  private setTypes(entries: readonly SubjectTypeEntry[], lists?: ReadonlyMap<string, CompleteList | undefined>): void {
    // Of the bundled ones nothing was ever loaded.
    const known: typeof this.byName = this.state.shown.kind === 'bundled' ? new Map() : this.byName;
    const sorted = [...entries].sort((a, b) => Number(deprecated.has(a.name)) - Number(deprecated.has(b.name)));
    this.byName = new Map(
      sorted.map(({ name, eventsUrl }) => {
        const events = known.get(name);
        // What is loaded stays, as long as it is the same list.
        return [
          name,
          events?.entry.eventsUrl === eventsUrl
            ? events
            : this.eventsOf({ name, eventsUrl }, events?.lastComplete ?? lists?.get(name)),
        ];
      }),
    );
    for (const [name, events] of known) {
      if (this.byName.get(name) !== events) {
        events.refresh();
      }
    }
  }

  private eventsOf(entry: SubjectTypeEntry, complete: CompleteList | undefined): SubjectTypeEvents {
    const { origin, subjectTypes } = this.bundled;
    const bundled = { events: subjectTypes.get(entry.name) ?? [], origin };
    return new SubjectTypeEvents(this.client, entry, bundled, complete, this.now, (hasNewToKeep) => {
      this.changed({ subjectType: entry.name, hasNewToKeep });
    });
  }
}

function outage(fault: BitbucketError | undefined): BitbucketError | undefined {
  return fault && isOutage(fault.fault) ? fault : undefined;
}
