/**
 * How certain the shape of an event's body is: Bitbucket sent one like it, documentation has it, or it follows from what
 * consumers read and from the bodies of other events. Unknown: nobody has published one, and we make none up.
 */
type CertaintyLevel = 'recorded' | 'documented' | 'inferred' | 'unknown';

export interface Certainty {
  readonly certainty: CertaintyLevel;
  /** The year of the newest recorded body in a public repository. Only with `recorded`. */
  readonly newest?: number;
}

export const recorded = (newest: number): Certainty => ({ certainty: 'recorded', newest });
export const documented: Certainty = { certainty: 'documented' };
export const inferred: Certainty = { certainty: 'inferred' };
export const unknown: Certainty = { certainty: 'unknown' };

/**
 * What we know of an event. How certain the shape of its body is holds for its first variant; others may say otherwise.
 *
 * `label` and `description` are Bitbucket's own words and nobody else's: never a guess at them. All other texts are ours,
 * in English; they are data, which whoever shows them translates.
 */
export interface EventRecord extends Certainty {
  /** Bitbucket's short name; left out where no public source prints it. */
  readonly label?: string;
  /** Bitbucket's sentence about it; left out where no public source prints it. */
  readonly description?: string;
  /** What it means, with what people get wrong. No character that Markdown would take for markup. */
  readonly meaning: string;
  /** What else there is to know of its body. */
  readonly note?: string;
  /** What people write in place of the key's verb; with a family of its own where they get that wrong too. */
  readonly words?: readonly string[];
  /** What people say for it who look for it, beside all that; none of it is taken for a key in a document. */
  readonly searchTerms?: readonly string[];
  /** Bitbucket Data Center's keys for the same happening; their bodies are other bodies. */
  readonly dataCenter?: readonly string[];
  /** What Connect apps are told of in its place, and webhooks are not. */
  readonly connect?: readonly string[];
  /** What Forge apps are told of the same happening; others may share it. Its body is another body. */
  readonly forge?: string;
  /** What of `triggers` in `bitbucket-pipelines.yml` starts a pipeline then. */
  readonly pipelines?: readonly string[];
  /** Bitbucket can't send it any more, whatever a list says that still has it. */
  readonly removed?: Removal;
  /** The heading on Atlassian's page of event payloads, where it is the only one of that name. */
  readonly heading?: string;
}

/** That an event has gone. */
export interface Removal {
  /** The day: `2026-08-20`. */
  readonly date: string;
  /** What it went with. */
  readonly with: 'issueTracker';
}

/** The events whose keys begin alike. */
export interface EventFamily {
  /** Bitbucket's own name of the group. */
  readonly category: string;
  /** The heading of its section on Atlassian's page of event payloads. */
  readonly heading?: string;
  /** By event key. */
  readonly events: Readonly<Record<string, EventRecord>>;
}
