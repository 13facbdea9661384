import type { EventFamily, EventRecord } from './event';
import { issue } from './issue/about';
import { pipeline } from './pipeline/about';
import { project } from './project/about';
import { pullrequest } from './pullrequest/about';
import { repo } from './repo/about';

/** Where a word fits events of several families, those of the first one are meant first. */
const families: readonly EventFamily[] = [repo, pullrequest, issue, pipeline, project];

/** An event's record with the family that it belongs to. */
interface KnownEvent extends EventRecord {
  readonly family: EventFamily;
}

/** What we know of events, by key. Bitbucket may list others, of which nothing is known here. */
export const events: ReadonlyMap<string, KnownEvent> = new Map(
  families.flatMap((family) => Object.entries(family.events).map(([key, event]) => [key, { ...event, family }])),
);
