import type { Times } from './measure';

/** One line of the table. Times are milliseconds, memory is megabytes. */
export interface Row {
  readonly group: string;
  readonly what: string;
  readonly ours: Times;
  /** Who else does it, or the least that anybody could do. */
  readonly peer?: string;
  readonly isLimit?: boolean;
  readonly peerTimes?: Times;
  readonly memory?: { readonly ours: number; readonly peer?: number };
}

export type Report = (row: Row) => void;

/** How many times faster ours is. */
export function ratioOf({ ours, peerTimes }: Row): number | undefined {
  return peerTimes && peerTimes.median / ours.median;
}

/** The rows as a Markdown table, which reads well in a terminal too. */
export function table(rows: readonly Row[]): string {
  const header = ['', 'ours', 'p95', 'beside it', 'median', 'p95', 'ratio', 'memory'];
  const lines = rows.map((row) => {
    const ratio = ratioOf(row);
    return [
      `${row.group}: ${row.what}`,
      duration(row.ours.median),
      duration(row.ours.p95),
      row.peer ?? '',
      row.peerTimes ? duration(row.peerTimes.median) : '',
      row.peerTimes ? duration(row.peerTimes.p95) : '',
      ratio === undefined ? '' : row.isLimit === true ? `1/${short(1 / ratio)}` : `${short(ratio)}×`,
      row.memory ? [row.memory.ours, row.memory.peer].flatMap((value) => value?.toFixed(1) ?? []).join(' / ') : '',
    ];
  });
  const widths = header.map((title, at) => Math.max(title.length, ...lines.map((cells) => cells[at]?.length ?? 0)));
  const format = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 || at === 3 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 || at === 3 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [format(header), rule, ...lines.map(format)].join('\n');
}

function short(value: number): string {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1);
}

function duration(milliseconds: number): string {
  if (milliseconds < 1) {
    return `${(milliseconds * 1000).toFixed(milliseconds < 0.01 ? 1 : 0)} µs`;
  }
  return milliseconds < 1000
    ? `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
