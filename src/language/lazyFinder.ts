import type { KeyFinder } from './find';
import type { IsKey } from './keys/keyForm';

/** What is asked of a `KeyFinder`, which is large and is loaded when somebody asks first. */
export type Finder = Pick<KeyFinder, 'whereTyped' | 'at' | 'insertion' | 'check' | 'removal'>;

export function lazyFinder(isKey: IsKey): Finder {
  let loading: Promise<KeyFinder> | undefined;
  const finder = (): Promise<KeyFinder> =>
    (loading ??= import('#keyFinder').then(({ KeyFinder: Loaded }) => new Loaded(isKey)));
  return {
    whereTyped: async (...args) => (await finder()).whereTyped(...args),
    at: async (...args) => (await finder()).at(...args),
    insertion: async (...args) => (await finder()).insertion(...args),
    check: async (...args) => (await finder()).check(...args),
    removal: async (...args) => (await finder()).removal(...args),
  };
}
