import { dialectOf, keysFor, namesFor } from './dialects';

/** Whether a text is a key of Data Center's. They look like Cloud's and mean another product, whose payloads differ. */
export function isDataCenterKey(text: string): boolean {
  return dialectOf(text) === 'dataCenter';
}

/** The Cloud key for the same happening; `undefined` where Cloud has none. */
export function cloudKeyFor(dataCenterKey: string): string | undefined {
  return keysFor(dataCenterKey)[0];
}

/** The Data Center keys for the same happening; mostly one or none. */
export function dataCenterKeysFor(cloudKey: string): readonly string[] {
  return namesFor(cloudKey, 'dataCenter');
}
