import type { Log } from '../bitbucket/log';
import type { KeyFinder, Source } from './find';
import type { IsKey } from './keys/keyForm';

/** What is asked of a `KeyFinder`, which is large and is loaded when somebody asks first. */
export type Finder = Pick<KeyFinder, 'whereTyped' | 'at' | 'insertion' | 'check' | 'removal'>;

/** Longer texts are not read at all. Characters. */
export const maxLength = 5_000_000;

/** Nothing is found in documents that are too long; the log says so once for each. */
export function lazyFinder(isKey: IsKey, log: Log): Finder {
  let loading: Promise<KeyFinder> | undefined;
  const tooLong = new WeakSet<Source>();
  const finderFor = async (document: Source): Promise<KeyFinder | undefined> => {
    const { length } = document.getText();
    if (length > maxLength) {
      if (!tooLong.has(document)) {
        tooLong.add(document);
        log.info(`A file of ${length} characters is too long to look for event keys in it (${maxLength} at most)`);
      }
      return undefined;
    }
    return (loading ??= import('#keyFinder').then(({ KeyFinder: Loaded }) => new Loaded(isKey)));
  };
  return {
    whereTyped: async (document, ...more) => (await finderFor(document))?.whereTyped(document, ...more),
    at: async (document, ...more) => (await finderFor(document))?.at(document, ...more),
    insertion: async (document, ...more) => (await finderFor(document))?.insertion(document, ...more),
    check: async (document, ...more) => (await finderFor(document))?.check(document, ...more),
    removal: async (document, ...more) => (await finderFor(document))?.removal(document, ...more) ?? [],
  };
}
