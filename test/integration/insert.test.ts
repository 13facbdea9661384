import assert from 'node:assert/strict';
import { commands, env, Selection, type TextEditor, window } from 'vscode';
import { openText } from './documents';

const node = (key: string) => ({ kind: 'event', event: { key } });
const two = [node('repo:push'), node('repo:fork')];

/** An editor on a text in memory, with a cursor at every mark `‸`, which are left out. */
async function openEditor(language: string, marked: string): Promise<TextEditor> {
  const parts = marked.split('‸');
  const editor = await window.showTextDocument(await openText(language, parts.join('')));
  let offset = 0;
  editor.selections = parts.slice(0, -1).map((part) => {
    const position = editor.document.positionAt((offset += part.length));
    return new Selection(position, position);
  });
  return editor;
}

const insert = (items: unknown[]) => commands.executeCommand('bitbucketWebhooks.insertEventKey', items[0], items);

describe('Insert', () => {
  it('inserts at every cursor in the form of the place, as one step for undo', async () => {
    const before = 'one:\n  events:\n    - \ntwo:\n  events: []\n';
    const editor = await openEditor('yaml', 'one:\n  events:\n    - ‸\ntwo:\n  events: [‸]\n');
    await insert(two);
    assert.equal(
      editor.document.getText(),
      'one:\n  events:\n    - repo:push\n    - repo:fork\ntwo:\n  events: [repo:push, repo:fork]\n',
    );
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('writes quotes and commas in JSON, and replaces what is selected', async () => {
    const editor = await openEditor('json', '{ "events": [‸"old:key"‸] }');
    const [first, last] = editor.selections;
    assert.ok(first && last);
    editor.selection = new Selection(first.active, last.active);
    await insert(two);
    assert.equal(editor.document.getText(), '{ "events": ["repo:push", "repo:fork"] }');
  });

  it('keeps the line breaks of the file', async () => {
    const editor = await openEditor('yaml', 'events:\r\n  - ‸\r\n');
    await insert(two);
    assert.equal(editor.document.getText(), 'events:\r\n  - repo:push\r\n  - repo:fork\r\n');
  });

  it('never inserts what is no key', async () => {
    const editor = await openEditor('yaml', 'events:\n  - ‸\n');
    await insert([node('not a key\nrm -rf'), node('repo:push')]);
    assert.equal(editor.document.getText(), 'events:\n  - repo:push\n');
  });
});

describe('Copy as', () => {
  it('copies a JSON array and a YAML list', async () => {
    await commands.executeCommand('bitbucketWebhooks.copyAsJson', two[0], two);
    assert.equal(await env.clipboard.readText(), '[\n  "repo:push",\n  "repo:fork"\n]');
    await commands.executeCommand('bitbucketWebhooks.copyAsYaml', two[0], two);
    assert.equal(await env.clipboard.readText(), '- repo:push\n- repo:fork\n');
  });
});
