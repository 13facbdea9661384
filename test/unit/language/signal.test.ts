import assert from 'node:assert/strict';
import { isOffered, KeyScan, speaksOfBitbucketNear } from '../../../src/language/scan';
import { at, sourceOf } from './fixture';

describe('speaksOfBitbucket', () => {
  const texts: [string, string, boolean][] = [
    ['https://api.bitbucket.org/2.0', 'a.json', true],
    ['', 'src/Bitbucket/hook.ts', true],
    ["req.get('X-Event-Key')", 'a.ts', true],
    ['- pullrequest:created', 'a.yaml', true],
    ['scopes: [pullrequest:write]', 'a.yaml', false],
    ['socket.on("issue:updated")', 'a.ts', false],
    ['<Nav.Link eventKey="home" />', 'a.tsx', false],
  ];
  for (const [text, path, expected] of texts) {
    it(`${JSON.stringify(text)} in ${path}: ${expected}`, () => {
      const source = sourceOf(`\n\n${text}\n`);
      const scan = new KeyScan('yaml', path);
      scan.read(source, () => 'ignored');
      assert.equal(scan.speaksOfBitbucket(source), expected);
      assert.equal(speaksOfBitbucketNear(source, path, { line: 2, character: 0 }), expected);
    });
  }
});

describe('isOffered', () => {
  /** Language, document with the cursor at the end of what is typed, offered in a Bitbucket file, offered elsewhere. */
  const offers: [string, string, boolean, boolean][] = [
    ['yaml', 'events:\n  - |', true, true],
    ['yaml', 'event: |', true, true],
    ['yaml', 'name: |', false, false],
    ['yaml', 'name: pu|', true, false],
    ['yaml', 'name: repo:|', true, true],
    ['yaml', 'events:\n  - avi:|', false, false],
    ['yaml', 'events:\n  - pull_request:|', true, true],
    ['yaml', 'scopes:\n  - pullrequest:|', false, false],
    ['json', '{"eventKey": "|"}', true, true],
    ['json', '{"type": "|"}', false, false],
    ['typescript', "f('|')", true, false],
    ['typescript', "if (event === '|') {}", true, true],
    ['typescript', "const m = { 'repo:push': a, 'pullrequest:created': b, '|': c };", false, false],
  ];
  for (const [languageId, document, inBitbucket, elsewhere] of offers) {
    it(`${languageId}: ${JSON.stringify(document)}`, () => {
      const found = at(languageId, document);
      assert.ok(found);
      assert.equal(
        isOffered(found.place, found.token.text, () => true),
        inBitbucket,
      );
      assert.equal(
        isOffered(found.place, found.token.text, () => false),
        elsewhere,
      );
    });
  }
});
