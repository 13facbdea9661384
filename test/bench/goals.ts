import type { Row } from './rows';

/** How many times faster than what people would use instead, by language: what is typed must not wait for us. */
const timesFaster = { yaml: 50, json: 1, typescript: 5 } as const;

/** Of loading yaml-language-server: what `activate()` may take. */
const startUpTimesFaster = 50;

/**
 * Each goal in a line. All are shares of what another program takes in the same run, on the same documents: milliseconds
 * would be a goal for the machine.
 */
export function goalLines(rows: readonly Row[]): string[] {
  const row = (group: string, what: string) => rows.find((each) => each.group === group && each.what === what);
  const load = rows.find(({ what, peer }) => what === 'load only' && peer === 'yaml-language-server')?.peerTimes
    ?.median;
  const activate = rows.find(({ what }) => what === 'activate() alone')?.ours.median;
  return [
    ...Object.entries(timesFaster).flatMap(([language, times]) => {
      const typing = row('completion', `${language}, 10,000 lines`);
      const opening = row('first list after opening', `${language}, 1,000 lines`);
      const reading = row('check', `${language}, 1,000 lines`)?.peerTimes?.median;
      const readingAll = row('check', `${language}, 100,000 lines`)?.peerTimes?.median;
      const blocks = rows.filter(({ group, what }) => group === 'longest block' && what.startsWith(`${language},`));
      return [
        goal(
          `completion after a letter, ${language}, 10,000 lines: median`,
          typing?.ours.median,
          typing?.peerTimes?.median,
          times,
        ),
        goal(
          `completion after a letter, ${language}, 10,000 lines: p95`,
          typing?.ours.p95,
          typing?.peerTimes?.median,
          times / 2,
        ),
        goal(`first list after opening, ${language}, 1,000 lines, beside a check`, opening?.ours.median, reading, 1),
        ...blocks.map(({ what, ours }) =>
          goal(`longest block: ${what}: p95, beside a check`, ours.p95, readingAll, times),
        ),
      ];
    }),
    goal('activate(), beside loading yaml-language-server', activate, load, startUpTimesFaster),
  ].flat();
}

/** @param other Milliseconds of the other program, of which ours may take a share. Nothing is said of what wasn't measured. */
function goal(what: string, ours: number | undefined, other: number | undefined, times: number): string[] {
  if (ours === undefined || other === undefined) {
    return [];
  }
  const ratio = other / ours;
  return [`${ratio >= times ? 'reached' : 'missed '} ${what}: ${ratio.toFixed(1)}× faster, goal ${times}×`];
}
