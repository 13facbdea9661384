import assert from 'node:assert/strict';
import { KeyFinder } from '../../src/language/find';
import { languageOf } from '../../src/language/syntax/languages';
import { events, known } from '../unit/language/fixture';
import { complaints } from './compilers';
import { programs } from '../unit/arms/programs';

const finder = new KeyFinder(known);
const some = ['pullrequest:approved', 'repo:imported'];
const all = events.map(({ key }) => key);

/** A program without its marks, with the offsets of its keys that have arms. */
function places(marked: string): { text: string; offsets: number[] } {
  const text = marked.replaceAll('§', '');
  const offsets: number[] = [];
  for (const { index, 0: found } of marked.matchAll(/§?(?<=["'§])(?:repo|issue|pullrequest):[a-z_]+(?=["'])/g)) {
    const isMarked = found.startsWith('§') || marked.charAt(index - 1) === '§';
    const removed = marked.slice(0, index).split('§').length - 1;
    offsets.push(...(isMarked ? [] : [index - removed]));
  }
  return { text, offsets };
}

async function errorsIn(languageId: string, text: string): Promise<number> {
  let count = 0;
  (await languageOf(languageId)).parser
    .parse(text)
    .iterate({ enter: ({ type }) => void (count += Number(type.isError)) });
  return count;
}

/** The program with further arms at each of its places: some, and as many as there are. */
async function withArms(languageId: string, marked: string) {
  const { text, offsets } = places(marked);
  const made = new Set<string>();
  for (const offset of offsets) {
    const at = `${languageId} ${text.slice(0, offset).split('\n').length}`;
    const source = { languageId, getText: () => text };
    const dispatch = (await finder.dispatch(source, 'bitbucket', offset)) ?? assert.fail(`nothing at ${at}`);
    for (const wanted of [some, all]) {
      const keys = wanted.filter((key) => !dispatch.keys.includes(key)).slice(0, dispatch.room);
      const { from, to, text: added } = dispatch.insertion(keys);
      const result = text.slice(0, from) + added + text.slice(to);
      if (wanted === all) {
        made.add(result);
      }
      const inResult = { languageId, getText: () => result };
      const place = offset + (from <= offset ? result.length - text.length : 0);
      const after = await finder.dispatch(inResult, 'bitbucket', place);
      assert.deepEqual([...(after?.keys ?? [])].sort(), [...dispatch.keys, ...keys].sort(), `${at}\n${result}`);
      assert.equal(await errorsIn(languageId, result), await errorsIn(languageId, text), `${at}\n${result}`);
    }
  }
  return { text, results: [...made] };
}

describe('Added arms', () => {
  for (const [languageId, texts] of Object.entries(programs)) {
    it(`in ${languageId} are read by the grammar, and compile`, async function () {
      const made = await Promise.all(texts.map((text) => withArms(languageId, text)));
      const results = made.flatMap(({ text, results: each }) => [text, ...each]);
      assert.ok(results.length > 2);
      const said = complaints(languageId, results);
      if (said === undefined) {
        console.log(`      no compiler of ${languageId} here: only the grammar has read them`);
        this.skip();
      }
      assert.equal(said, '');
    });
  }
});
