import type { Log } from '../bitbucket/log';
import type { KeyFinder, Source } from './find';
import type { KnownEvents } from './keys/knownEvents';

/** What is asked of a `KeyFinder`, which is large and is loaded when somebody asks first. */
export type Finder = Pick<KeyFinder, 'whereTyped' | 'at' | 'insertion' | 'check' | 'removal' | 'uses' | 'dispatch'>;

/** Longer texts are not read at all. Characters. */
export const maxLength = 5_000_000;

/**
 * Nothing is found in documents that are too long; the log says so once for each. What is asked is answered for the text
 * at that moment: somebody may type while the finder is loaded or a tree is made, and offsets would mean something else.
 */
export function lazyFinder(events: KnownEvents, log: Log): Finder {
  let loading: Promise<KeyFinder> | undefined;
  const tooLong = new WeakSet<Source>();
  const ask = async <T>(document: Source, answer: (finder: KeyFinder, asked: Source) => Promise<T>) => {
    const text = document.getText();
    if (text.length > maxLength) {
      if (!tooLong.has(document)) {
        tooLong.add(document);
        log.info(`A file of ${text.length} characters is too long to look for event keys in it (${maxLength} at most)`);
      }
      return undefined;
    }
    const asked = { languageId: document.languageId, getText: () => text, of: document };
    loading ??= import('#keyFinder').then(({ KeyFinder: Loaded }) => new Loaded(events));
    return answer(await loading, asked);
  };
  return {
    whereTyped: (document, ...more) => ask(document, (finder, asked) => finder.whereTyped(asked, ...more)),
    at: (document, ...more) => ask(document, (finder, asked) => finder.at(asked, ...more)),
    insertion: (document, ...more) => ask(document, (finder, asked) => finder.insertion(asked, ...more)),
    check: (document, ...more) => ask(document, (finder, asked) => finder.check(asked, ...more)),
    uses: (document, ...more) => ask(document, (finder, asked) => finder.uses(asked, ...more)),
    dispatch: (document, ...more) => ask(document, (finder, asked) => finder.dispatch(asked, ...more)),
    removal: async (document, ...more) =>
      (await ask(document, (finder, asked) => finder.removal(asked, ...more))) ?? [],
  };
}
