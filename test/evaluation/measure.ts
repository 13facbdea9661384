import type { CatalogEvent } from '../../src/catalog/eventCatalog';
import { KeyLookup } from '../../src/language/check/findings';
import {
  isOffered,
  KeyScan,
  looksLikeCloudAttempt,
  speaksOfBitbucketNear,
  tokenAt,
  type Found,
} from '../../src/language/scan';
import { scanDocument } from '../support/scanDocument';
import { edited, sourceOf, type CorpusFile } from './corpus';
import { occurrencesIn } from './truth';

export interface Share {
  hits: number;
  of: number;
}

/** What is offered when `typed` stands where a token was, the cursor at its end. */
function offeredAt({ languageId, lines, path }: CorpusFile, found: Found['token'], typed: string): Found | undefined {
  const changed = edited(lines, found.line, found.start, found.end, typed);
  const source = sourceOf(changed);
  const position = { line: found.line, character: found.start + typed.length };
  const at = tokenAt(languageId, source, position);
  return at !== undefined && isOffered(at.place, typed, () => speaksOfBitbucketNear(source, path, position))
    ? at
    : undefined;
}

/** Recall: at each key, typed so far, are keys offered, and does accepting one replace just what was typed? */
export function recall(file: CorpusFile, keys: readonly string[], shares: Map<string, Share>, missed: string[]): void {
  const places = new Map(
    scanDocument(file.languageId, sourceOf(file.lines)).map(({ token, place }) => [
      `${token.line}:${token.start}`,
      place,
    ]),
  );
  for (const { line, start, key } of occurrencesIn(file, keys)) {
    const strength = places.get(`${line}:${start}`)?.strength ?? 'unseen';
    const colon = key.indexOf(':') + 1;
    const prefixes = { '0': 0, '2': 2, colon, past: colon + 2 };
    for (const [name, length] of Object.entries(prefixes)) {
      const typed = key.slice(0, length);
      const whole = { line, start, end: start + key.length } as Found['token'];
      const found = offeredAt(file, whole, typed);
      const isRight = found?.token.start === start && found.token.end === start + typed.length;
      const share = shares.get(`${strength} ${name}`) ?? { hits: 0, of: 0 };
      shares.set(`${strength} ${name}`, { hits: share.hits + Number(isRight), of: share.of + 1 });
      if (!isRight) {
        missed.push(`${file.path}:${line + 1} ${key} after ${name}`);
      }
    }
  }
}

/** Noise: literals of a file without keys at which keys are offered, emptied and typed up to another family's colon. */
export function noise(file: CorpusFile, empty: Share, family: Share, offers: string[]): void {
  for (const { token } of scanDocument(file.languageId, sourceOf(file.lines))) {
    empty.of++;
    if (offeredAt(file, token, '') !== undefined) {
      empty.hits++;
      offers.push(`${file.path}:${token.line + 1} ${token.text}`);
    }
    const prefix = /^(?!pullrequest|repo:|issue:|project:|pipeline:)[\w-]+:/.exec(token.text)?.[0];
    if (prefix !== undefined) {
      family.of++;
      if (offeredAt(file, token, prefix) !== undefined) {
        family.hits++;
        offers.push(`${file.path}:${token.line + 1} ${token.text} after ${prefix}`);
      }
    }
  }
}

/** What a check for unknown keys would flag. */
export function flagged(file: CorpusFile, keys: ReadonlySet<string>): string[] {
  return new KeyScan(file.languageId, file.path)
    .read(sourceOf(file.lines), () => 'doubtful')
    .filter(({ token }) => looksLikeCloudAttempt(token.text) && !keys.has(token.text))
    .map(
      ({ token, place }) =>
        `${file.path}:${token.line + 1} ${token.text} (${place.strength === 'strong' ? place.kind : ''})`,
    );
}

/** Wrong keys that people write in public files, and Data Center's, which are wrong beside Cloud's. */
const cloudMistakes = [
  ...['merged', 'declined', 'opened', 'open', 'closed', 'deleted', 'superseded', 'reviewer_added', 'fullfilled'],
  ...['comment', 'unapproval_removed', 'updatedButNoPush', 'push_commit'],
].map((verb) => `pullrequest:${verb}`);
const otherMistakes = [
  ...['repository:push', 'repository:created', 'repo:forked', 'repo:pullrequest:created'],
  ...['issue:comment_updated', 'issue:comment_deleted', 'issue:commented', 'build:status_created', 'build:status'],
  ...['pull_request:comment_created', 'pullrequests:updated'],
];
const dataCenterKeys = ['repo:refs_changed', 'pr:opened', 'pr:merged', 'pr:declined', 'pr:comment:added'];

/** How many mistakes are marked that are put in the place of each key where keys are expected. */
export function caught(file: CorpusFile, events: readonly CatalogEvent[], share: Share, missed: string[]): void {
  const keys = new Set(events.map(({ key }) => key));
  const lookup = new KeyLookup(events);
  const scan = (lines: readonly string[], judge = lookup.judge) =>
    new KeyScan(file.languageId, file.path).read(sourceOf(lines), judge);
  for (const { token, place } of scan(file.lines, () => 'doubtful').filter((found) => keys.has(found.token.text))) {
    const siblings = place.strength === 'strong' ? place.siblings : [];
    const isAmongKeys = siblings.some((sibling) => sibling !== token.text && keys.has(sibling));
    for (const mistake of [...cloudMistakes, ...otherMistakes, ...(isAmongKeys ? dataCenterKeys : [])]) {
      const lines = edited(file.lines, token.line, token.start, token.end, mistake);
      const findings = lookup.findingsIn(scan(lines)).map((finding) => finding.token);
      const isFound = findings.some(
        ({ line, start, text }) => line === token.line && start === token.start && text === mistake,
      );
      share.of++;
      share.hits += Number(isFound);
      if (!isFound) {
        missed.push(`${file.path}:${token.line + 1} ${mistake} in place of ${token.text}`);
      }
    }
  }
}
