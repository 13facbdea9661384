import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Found, KeyFinder } from '../../../src/language/find';
import { known } from './fixture';
import { samples } from './samples';

const someKey = /\b(?:repo|pullrequest|issue):[a-z_]+/g;

/** What is found where someone types, whose token must stand there. */
async function typingAt(languageId: string, text: string, cursor: number): Promise<Found | undefined> {
  const found = await new KeyFinder(known).whereTyped({ languageId, getText: () => text }, 'bitbucket', cursor);
  assert.ok(found !== 'unread');
  if (found) {
    assert.ok(0 <= found.from && found.from <= cursor && cursor <= found.to && found.to <= text.length);
    assert.equal(found.text, text.slice(found.from, found.to));
  }
  return found;
}

async function readAll(languageId: string, text: string, cursor: number): Promise<void> {
  const document = { languageId, getText: () => text };
  const finder = new KeyFinder(known);
  await typingAt(languageId, text, cursor);
  await finder.at(document, 'bitbucket', cursor);
  await finder.insertion(document, { from: cursor, to: cursor }, ['repo:push', 'repo:fork']);
  await finder.check(document, 'bitbucket');
}

describe('any document', () => {
  for (const [languageId, text] of samples) {
    it(`${languageId}: is read when it is cut at any offset`, async () => {
      for (let offset = 0; offset <= text.length; offset += 13) {
        await readAll(languageId, text.slice(0, offset), offset);
        await readAll(languageId, text.slice(offset), Math.min(5, text.length - offset));
      }
    });

    it(`${languageId}: is read with any character in the wrong place`, async () => {
      const intruders = ['"', "'", '`', '{', ']', '/*', ':', '- ', '${', '\n', '<', '{{', '<<EOT\n'];
      for (let offset = 0; offset <= text.length; offset += 11) {
        const intruder = intruders[offset % intruders.length] ?? '';
        await readAll(languageId, text.slice(0, offset) + intruder + text.slice(offset), offset + intruder.length);
      }
    });

    it(`${languageId}: a key is replaced as a whole from any offset in it, and all else stays`, async () => {
      let replaced = 0;
      for (const { index, 0: key } of text.matchAll(someKey)) {
        for (let cursor = index; cursor <= index + key.length; cursor++) {
          const found = await typingAt(languageId, text, cursor);
          if (found && found.place.strength !== 'none') {
            replaced++;
            assert.deepEqual([found.from, found.to], [index, index + key.length], `${key} at ${cursor}`);
          }
        }
      }
      assert.ok(replaced > 20, `${replaced} places`);
    });
  }

  it('is understood after any edits as when it is opened', async () => {
    const [, start] = samples.find(([languageId]) => languageId === 'typescriptreact') ?? assert.fail();
    // Just longer than what is parsed anew each time.
    const long = start.repeat(14);
    const typed = fc.constantFrom('a', '\n', "'", ':', '{', '}', "'repo:pushed'", '/*', '*/', '`', '');
    const edit = fc.record({ at: fc.nat(), length: fc.nat(6), text: typed });
    const property = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      let text = long;
      const document = { languageId: 'typescriptreact', getText: () => text };
      const finder = new KeyFinder(known);
      for (const { at, length, text: by } of edits) {
        const from = at % text.length;
        text = text.slice(0, from) + by + text.slice(from + length);
        await finder.whereTyped(document, 'bitbucket', from + by.length);
      }
      const opened = { ...document, languageId: 'typescriptreact' };
      assert.deepEqual(
        await finder.check(document, 'bitbucket'),
        await new KeyFinder(known).check(opened, 'bitbucket'),
      );
    });
    await fc.assert(property, { seed: 11, numRuns: 15 });
  });
});
