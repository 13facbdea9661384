import assert from 'node:assert/strict';
import { KeyFinder } from '../../../src/language/find';
import { languageOf } from '../../../src/language/syntax/languages';
import { known } from './fixture';
import { samples } from './samples';

const someKey = /\b(?:repo|pullrequest|issue):[a-z_]+/g;
const inserted = ['project:updated', 'repo:deleted'];

/** Where the parser didn't understand a text. */
async function errorsIn(languageId: string, text: string): Promise<number> {
  const { parser, prepare } = await languageOf(languageId);
  let errors = 0;
  parser.parse(prepare?.(text) ?? text).iterate({ enter: ({ type }) => void (errors += Number(type.isError)) });
  return errors;
}

/** Whether a key is a literal, or one of several in one, at a place where it may stand. */
async function isFound(languageId: string, text: string, key: string): Promise<boolean> {
  const finder = new KeyFinder(known);
  const found = await finder.at({ languageId, getText: () => text }, 'bitbucket', text.indexOf(key) + 2);
  return found?.text === key && found.place.strength !== 'none';
}

describe('Insert', () => {
  for (const [languageId, text] of samples) {
    it(`${languageId}: beside, in and in place of every key, what comes out is understood`, async () => {
      const finder = new KeyFinder(known);
      const document = { languageId, getText: () => text };
      const errors = await errorsIn(languageId, text);
      let places = 0;
      for (const { index, 0: key } of text.matchAll(someKey)) {
        const end = index + key.length;
        const place = (await finder.at(document, 'bitbucket', index + 2))?.place;
        if (place === undefined || place.strength === 'none' || place.context[0]?.kind === 'key') {
          continue;
        }
        places++;
        const isQuoted = /["'`]/.test(text.charAt(index - 1)) && text.charAt(index - 1) === text.charAt(end);
        const selections = [
          { from: index + 2, to: index + 2 },
          { from: end, to: end },
          { from: index, to: end },
          ...(isQuoted ? [{ from: index - 1, to: end + 1 }] : []),
        ];
        for (const selected of selections) {
          for (const keys of [inserted.slice(0, 1), inserted]) {
            const insertion = await finder.insertion(document, selected, keys);
            assert.ok(insertion);
            const { from, to, text: by } = insertion;
            const after = text.slice(0, from) + by + text.slice(to);
            const told = `${key} ${JSON.stringify(selected)}: ${JSON.stringify(after.slice(Math.max(0, from - 60), from + by.length + 30))}`;
            assert.ok((await errorsIn(languageId, after)) <= errors, `not understood: ${told}`);
            for (const each of keys) {
              assert.ok(await isFound(languageId, after, each), `not found: ${each} in ${told}`);
            }
            const isKept = after.slice(index, end + 20).includes(key);
            assert.equal(isKept, selected.from === selected.to, told);
          }
        }
      }
      assert.ok(places > 2, `${places} places`);
    });
  }
});
