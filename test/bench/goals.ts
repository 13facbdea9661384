import { ratioOf, type Row } from './rows';

/** Goals that several rows tell of together, each said in a line. */
export function goalLines(rows: readonly Row[]): string[] {
  const typing = rows.filter(({ group, what }) => group === 'completion' && what.endsWith('10,000 lines'));
  const opening = rows.filter(({ group, what }) => group.startsWith('first list') && what.endsWith(' 1,000 lines'));
  const blocks = rows.filter(({ group }) => group === 'longest block');
  const activate = rows.find(({ what }) => what === 'activate() alone');
  const limit = 2 * (activate?.peerTimes?.median ?? 0) + 5;
  const missed = rows.filter((row) => row.goal !== undefined && (ratioOf(row) ?? 0) < row.goal);
  return [
    ...typing.map(({ what, ours }) => atMost(`completion after a letter: ${what}: median`, ours.median, 3)),
    ...typing.map(({ what, ours }) => atMost(`completion after a letter: ${what}: 95th percentile`, ours.p95, 10)),
    ...opening.map(({ what, ours }) => atMost(`a file just opened: ${what}`, ours.median, 50)),
    ...blocks.map(({ what, ours }) => atMost(`longest block: ${what}: 95th percentile`, ours.p95, 15)),
    ...(activate ? [atMost('activate()', activate.ours.median, limit)] : []),
    ...missed.map((row) => `missed  ${row.group}: ${row.what}: ${row.goal ?? 0}×: ${(ratioOf(row) ?? 0).toFixed(1)}×`),
  ];
}

/** Milliseconds. */
function atMost(what: string, value: number, most: number): string {
  return line(`${what}: at most ${most.toFixed(1)} ms`, `${value.toFixed(2)} ms`, value <= most);
}

function line(goal: string, value: string, isReached: boolean): string {
  return `${isReached ? 'reached' : 'missed '} ${goal}: ${value}`;
}
