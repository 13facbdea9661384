import { l10n } from 'vscode';
import type { Place } from './comparison/collect';
import type { CatchAll, ComparedEvent, Comparison, Conclusion } from './comparison/compare';
import { LinkedText } from './linkedText';

/** Where a part of the text leads: to a place, to all places of an event, to its sample. */
export type ComparisonLink =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'event'; readonly key: string; readonly places: readonly Place[] }
  | { readonly kind: 'sample'; readonly key: string };

/**
 * A comparison for people: what follows for each event, what needs a look first, with the places below it. Tests and
 * samples come last.
 *
 * @param key The event that was asked about, if it was one.
 */
export function comparisonText(comparison: Comparison, key?: string): LinkedText<ComparisonLink> {
  const text = new LinkedText<ComparisonLink>();
  const events = comparison.events.filter((event) => key === undefined || event.key === key);
  const catchAlls = comparison.catchAlls.filter(({ prefix }) => key?.startsWith(prefix) ?? true);
  text.line(
    key === undefined
      ? l10n.t('Bitbucket events in the code of this workspace')
      : l10n.t('{0} in the code of this workspace', key),
  );
  text.line(coverage(comparison));
  for (const conclusion of Object.keys(conclusions) as (keyof typeof conclusions)[]) {
    const those = events.filter((event) => event.conclusion === conclusion);
    section(text, `${conclusionText(conclusion)} (${those.length})`, those, (event) => {
      writeEvent(text, event);
    });
  }
  section(text, l10n.t('Perhaps handled: whatever begins so'), catchAlls, (catchAll) => {
    writeCatchAll(text, catchAll);
  });
  const tested = events.filter(({ tests }) => tests.length > 0);
  section(text, l10n.t('In tests and samples'), tested, ({ key: tried, tests }) => {
    writeKey(text, tried, tests);
    text.line();
    writePlaces(text, tests, ({ purpose }) => (purpose === 'mentions' ? l10n.t('named') : purposeText(purpose)));
  });
  if (events.length + catchAlls.length === 0) {
    text.line().line(key === undefined ? l10n.t('No file uses a Bitbucket event.') : l10n.t('No file uses {0}.', key));
  }
  return text;
}

/** In the order in which they are shown. Tests have a section of their own. */
const conclusions: Readonly<Record<Exclude<Conclusion, 'testsOnly'>, true>> = {
  mistake: true,
  unknown: true,
  removed: true,
  subscribedOnly: true,
  perhapsHandled: true,
  handledOnly: true,
  handledAndSubscribed: true,
};

function conclusionText(conclusion: keyof typeof conclusions): string {
  switch (conclusion) {
    case 'mistake':
      return l10n.t('Known mistakes: Bitbucket sends nothing of that name');
    case 'unknown':
      return l10n.t('Unknown: not in the list of events');
    case 'removed':
      return l10n.t('Removed: Bitbucket sends it no more');
    case 'subscribedOnly':
      return l10n.t('Subscribed to, not handled');
    case 'perhapsHandled':
      return l10n.t('Subscribed to, perhaps handled');
    case 'handledOnly':
      return l10n.t('Handled, never subscribed to here');
    case 'handledAndSubscribed':
      return l10n.t('Handled and subscribed to');
  }
}

function section<Item>(
  text: LinkedText<ComparisonLink>,
  title: string,
  items: readonly Item[],
  write: (item: Item) => void,
): void {
  if (items.length > 0) {
    text.line().line(title);
    items.forEach(write);
  }
}

function writeEvent(text: LinkedText<ComparisonLink>, event: ComparedEvent): void {
  const { key, conclusion, rightKeys, handles, subscribes, perhapsHandles } = event;
  writeKey(text, key, [...handles, ...subscribes, ...perhapsHandles]);
  if (rightKeys.length > 0) {
    text.write(`  ${l10n.t('use {0}', rightKeys.join(', '))}`);
  } else if (conclusion !== 'mistake' && conclusion !== 'unknown') {
    text.write('  ').link(l10n.t('Sample'), { kind: 'sample', key });
  }
  text.line();
  writePlaces(text, [...handles, ...subscribes], ({ purpose }) => purposeText(purpose));
  if (conclusion === 'perhapsHandled') {
    writePlaces(text, perhapsHandles, ({ text: written }) => l10n.t('perhaps handles ({0})', written));
  }
}

function writeCatchAll(text: LinkedText<ComparisonLink>, { prefix, places }: CatchAll): void {
  writeKey(text, `${prefix}*`, places);
  text.line();
  writePlaces(text, places, ({ text: written }) => l10n.t('perhaps handles ({0})', written));
}

function writeKey(text: LinkedText<ComparisonLink>, key: string, places: readonly Place[]): void {
  text.write('  ').link(key, { kind: 'event', key, places });
}

function writePlaces(text: LinkedText<ComparisonLink>, places: readonly Place[], does: (place: Place) => string): void {
  for (const place of places) {
    text
      .write('      ')
      .link(`${place.file.path}:${place.line}`, { kind: 'place', place })
      .line(`  ${does(place)}`);
  }
}

function purposeText(purpose: Place['purpose']): string {
  return purpose === 'subscribes' ? l10n.t('subscribes') : l10n.t('handles');
}

/** Which files were looked into, and which weren't. */
function coverage({ files, read, leftOut: { tooLarge, binary, unreadable } }: Comparison): string {
  const done = read + tooLarge + binary + unreadable;
  const parts = [
    done < files
      ? l10n.t('Stopped: {0} of {1} files were looked into.', read, files)
      : l10n.t('Files looked into: {0}.', read),
    tooLarge > 0 ? l10n.t('Left out, being larger than 1 MB: {0}.', tooLarge) : '',
    binary > 0 ? l10n.t('Left out, being no text: {0}.', binary) : '',
    unreadable > 0 ? l10n.t('Could not be read: {0}.', unreadable) : '',
    files === 0 ? l10n.t('VS Code has found none that may hold code.') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
