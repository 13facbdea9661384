import type { Fault, Scenario } from '../server/scenario';
import type { Place } from './places';

/** One row of the fault table. */
export interface FaultRow {
  readonly name: string;
  /** What `browse` sees: of the subject types, of `repository`, of `workspace`; or by name where there are others. */
  readonly seen: readonly [string, string, string] | Readonly<Record<string, string>>;
  /** The requests that this takes. */
  readonly requests?: number;
  /** The faults of a server that is well otherwise, or a place of another kind. */
  readonly faults?: readonly Fault[];
  readonly scenario?: Partial<Scenario>;
  readonly place?: () => Place | Promise<Place>;
  /** Milliseconds for one answer; short where it never comes. */
  readonly timeout?: number;
}

/** How long to wait where one answer never comes and others, on a busy machine too, must have the time to. Milliseconds. */
export const shortTimeout = 2_000;

/** Where the subject types can't be had, the bundled lists stand in for all. */
export const allBundled = (fault: string) => [`bundled, ${fault}`, 'bundled', 'bundled'] as const;
/** Where the first page of `repository` can't be had. */
export const oneBundled = (fault: string) => ['2 live', `bundled, ${fault}`, '3 live'] as const;
/** Where `repository` stops after some events. */
export const stopped = (events: number, fault: string) => ['2 live', `${events} live, ${fault}`, '3 live'] as const;
export const allWell = ['2 live', '45 live', '3 live'] as const;

export const subjectTypesFail = (fault: Omit<Fault, 'on'>): readonly Fault[] => [{ on: '/hook_events', ...fault }];
export const firstPageFails = (fault: Omit<Fault, 'on'>): readonly Fault[] => [{ on: '/repository', ...fault }];
export const secondPageFails = (fault: Omit<Fault, 'on'>): readonly Fault[] => [{ on: 'page=2', ...fault }];
