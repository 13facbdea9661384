import type { CatalogEvent } from '../../src/catalog/eventCatalog';
import type { Finding } from '../../src/language/check/finding';
import { KeyChecks } from '../../src/language/check/findings';
import { type FoundTyping, KeyFinder } from '../../src/language/find';
import { isAboutBitbucket } from '../../src/language/place/signs';
import { looksLikeAttempt } from '../../src/language/keys/keyForm';
import { type Asked, isOffered } from '../../src/language/place/offer';
import { tokensOf } from '../../src/language/place/tokens';
import { literalOf } from '../../src/language/syntax/reading';
import { isLiteral } from '../../src/language/syntax/roles';
import { knownAs } from '../support/knownEvents';
import { type CorpusFile, edited } from './corpus';
import { occurrencesIn } from './truth';

/** Shares by name, with examples of what was missed or wrong. */
export class Report {
  readonly shares = new Map<string, { hits: number; of: number; readonly examples: string[] }>();

  /** Counts one; `example` is kept where it is not as it should be. */
  add(name: string, isHit: boolean, isGood: boolean, example: string): void {
    const share = this.shares.get(name) ?? { hits: 0, of: 0, examples: [] };
    this.shares.set(name, share);
    share.of++;
    share.hits += Number(isHit);
    if (!isGood) {
      share.examples.push(example);
    }
  }
}

const howTyped: readonly (readonly [name: string, length: (key: string) => number, asked: Asked])[] = [
  ['nothing', () => 0, 'quote'],
  ['two letters', () => 2, 'otherwise'],
  ['up to the colon', (key) => key.indexOf(':') + 1, 'colon'],
  ['two more', (key) => key.indexOf(':') + 3, 'otherwise'],
];

/** Measures what the extension does with a file. */
export class Measurement {
  private readonly checks: KeyChecks;
  private readonly keys: readonly string[];
  private readonly finder: KeyFinder;
  private readonly document = { languageId: '', text: '', getText: () => this.document.text };

  constructor(
    events: readonly CatalogEvent[],
    private readonly report: Report,
  ) {
    const known = knownAs(events);
    this.checks = new KeyChecks(known);
    this.keys = events.map(({ key }) => key);
    this.finder = new KeyFinder(known);
  }

  /** At each key, typed so far: are keys offered, and does accepting one replace just what was typed? */
  async recall(file: CorpusFile): Promise<void> {
    const { path, languageId, text } = file;
    if (!isAboutBitbucket(text, path, this.checks.isKey)) {
      return;
    }
    for (const { from, key } of sampleOf(occurrencesIn(file, this.keys), text, 200)) {
      for (const [name, length, asked] of howTyped) {
        const typed = key.slice(0, length(key));
        const found = await this.at(file, edited(text, from, from + key.length, typed), from + typed.length);
        const isRight = found?.from === from && found.to === from + typed.length;
        const where = `${path}:${lineOf(text, from)} ${key} (${found?.place.strength ?? 'nothing'})`;
        const isAsked = isRight && isOffered(found, 'otherwise');
        this.report.add(`${languageId} found on request, ${name}`, isAsked, isAsked, where);
        const opens = isRight && isOffered(found, asked);
        // Letters in strings of code ask nobody.
        if (asked !== 'otherwise' || !isCode(languageId)) {
          this.report.add(`${languageId} opens by itself, ${name}`, opens, true, where);
        }
      }
    }
  }

