import { type PartialParse, type Tree, TreeFragment } from '@lezer/common';
import { difference } from './difference';
import type { Language } from './language';
import { advance, finish, yieldToEventLoop } from './turns';
import { WholeParser } from './wholeParser';

/** Milliseconds that somebody who types waits for a parse: VS Code shows no list before all who were asked have answered. */
const patience = 50;

/** Milliseconds without a question, after which a large document is parsed anew. */
const pause = 300;

/** So much is added to a text at a time when it is parsed anew. Characters. */
const stage = 100_000;

/** So far behind a position the tree must reach to say what stands there. Characters. */
const margin = 2_000;

/** What is known of a large document. */
interface Kept {
  /** What was parsed last, and its tree. */
  text: string;
  tree?: Tree;
  /** Whether nothing of an earlier tree was used for it. */
  isAnew: boolean;
  language: Language;
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** A parse of the whole that goes on. */
  running?: { readonly text: string; readonly tree: Promise<Tree | undefined> } | undefined;
  /** The last question; an older one has nobody who waits for it. */
  ask?: symbol;
}

/**
 * The syntax trees of documents. Small ones are parsed anew each time. Of large ones the last tree is kept, and what an
 * edit has left alone is used again; since a tree that is made so can stay wrong after errors, they are parsed anew, in
 * slices, once nobody has asked for a while. No step takes longer than a slice.
 */
export class Trees {
  private readonly kept = new WeakMap<object, Kept>();

  /**
   * The tree for a position; `undefined` where it isn't there while somebody waits, but will be soon. `document` is what
   * the text is of.
   */
  async near(document: object, language: Language, text: string, position: number): Promise<Tree | undefined> {
    const prepared = prepare(language, text);
    if (isSmall(language, text)) {
      return language.parser.parse(prepared);
    }
    const kept = this.keptOf(document, language);
    const known = treeOf(kept, prepared);
    if (known !== undefined) {
      return known;
    }
    const ask = Symbol('ask');
    kept.ask = ask;
    const end = Date.now() + patience;
    await yieldToEventLoop();
    const parse = language.parser.startParse(prepared, fragmentsFor(kept.tree, kept.text, prepared));
    let tree = advance(parse);
    while (tree === undefined && parse.parsedPos < position + margin && Date.now() < end && kept.ask === ask) {
      await yieldToEventLoop();
      // Two at a time would only be slower.
      tree = kept.running === undefined ? (treeOf(kept, prepared) ?? advance(parse)) : undefined;
    }
    if (tree === undefined) {
      // It is read to the end for whoever asks again.
      if (kept.running === undefined) {
        void this.parseAnew(kept, prepared);
      }
      return parse.parsedPos >= position + margin ? stop(parse) : undefined;
    }
    kept.text = prepared;
    kept.tree = tree;
    kept.isAnew = false;
    this.parseAnewSoon(kept);
    return tree;
  }

  /** The tree of a whole text; `undefined` where another text of the document is asked about meanwhile. */
  async whole(document: object, language: Language, text: string): Promise<Tree | undefined> {
    const prepared = prepare(language, text);
    if (isSmall(language, text)) {
      return finish(language.parser.startParse(prepared));
    }
    const kept = this.keptOf(document, language);
    if (kept.isAnew && kept.text === prepared) {
      return kept.tree;
    }
    return kept.running?.text === prepared ? kept.running.tree : this.parseAnew(kept, prepared);
  }

  private keptOf(document: object, language: Language): Kept {
    let kept = this.kept.get(document);
    if (kept?.language !== language) {
      clearTimeout(kept?.timer);
      kept = { text: '', isAnew: false, language };
      this.kept.set(document, kept);
    }
    return kept;
  }

  private parseAnewSoon(kept: Kept): void {
    clearTimeout(kept.timer);
    kept.timer = setTimeout(() => {
      if (kept.running === undefined) {
        void this.parseAnew(kept, kept.text);
      }
    }, pause);
  }

  private async parseAnew(kept: Kept, text: string): Promise<Tree | undefined> {
    clearTimeout(kept.timer);
    const isWanted = (): boolean => kept.running === running;
    const running = { text, tree: parseInSlices(kept.language, text, isWanted) };
    kept.running = running;
    const tree = await running.tree;
    if (tree !== undefined) {
      kept.running = undefined;
      kept.text = text;
      kept.tree = tree;
      kept.isAnew = true;
    }
    return tree;
  }
}

/** The tree of just this text, if it has been made meanwhile. */
function treeOf(kept: Kept, text: string): Tree | undefined {
  return kept.text === text ? kept.tree : undefined;
}

/** A document's text as it is parsed. */
export function prepare({ prepare, end = '' }: Language, text: string): string {
  return (prepare?.(text) ?? text) + end;
}

function isSmall(language: Language, text: string): boolean {
  return text.length <= language.smallLength;
}

/** What of the last tree can be used again. */
function fragmentsFor(tree: Tree | undefined, before: string, text: string): readonly TreeFragment[] {
  return tree ? TreeFragment.applyChanges(TreeFragment.addTree(tree), [difference(before, text)]) : [];
}

/** What there is of a parse's tree. */
function stop(parse: PartialParse): Tree {
  parse.stopAt(parse.parsedPos);
  for (;;) {
    const tree = parse.advance();
    if (tree) {
      return tree;
    }
  }
}

/**
 * Parses a text from its beginning, and more of it each time: Lezer makes the nodes of all that it has read in one step,
 * in the end, but for those that it knows already.
 */
async function parseInSlices(language: Language, text: string, isWanted: () => boolean): Promise<Tree | undefined> {
  const { parser, end = '' } = language;
  const step = parser instanceof WholeParser ? text.length : stage;
  let [tree, before]: [Tree | undefined, string] = [undefined, ''];
  for (let length = 0; length < text.length || tree === undefined;) {
    length = Math.min(length + step, text.length);
    const part = length < text.length ? text.slice(0, length) + end : text;
    const parse = parser.startParse(part, fragmentsFor(tree, before, part));
    before = part;
    do {
      await yieldToEventLoop();
      if (!isWanted()) {
        return undefined;
      }
      tree = advance(parse);
    } while (tree === undefined);
  }
  return tree;
}
