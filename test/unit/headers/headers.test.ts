import assert from 'node:assert/strict';
import { KeyFinder } from '../../../src/language/find';
import { headersAt } from '../../../src/language/headers/headersAt';
import { at, known } from '../language/fixture';

/** The wrong headers of a text with what is right, as `wrong > right`. */
async function wrongIn(languageId: string, text: string, path = 'bitbucket'): Promise<string[]> {
  const checked = await new KeyFinder(known).check({ languageId, getText: () => text }, path);
  return (checked?.findings ?? []).flatMap((each) =>
    each.kind === 'wrongHeader' ? [`${each.text} > ${each.header}`] : [],
  );
}

describe('Wrong headers', () => {
  const marked: [languageId: string, text: string, expected: string[]][] = [
    ['typescript', "const s = req.headers['x-hub-signature-256'];", ['x-hub-signature-256 > x-hub-signature']],
    ['typescript', "const s = req.get('X-Hub-Signature-256');", ['X-Hub-Signature-256 > X-Hub-Signature']],
    ['typescript', "const k = req.headers['x-bitbucket-event'];", ['x-bitbucket-event > x-event-key']],
    ['go', 'package a\nvar k = r.Header.Get("X-Event-Type")', ['X-Event-Type > X-Event-Key']],
    ['python', 'key = request.headers.get("X-Bitbucket-Signature")', ['X-Bitbucket-Signature > X-Hub-Signature']],
    ['python', "request.META['HTTP_X_HUB_SIGNATURE_256']", ['HTTP_X_HUB_SIGNATURE_256 > HTTP_X_HUB_SIGNATURE']],
    ['php', "<?php $s = $_SERVER['HTTP_X_BITBUCKET_EVENT'];", ['HTTP_X_BITBUCKET_EVENT > HTTP_X_EVENT_KEY']],
    ['java', 'class A { String a = r.getHeader("X-Bitbucket-Delivery"); }', ['X-Bitbucket-Delivery > X-Request-UUID']],
    ['yaml', "filter: \"header.match('X-Event-Type', 'repo:push')\"", ['X-Event-Type > X-Event-Key']],
    // Where code comes from says nothing of whose webhooks it is about.
    [
      'go',
      'package a\nimport "github.com/gin-gonic/gin"\nvar s = c.GetHeader("X-Hub-Signature-256")',
      ['X-Hub-Signature-256 > X-Hub-Signature'],
    ],
    // Right ones
    ['typescript', "req.headers['x-hub-signature']; req.headers['x-event-key']; req.headers['x-request-id'];", []],
    // Who reads both knows what comes.
    ['typescript', "req.headers['x-hub-signature'] ?? req.headers['x-hub-signature-256']", []],
    ['typescript', "const isEvent = a['x-event-key']; const b = a['x-bitbucket-event'];", []],
    // Other products
    ['typescript', "// GitHub\nreq.headers['x-hub-signature-256']", []],
    ['typescript', "req.headers['x-github-event']; req.headers['x-hub-signature-256']", []],
    ['typescript', "// Bitbucket Server\nreq.headers['x-event-type']", []],
    ['python', 'import gitlab\nrequest.headers["X-Event-Type"]', []],
    // No names of headers that are read
    ['typescript', "log('x-hub-signature-256 is missing');", []],
    ['typescript', '// x-hub-signature-256\nrun();', []],
    ['markdown', 'Read `X-Hub-Signature-256`.', []],
  ];
  for (const [languageId, text, expected] of marked) {
    it(`${languageId}: ${JSON.stringify(text)}`, async () => {
      assert.deepEqual(await wrongIn(languageId, text), expected);
    });
  }

  it('are marked only where a file speaks of Bitbucket', async () => {
    assert.deepEqual(await wrongIn('typescript', "req.headers['x-hub-signature-256']", 'a.ts'), []);
  });
});

describe('Names of headers', () => {
  const offered: [languageId: string, marked: string, first: string | undefined][] = [
    ['typescript', "// Bitbucket\nreq.headers['x-‸']", 'x-event-key'],
    ['typescript', "// Bitbucket\nreq.headers['‸']", 'x-event-key'],
    ['typescript', "// Bitbucket\nreq.headers.get('‸')", 'X-Event-Key'],
    ['typescript', "// Bitbucket\nreq.header('x-‸')", 'x-event-key'],
    ['java', '// Bitbucket\nclass A { String a = r.getHeader("‸"); }', 'X-Event-Key'],
    ['go', '// Bitbucket\npackage a\nvar a = r.Header.Get("‸")', 'X-Event-Key'],
    ['go', '// Bitbucket\npackage a\nvar a = c.GetHeader("X-‸")', 'X-Event-Key'],
    ['python', '# Bitbucket\nrequest.headers["‸"]', 'x-event-key'],
    ['python', '# Bitbucket\nrequest.META["‸"]', 'HTTP_X_EVENT_KEY'],
    ['php', "<?php // Bitbucket\n$a = $_SERVER['‸'];", 'HTTP_X_EVENT_KEY'],
    ['php', "<?php // Bitbucket\n$a = $request->header('‸');", 'X-Event-Key'],
    ['ruby', "# Bitbucket\nrequest.get_header('‸')", 'X-Event-Key'],
    ['yaml', "# Bitbucket\nfilter: \"header.match('‸', 'repo:push')\"", 'X-Event-Key'],
    // The value, not the name; something else; another product
    ['yaml', "# Bitbucket\nfilter: \"header.match('X-Event-Key', '‸')\"", undefined],
    ['typescript', "// Bitbucket\ncache.get('‸')", undefined],
    ['typescript', "// Bitbucket\nheaders.set('X-Event-Key', '‸')", undefined],
    ['typescript', "req.headers['‸']", undefined],
  ];
  for (const [languageId, marked, first] of offered) {
    it(`${languageId}: ${JSON.stringify(marked)}`, async () => {
      const found = await at(languageId, marked);
      assert.equal(found && headersAt(found)[0], first);
    });
  }
});
