import assert from 'node:assert/strict';
import { commands, type Hover, type MarkdownString } from 'vscode';
import { openMarked } from './documents';

/** The text of our hover at the cursor mark, without what escapes it; empty where there is none. */
async function hoverText(language: string, marked: string): Promise<string> {
  const [document, position] = await openMarked(language, marked);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const texts = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value));
  return texts
    .filter((text) => /Bitbucket|^Source/m.test(text))
    .join('\n')
    .replaceAll('\\', '');
}

describe('Hover', () => {
  const places: [string, string][] = [
    ['yaml', 'events:\n  - repo:pu‸sh\n'],
    ['json', '{ "events": ["‸repo:push"] }'],
    ['jsonc', '{ "events": ["repo:push‸"] // keys\n}'],
    ['typescript', "if (eventKey === 'repo‸:push') {}"],
    ['typescript', "const handlers = { 'repo:pu‸sh': onPush, 'pullrequest:created': onPullRequest };"],
    ['typescriptreact', "const events = ['repo:pu‸sh'];"],
  ];
  for (const [language, marked] of places) {
    it(`says what is known of a key in ${language}: ${marked.replaceAll('\n', '⏎')}`, async () => {
      const text = await hoverText(language, marked);
      for (const part of [
        '**repo:push** – Push',
        'Whenever a repository push occurs',
        'Category: Repository',
        'Subject types: repository, workspace',
        'Source: ',
        '](https://developer.atlassian.com/',
      ]) {
        assert.ok(text.includes(part), `${part} in ${text}`);
      }
    });
  }

  it('says of a Data Center key which Cloud key matches', async () => {
    const text = await hoverText('json', '{ "description": "Bitbucket", "events": ["pr:mer‸ged"] }');
    assert.match(text, /Data Center\. In Bitbucket Cloud: \*\*pullrequest:fulfilled\*\*/);
  });

  const silent: [string, string][] = [
    ['yaml', '# repo:pu‸sh for Bitbucket\n'],
    ['yaml', 'description: repo:pu‸sh of Bitbucket\n'],
    ['yaml', 'events:\n  - repo:unkn‸own\n'],
    ['json', '{ "description": "repo:pu‸sh" }'],
    ['typescript', "socket.emit('issue:cre‸ated');"],
    ['json', '{ "events": ["pr:mer‸ged"] }'],
  ];
  for (const [language, marked] of silent) {
    it(`is silent in ${language}: ${marked.replaceAll('\n', '⏎')}`, async () => {
      assert.equal(await hoverText(language, marked), '');
    });
  }
});
