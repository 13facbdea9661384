import { events } from './events';

/**
 * In whose way an event is named: as the key of a webhook of Bitbucket Cloud, as a Forge app's manifest has it, as a
 * trigger in `bitbucket-pipelines.yml`, or as Data Center's webhooks have it. Which name stands for which key is told by
 * what happens. Bodies differ in all of them.
 */
export type Dialect = 'webhook' | 'forge' | 'pipelines' | 'dataCenter';

/** Bitbucket's events that only Forge apps are told of, with what they mean. (Atlassian's "Bitbucket events", June 2026.) */
export const forgeOnly: ReadonlyMap<string, { readonly meaning: string }> = new Map([
  ['avi:bitbucket:pending:deployment', { meaning: 'Sent when a deployment waits for its start.' }],
  ['avi:bitbucket:started:deployment', { meaning: 'Sent when a deployment has started.' }],
  ['avi:bitbucket:completed:deployment', { meaning: 'Sent when a deployment has ended.' }],
]);

/** The names for which webhooks of Bitbucket Cloud have no key. */
const withoutKey: Readonly<Record<Exclude<Dialect, 'webhook'>, Iterable<string>>> = {
  forge: forgeOnly.keys(),
  pipelines: ['pipeline-completed', 'deployment-completed'],
  // Data Center's page "Event payload".
  dataCenter: [
    'repo:comment:edited',
    'repo:comment:deleted',
    'repo:secret_detected',
    'pr:deleted',
    'mirror:repo_synchronized',
    'diagnostics:ping',
  ],
};

interface Name {
  readonly dialect: Dialect;
  readonly keys: readonly string[];
}

const names = new Map<string, Name>();

for (const [dialect, withoutTwin] of Object.entries(withoutKey) as [Dialect, Iterable<string>][]) {
  for (const name of withoutTwin) {
    names.set(name, { dialect, keys: [] });
  }
}
for (const key of events.keys()) {
  for (const dialect of ['webhook', 'forge', 'pipelines', 'dataCenter'] as const) {
    for (const name of namesFor(key, dialect)) {
      names.set(name, { dialect, keys: [...keysFor(name), key] });
    }
  }
}

/** What an event is called in a dialect: one name, none, or several. */
export function namesFor(key: string, dialect: Dialect): readonly string[] {
  const { forge, pipelines = [], dataCenter = [] } = events.get(key) ?? {};
  const all = { webhook: [key], forge: forge === undefined ? [] : [forge], pipelines, dataCenter };
  return all[dialect];
}

/** Whose name a text is, if it is one. */
export function dialectOf(text: string): Dialect | undefined {
  return names.get(text)?.dialect;
}

/** The keys that webhooks have for what a name stands for. */
export function keysFor(name: string): readonly string[] {
  return names.get(name)?.keys ?? [];
}

/** All names of a dialect. */
export function namesIn(dialect: Dialect): readonly string[] {
  return [...names].flatMap(([name, of]) => (of.dialect === dialect ? [name] : []));
}

/** The names of a dialect for what a name of another one stands for; of four keys that share one, that one. */
export function translate(name: string, dialect: Dialect): readonly string[] {
  return [...new Set(keysFor(name).flatMap((key) => namesFor(key, dialect)))];
}
