import type { Row } from './rows';

/** How many times faster than what people would use instead, by language, so that what is typed never waits for us. */
const timesFaster = {
  yaml: { typing: 25, opening: 1, block: 10 },
  json: { typing: 0.5, opening: 0.2, block: 5 },
  typescript: { typing: 5, opening: 1, block: 5 },
} as const;

/** The same of `activate()` and loading yaml-language-server. */
const timesFasterAtStart = 50;

/**
 * Each goal in a line. All are shares of what another program takes in the same run, on the same documents: milliseconds
 * would be a goal for the machine.
 */
export function goalLines(rows: readonly Row[]): string[] {
  const row = (group: string, what: string) => rows.find((each) => each.group === group && each.what === what);
  const load = rows.find(({ what, peer }) => what === 'load only' && peer === 'yaml-language-server')?.peerTimes
    ?.median;
  const activate = rows.find(({ what }) => what === 'activate() alone')?.ours.median;
  const ofLanguages = Object.entries(timesFaster).flatMap(([language, goals]) => {
    const typing = row('completion', `${language}, 10,000 lines`);
    const opening = row('first list after opening', `${language}, 1,000 lines`)?.ours.median;
    const check = (size: string) => row('check', `${language}, ${size} lines`)?.peerTimes?.median;
    const blocks = rows.filter(({ group, what }) => group === 'longest block' && what.startsWith(`${language},`));
    return [
      goal(`${language}, 10,000 lines: a letter`, typing?.ours.median, typing?.peerTimes?.median, goals.typing),
      goal(`${language}, 1,000 lines: first list, beside a check`, opening, check('1,000'), goals.opening),
      ...blocks.map(({ what, ours }) =>
        goal(`${what}: longest block, beside a check`, ours.p95, check('100,000'), goals.block),
      ),
    ];
  });
  return [...ofLanguages, goal('activate(), beside loading the other', activate, load, timesFasterAtStart)].flat();
}

/** @param other Milliseconds of the other program. Nothing is said of what wasn't measured. */
function goal(what: string, ours: number | undefined, other: number | undefined, times: number): string[] {
  if (ours === undefined || other === undefined) {
    return [];
  }
  const ratio = other / ours;
  return [`${ratio >= times ? 'reached' : 'missed '} ${what}: ${ratio.toFixed(1)}×, goal ${times}×`];
}
