import assert from 'node:assert/strict';
import { tokenAt, type KeyToken } from '../../../src/language/scan';
import { scanDocument } from '../../support/scanDocument';
import { sourceOf } from './fixture';
import { samples } from './samples';

const someKey = /\b(?:repo|pullrequest|issue):[a-z_]+/g;

/** What holds for every token, wherever it comes from. */
function checkToken({ line, start, end, text, quote }: KeyToken, lines: readonly string[]): void {
  const written = lines[line];
  assert.ok(written !== undefined && 0 <= start && start <= end && end <= written.length, 'stands on a line');
  assert.equal(text, written.slice(start, end));
  if (quote !== undefined) {
    assert.equal(written[start - 1], quote);
    assert.ok(!text.replace(/\\.|''/g, '').includes(quote), `${text} crosses a quote`);
  }
}

function scanBoth(languageId: string, text: string, offset: number): void {
  const lines = text.split('\n');
  const source = sourceOf(text);
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const found = tokenAt(languageId, source, position);
  if (found !== undefined) {
    checkToken(found.token, lines);
    assert.equal(found.token.line, position.line);
    assert.ok(found.token.start <= position.character && position.character <= found.token.end);
  }
  if (offset % 29 === 0) {
    for (const { token } of scanDocument(languageId, source)) {
      checkToken(token, lines);
    }
  }
}

describe('any document', () => {
  for (const [languageId, text] of samples) {
    it(`${languageId}: scans when cut at any offset`, () => {
      for (let offset = 0; offset <= text.length; offset++) {
        scanBoth(languageId, text.slice(0, offset), offset);
      }
    });

    it(`${languageId}: scans when it begins at any offset`, () => {
      for (let offset = 0; offset <= text.length; offset += 7) {
        scanBoth(languageId, text.slice(offset), 5);
      }
    });

    it(`${languageId}: scans with any character in the wrong place`, () => {
      const intruders = ['"', "'", '`', '{', ']', '/*', ':', '- ', '${', '\n', '<'];
      for (let offset = 0; offset <= text.length; offset += 5) {
        const intruder = intruders[offset % intruders.length] ?? '';
        scanBoth(languageId, text.slice(0, offset) + intruder + text.slice(offset), offset + intruder.length);
      }
    });

    it(`${languageId}: a key is replaced as a whole from any offset in it`, () => {
      const source = sourceOf(text);
      const keys = scanDocument(languageId, source).filter(({ token }) =>
        new RegExp(`^${someKey.source}$`).test(token.text),
      );
      assert.ok(keys.length > 2);
      for (const { token, place } of keys) {
        for (let character = token.start; character <= token.end; character++) {
          const found = tokenAt(languageId, source, { line: token.line, character });
          assert.deepEqual(found?.token, token);
          assert.equal(found.place.strength, place.strength);
        }
      }
    });

    it(`${languageId}: a key typed up to any offset is replaced from its beginning`, () => {
      const lines = text.split('\n');
      for (const { token } of scanDocument(languageId, sourceOf(text))) {
        for (let character = token.start; /^[a-z]+:[a-z_]+$/.test(token.text) && character <= token.end; character++) {
          const typed = lines.map((old, line) =>
            line === token.line ? old.slice(0, character) + old.slice(token.end) : old,
          );
          const found = tokenAt(languageId, sourceOf(typed.join('\n')), { line: token.line, character });
          assert.equal(found?.token.start, token.start, typed[token.line]);
          assert.equal(found.token.end, character, typed[token.line]);
        }
      }
    });
  }
});
