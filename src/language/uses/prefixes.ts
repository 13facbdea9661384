import type { KeyChecks } from '../check/findings';
import type { Place } from '../place/place';
import type { Reading } from '../syntax/reading';

/** `pullrequest:`, `^repo:`, `/^repo:/`, `pullrequest:*`, `repo:commit_status_.*`, `*`. */
const beginning = /^\/?\^?([a-z]+(?::[a-z_]*)?|)(\.?\*{1,2}.*|\(.*|\/)?$/;

/**
 * What the keys begin with that a place takes all together: a prefix that is tested for, a wildcard, a family. `undefined`
 * where it means one event.
 */
export function prefixAt(text: string, { purpose, context }: Place, checks: KeyChecks): string | undefined {
  const [first] = context;
  const [, start, wildcard] = beginning.exec(text) ?? [];
  if (purpose !== 'handles' || start === undefined || first === undefined) {
    return undefined;
  }
  if (start === '') {
    return wildcard !== undefined && first.deed === 'listens' ? '' : undefined;
  }
  const isTested = first.deed === 'matches' && !first.isLabelled;
  if (isTested && start.includes(':') && checks.mayBeUse(start)) {
    // A whole key, right or wrong, that others begin with at most.
    return checks.known.some((key) => key !== start && key.startsWith(start)) ? start : undefined;
  }
  const isCompared = first.kind === 'operand' || first.kind === 'case';
  // `eventKey.split(':')[0] === 'repo'`
  const isOfEvent = first.says === 'event' || first.says === 'header' || /event_?key/i.test(first.name.text);
  const isFamily = isTested || wildcard !== undefined || (isCompared && isOfEvent);
  const isBeginning = start.includes(':') ? /[:_]$/.test(start) || isTested || wildcard !== undefined : isFamily;
  return isBeginning && checks.known.some((key) => key.startsWith(start)) ? start : undefined;
}

/** The same of a regular expression that has no quotes: `/^pullrequest:/`. */
export function prefixInPattern({ tree, text }: Reading, at: number): string | undefined {
  const node = tree.resolveInner(at, 1);
  return node.name === 'RegExp' ? /^\/\^?([a-z]+:(?:[a-z_]*_)?)/.exec(text.slice(node.from, node.to))?.[1] : undefined;
}
