import { ratioOf, type Row } from './rows';

/** Goals that several rows tell of together, each said in a line. */
export function goalLines(rows: readonly Row[]): string[] {
  const completions = rows.filter(({ group }) => group === 'completion');
  const languages = [...new Set(completions.map(({ what }) => what.split(',')[0] ?? ''))];
  const growth = languages.flatMap((language) => [
    ...growthLine(rows, 'completion', language, '100', 2),
    ...growthLine(rows, 'check', language, '10,000', 20),
  ]);
  const slowest = Math.max(
    ...rows.filter(({ group }) => group === 'completion' || group === 'hover').map(({ ours }) => ours.p95),
  );
  const keystroke = line('p95 of completion and hover: under 1 ms', `${slowest.toFixed(2)} ms`, slowest < 1);
  const activate = rows.find(({ what }) => what === 'activate() alone');
  const limit = 2 * (activate?.peerTimes?.median ?? 0) + 5;
  const startUp =
    activate &&
    line(
      `activate(): under ${limit.toFixed(1)} ms`,
      `${activate.ours.median.toFixed(1)} ms`,
      activate.ours.median <= limit,
    );
  const missed = rows.filter((row) => row.goal !== undefined && (ratioOf(row) ?? 0) < row.goal);
  return [
    ...growth,
    ...(completions.length > 0 ? [keystroke] : []),
    ...(startUp === undefined ? [] : [startUp]),
    ...missed.map((row) => `missed  ${row.group}: ${row.what}: ${row.goal ?? 0}×: ${(ratioOf(row) ?? 0).toFixed(1)}×`),
  ];
}

/** Whether 100,000 lines take at most `most` times as long as fewer do. */
function growthLine(rows: readonly Row[], group: string, language: string, fewer: string, most: number): string[] {
  const median = (lines: string): number =>
    rows.find((row) => row.group === group && row.what === `${language}, ${lines} lines`)?.ours.median ?? Number.NaN;
  const growth = median('100,000') / median(fewer);
  return Number.isNaN(growth)
    ? []
    : [
        line(
          `${group}: ${language}, 100,000 lines against ${fewer}: at most ${most}×`,
          `${growth.toFixed(1)}×`,
          growth <= most,
        ),
      ];
}

function line(goal: string, value: string, isReached: boolean): string {
  return `${isReached ? 'reached' : 'missed '} ${goal}: ${value}`;
}