  /** Other literals, emptied and typed anew: is the list silent? */
  async noise(file: CorpusFile, group: string): Promise<void> {
    const { path, languageId, text } = file;
    const reading = await this.finder.read({ languageId, getText: () => text });
    if (reading === undefined) {
      return;
    }
    const kind = `${languageId}, ${group}, ${isAboutBitbucket(text, path, this.checks.isKey) ? 'with' : 'no'} signs: offered`;
    const literals: { from: number; to: number; text: string }[] = [];
    reading.tree.iterate({
      enter: ({ node }) => {
        if (isLiteral(node)) {
          const literal = literalOf(reading, node);
          const { from, to, isClosed } = literal;
          const own = text.slice(from, to);
          const isKey = tokensOf(reading, literal).some(
            (token) => this.keys.includes(token.text) || looksLikeAttempt(token.text),
          );
          if (isClosed && !isKey && !own.includes('\n')) {
            literals.push({ from, to, text: own });
          }
        }
      },
    });
    // Of large files a part tells enough.
    for (const literal of sampleOf(literals, text, 300)) {
      const where = `${path}:${lineOf(text, literal.from)} ${literal.text.slice(0, 60)}`;
      const empty = await this.at(file, edited(text, literal.from, literal.to, ''), literal.from);
      const asked = empty !== undefined && isOffered(empty, 'otherwise');
      this.report.add(`${kind} on request`, asked, !asked, `${where} (${empty?.place.strength ?? ''})`);
      const typed = literal.text.slice(0, 2);
      const letters = await this.at(file, edited(text, literal.from, literal.to, typed), literal.from + typed.length);
      const [prefix = ''] = /^[\w-]+:/.exec(literal.text) ?? [];
      const colon = await this.at(file, edited(text, literal.from, literal.to, prefix), literal.from + prefix.length);
      const isQuoted = /["'`]/.test(text.charAt(literal.from - 1));
      const opens = {
        quote: isQuoted && empty !== undefined && isOffered(empty, 'quote'),
        letters: !isCode(languageId) && letters !== undefined && typed !== '' && isOffered(letters, 'otherwise'),
        colon: prefix !== '' && colon !== undefined && isOffered(colon, 'colon'),
      };
      for (const [name, isOpen] of Object.entries(opens)) {
        this.report.add(`${kind} by itself, ${name}`, isOpen, !isOpen, where);
      }
    }
  }

  /** What is marked that may be a right word of somebody else: to be looked at. */
  async marks(file: CorpusFile): Promise<string[]> {
    const findings = await this.findings(file, file.text);
    return findings.map(({ kind, from, text }) => `${file.path}:${lineOf(file.text, from)} ${kind} ${text}`);
  }

  /** Mistakes of public files, put in the place of keys. */
  async caught(file: CorpusFile): Promise<void> {
    const { path, languageId, text } = file;
    if (!isAboutBitbucket(text, path, this.checks.isKey)) {
      return;
    }
    for (const { from, key } of sampleOf(occurrencesIn(file, this.keys), text, 30)) {
      for (const mistake of sampleOf(mistakes, text, mistakes.length)) {
        const changed = edited(text, from, from + key.length, mistake);
        if (!isAboutBitbucket(changed, path, this.checks.isKey)) {
          continue;
        }
        const found = (await this.findings(file, changed)).some(
          (finding) => finding.from === from && finding.text === mistake,
        );
        this.report.add(
          `${languageId} mistakes found`,
          found,
          found,
          `${path}:${lineOf(text, from)} ${mistake} for ${key}`,
        );
      }
    }
  }

  /** As one open document that is edited time and again, so that large ones aren't parsed anew for each question. */
  private async at({ path, languageId }: CorpusFile, text: string, cursor: number): Promise<FoundTyping | undefined> {
    this.document.languageId = languageId;
    this.document.text = text;
    for (;;) {
      const found = await this.finder.whereTyped(this.document, path, cursor);
      if (found !== 'unread') {
        return found;
      }
      // Large documents are read soon.
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  private async findings({ path, languageId }: CorpusFile, text: string): Promise<readonly Finding[]> {
    const document = { languageId, getText: () => text };
    return (await this.finder.check(document, path))?.findings ?? [];
  }
}

/** Wrong keys that people write in public files. */
const mistakes = [
  ...['merged', 'declined', 'opened', 'open', 'closed', 'deleted', 'superseded', 'reviewer_added', 'fullfilled'],
  ...['comment', 'unapproval_removed', 'updatedButNoPush', 'push_commit'],
]
  .map((verb) => `pullrequest:${verb}`)
  .concat('repository:push', 'repository:created', 'repo:pullrequest:created', 'issue:comment_updated')
  .concat('issue:comment_deleted', 'issue:commented', 'build:status_created', 'build:status')
  .concat('pull_request:comment_created', 'pullrequests:updated');

/** Where strings are completed on a quote, a colon and on request only. */
function isCode(languageId: string): boolean {
  return languageId !== 'yaml' && languageId !== 'json';
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** At most so many, evenly chosen; fewer of large texts, which are parsed anew for each. */
function sampleOf<T>(all: readonly T[], text: string, most: number): readonly T[] {
  const step = Math.ceil(all.length / Math.min(most, Math.ceil(500_000 / text.length)));
  return all.filter((_, index) => index % step === 0);
}
