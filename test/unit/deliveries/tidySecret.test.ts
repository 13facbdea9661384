import assert from 'node:assert/strict';
import { tidySecret } from '../../../src/deliveries/wire/tidySecret';

const rows: [typed: string, tidied: string][] = [
  ['abc', 'abc'],
  ['a b', 'a b'],
  ['"abc"', 'abc'],
  ["'abc'", 'abc'],
  ['`abc`', 'abc'],
  ['abc ', 'abc'],
  [' abc', 'abc'],
  ['abc\n', 'abc'],
  ['"abc"\r\n', 'abc'],
  ['"abc', '"abc'],
  ['"abc\'', '"abc\''],
  ['""', '""'],
  ['  ', '  '],
  ['"a" "b"', 'a" "b'],
];

describe('A secret that was pasted', () => {
  for (const [typed, tidied] of rows) {
    it(`${JSON.stringify(typed)} may be meant as ${JSON.stringify(tidied)}`, () => {
      assert.equal(tidySecret(typed), tidied);
    });
  }
});
