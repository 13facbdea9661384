import assert from 'node:assert/strict';
import type { HookEvent } from '../../src/bitbucket/hookEvents';

export const writtenApi = 'https://api.example.org/2.0';
/** The subject types that the processes write, each its own. */
export const writtenNames = ['a', 'b', 'c', 'd'];

const length = 100;

/** A list whose every row tells the version. */
export function listVersion(version: number): HookEvent[] {
  return Array.from({ length }, (_, n) => ({
    key: `repo:made_up_${n}`,
    category: '',
    label: String(version),
    description: '',
  }));
}

/** The version of a list that is whole and of one piece. */
export function versionOf(events: readonly HookEvent[]): number {
  const version = Number(events[0]?.label);
  assert.deepEqual(events, listVersion(version));
  return version;
}
