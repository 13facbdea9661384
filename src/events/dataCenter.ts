import { events } from './events';

/** Keys of Bitbucket Data Center for which Cloud has none. (Its "Event payload" page.) */
const withoutTwin = [
  'repo:comment:edited',
  'repo:comment:deleted',
  'repo:secret_detected',
  'pr:deleted',
  'mirror:repo_synchronized',
  'diagnostics:ping',
];

/** The Cloud key for each of Data Center's. They look alike and mean another product, whose payloads differ. */
const cloudKeys = new Map<string, string | undefined>([
  ...withoutTwin.map((key) => [key, undefined] as const),
  ...[...events].flatMap(([key, { dataCenter = [] }]) => dataCenter.map((twin) => [twin, key] as const)),
]);

export function isDataCenterKey(text: string): boolean {
  return cloudKeys.has(text);
}

/** The Cloud key for the same happening; `undefined` where Cloud has none. */
export function cloudKeyFor(dataCenterKey: string): string | undefined {
  return cloudKeys.get(dataCenterKey);
}

/** The Data Center keys for the same happening; mostly one or none. */
export function dataCenterKeysFor(cloudKey: string): readonly string[] {
  return events.get(cloudKey)?.dataCenter ?? [];
}
