import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import type { BitbucketError } from '../bitbucket/fault';
import type { HookEvent, SubjectTypeEntry } from '../bitbucket/hookEvents';
import { isOutage } from '../bitbucket/retry';
import { CatalogList, type CompleteRows, type ShownList } from './catalogList';
import { type CatalogEvent, mergeEvents } from './mergeEvents';
import type { BundledCatalog, CachedCatalog, CompleteList } from './storedList';

/**
 * Subject types that Bitbucket has withdrawn in favour of `workspace`: its REST reference says so, and dropped them in
 * 2022. A server that still returns them gets them shown last.
 */
const deprecated = new Set(['team', 'user']);

export function isDeprecatedSubjectType(name: string): boolean {
  return deprecated.has(name);
}

/** The events of one subject type as they stand now. */
export interface EventList extends Omit<ShownList<HookEvent>, 'rows'> {
  readonly events: readonly HookEvent[];
}

/** Which events a renewal is about: those of all subject types, or of those that have been loaded completely before. */
export type RenewalScope = 'all' | 'known';

/**
 * What one renewal may send, of the 60 requests that Bitbucket answers in an hour; today it needs three. It ends lists
 * that don't end.
 */
const maxRequests = 50;

/** The subject types of one API, with the events of each. */
export class SubjectTypes {
  /** The subject types themselves, in the API's order. */
  readonly all: CatalogList<SubjectTypeEntry>;
  private byName: ReadonlyMap<string, CatalogList<HookEvent>> = new Map();

  /**
   * @param changed Called when a load has ended: with the subject type whose events it was, or without, for the subject
   *   types themselves. Says also whether there is something new to keep.
   */
  constructor(
    private readonly client: BitbucketClient,
    private readonly bundled: BundledCatalog,
    cached: CachedCatalog | undefined,
    private readonly now: () => number,
    private readonly changed: (name: string | undefined, hasNewToKeep: boolean) => void,
  ) {
    const source = {
      url: client.apiBaseUrl,
      keyOf: ({ name }: SubjectTypeEntry) => name,
      fetch: async (_: string | undefined, signal: AbortSignal) => {
        const rows = await client.getSubjectTypes(signal);
        return { rows, next: undefined, size: rows.length };
      },
    };
    const rows = [...bundled.subjectTypes.keys()].map((name) => ({ name, eventsUrl: '' }));
    const complete = cached && { rows: cached.subjectTypes, date: cached.date };
    this.all = new CatalogList(source, { rows, origin: bundled.origin }, complete, now, (hasNewToKeep) => {
      this.arrange();
      changed(undefined, hasNewToKeep);
    });
    this.arrange(new Map(cached?.subjectTypes.map(({ name, list }) => [name, list])));
  }

  /** The events of each by its name, deprecated subject types last. */
  get events(): ReadonlyMap<string, CatalogList<HookEvent>> {
    return this.byName;
  }

  /** What there is to see of the events of one; of one that isn't listed, what the bundled list has. */
  listEvents(name: string): EventList {
    const list = this.byName.get(name) ?? this.eventsOf({ name, eventsUrl: '' }, undefined);
    const { rows: events, ...shown } = list.list(this.all.fault !== undefined);
    return { events, ...shown };
  }

  /** Every event once, in the API's order, wherever it is known from. */
  get knownEvents(): readonly CatalogEvent[] {
    const isCutOff = this.all.fault !== undefined;
    const known = mergeEvents(
      [...this.byName].flatMap(([name, list]) =>
        list.known(isCutOff).map(({ rows: events, origin }) => ({ name, events, origin })),
      ),
    );
    if (known.length > 0) {
      return known;
    }
    // Of subject types without a single event between them nothing is known here.
    const { origin, subjectTypes } = this.bundled;
    return mergeEvents([...subjectTypes].map(([name, events]) => ({ name, events, origin })));
  }

  /** What is worth keeping; `undefined` before anything of Bitbucket's is known. */
  get cacheable(): CachedCatalog | undefined {
    const { lastComplete } = this.all;
    const listOf = (name: string) => {
      const complete = this.byName.get(name)?.lastComplete;
      return complete && { events: complete.rows, date: complete.date };
    };
    return (
      lastComplete && {
        date: lastComplete.date,
        subjectTypes: lastComplete.rows.map(({ name, eventsUrl }) => ({ name, eventsUrl, list: listOf(name) })),
      }
    );
  }

  /** The subject types, and the events of those in scope, came after that time. */
  isFresh(since: number, scope: RenewalScope): boolean {
    return this.all.isFresh(since) && this.outdated(since, scope).length === 0;
  }

  /**
   * Loads in the background what isn't fresh, one request after the other. A fault of one list doesn't keep the others
   * from being asked for; resolves with one that does, since Bitbucket can't be asked at all.
   */
  async renew(since: number, scope: RenewalScope, signal: AbortSignal): Promise<BitbucketError | undefined> {
    const budget = { left: maxRequests };
    if (!this.all.isFresh(since)) {
      await this.all.renew(budget, signal);
      if (this.all.fault) {
        return outage(this.all.fault);
      }
    }
    for (const events of this.outdated(since, scope)) {
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
    const one = name === undefined ? undefined : this.byName.get(name);
    // The way to one that is only in the bundled list leads through all, as after Bitbucket could not be asked.
    const lists = one && this.all.lastComplete && !this.all.fault ? [one] : [this.all, ...this.byName.values()];
    for (const list of lists) {
      list.refresh();
    }
  }

  private outdated(since: number, scope: RenewalScope): CatalogList<HookEvent>[] {
    return [...this.byName.values()].filter(
      (events) => !events.isFresh(since) && (scope === 'all' || events.lastComplete !== undefined),
    );
  }

  /** Takes the subject types as they are listed now. What is loaded of their events stays, as long as it is the same list. */
  private arrange(cached?: ReadonlyMap<string, CompleteList | undefined>): void {
    const before = this.byName;
    const entries = [...this.all.list().rows].sort(
      (a, b) => Number(deprecated.has(a.name)) - Number(deprecated.has(b.name)),
    );
    this.byName = new Map(
      entries.map(({ name, eventsUrl }) => {
        const known = before.get(name);
        if (known?.source.url === eventsUrl) {
          return [name, known];
        }
        const list = cached?.get(name);
        const complete = known?.lastComplete ?? (list && { rows: list.events, date: list.date });
        return [name, this.eventsOf({ name, eventsUrl }, complete)];
      }),
    );
    for (const [name, events] of before) {
      if (this.byName.get(name) !== events) {
        events.refresh();
      }
    }
  }

  private eventsOf(entry: SubjectTypeEntry, complete: CompleteRows<HookEvent> | undefined): CatalogList<HookEvent> {
    const { client, bundled, now } = this;
    const source = {
      url: entry.eventsUrl,
      keyOf: ({ key }: HookEvent) => key,
      fetch: async (next: string | undefined, signal: AbortSignal) => {
        const page = await (next === undefined ? client.getFirstPage(entry, signal) : client.getNextPage(next, signal));
        return { ...page, rows: page.events };
      },
    };
    const rows = bundled.subjectTypes.get(entry.name) ?? [];
    return new CatalogList(source, { rows, origin: bundled.origin }, complete, now, (hasNewToKeep) => {
      this.changed(entry.name, hasNewToKeep);
    });
  }
}

function outage(fault: BitbucketError | undefined): BitbucketError | undefined {
  return fault && isOutage(fault.fault) ? fault : undefined;
}
