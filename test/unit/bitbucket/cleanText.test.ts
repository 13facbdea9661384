import assert from 'node:assert/strict';
import { cleanText } from '../../../src/bitbucket/cleanText';
import { looksLikeEventKey } from '../../../src/catalog/eventKey';

describe('Text from the server', () => {
  const texts: [string, string][] = [
    ['Push', 'Push'],
    ['a\u202eb\u2066c\u2069', 'a b c'],
    ['\u001b[31mred\u0007\r\n\ttab', '[31mred tab'],
    ['zero\u200bwidth\ufeff', 'zero width'],
    ['line\u2028paragraph\u2029', 'line paragraph'],
    ['half \ud83d pair', 'half   pair'],
    ['🗄️ é 漢', '🗄️ é 漢'],
    ['exactly 20 characters', 'exactly 20 characte…'],
    [`${'x'.repeat(18)}🗄 and more`, `${'x'.repeat(18)}…`],
    ['\u0000'.repeat(500), ''],
  ];
  for (const [text, clean] of texts) {
    it(`is cleaned and cut: ${JSON.stringify(text.slice(0, 30))}`, () => {
      assert.equal(cleanText(text, 20), clean);
    });
  }

  const keys: [string, boolean][] = [
    ['repo:push', true],
    ['pullrequest:comment_created', true],
    ['a:b:c', true],
    ['a2_:0', true],
    [`a:${'b'.repeat(98)}`, true],
    [`a:${'b'.repeat(99)}`, false],
    ['repo', false],
    ['repo:', false],
    [':push', false],
    ['2a:b', false],
    ['Repo:push', false],
    ['repo:push ', false],
    ['repo:push\n', false],
    ['repo:push"', false],
    ['${1:repo}:push', false],
    ['repo:pu-sh', false],
    ['rеpo:push', false],
  ];
  for (const [key, isKey] of keys) {
    it(`${isKey ? 'looks' : 'does not look'} like a key: ${JSON.stringify(key.slice(0, 30))}`, () => {
      assert.equal(looksLikeEventKey(key), isKey);
    });
  }
});
