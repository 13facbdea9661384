import { dialectOf } from './dialects';

/** Whether a text is a key of Data Center's. They look like Cloud's and mean another product, whose payloads differ. */
export function isDataCenterKey(text: string): boolean {
  return dialectOf(text) === 'dataCenter';
}
