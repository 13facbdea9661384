import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  EndOfLine,
  Range,
  type TextDocument,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { openMarked } from './documents';

/** What is offered at a place, with what it would change. VS Code gives the question up when a provider comes meanwhile. */
async function offered(document: TextDocument, offset: number): Promise<CodeAction[]> {
  const position = document.positionAt(offset);
  for (;;) {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(position, position),
      'refactor.rewrite.events',
      10,
    );
    if (actions.length > 0) {
      return actions;
    }
  }
}

const list =
  "// Bitbucket\nawait post('/hooks', { url, events: ['repo:push', 'issue:created', 'repo:fork', 'repo:transfer'] });\n";

describe('Missing events', () => {
  it('are those that the file subscribes to and doesn’t handle, and are taken back in one step', async () => {
    const [document, cursor] = await openMarked(
      'typescript',
      `${list}if (eventKey === 'repo:transfer') run();\nswitch (eventKey) {\n  case 'repo:push‸':\n    run();\n    break;\n}\n`,
    );
    const editor = await window.showTextDocument(document);
    await editor.edit((builder) => {
      builder.setEndOfLine(EndOfLine.CRLF);
    });
    const before = document.getText();
    const [action, pick] = await offered(document, document.offsetAt(cursor));
    // Issues are gone from Bitbucket.
    assert.equal(action?.title, 'Add missing events: repo:fork');
    assert.equal(pick?.title, 'Add missing events…');
    assert.ok(await workspace.applyEdit(action.edit ?? new WorkspaceEdit()));
    const arm = "\r\n  case 'repo:fork':\r\n    // TODO: handle repo:fork\r\n    break;";
    assert.equal(document.getText(), before.replace('break;', `break;${arm}`));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('are added for several events in one step', async () => {
    const [document, cursor] = await openMarked(
      'python',
      '# Bitbucket\nhook = {"url": url, "events": ["repo:push", "repo:fork", "repo:updated"]}\nif event_key == "repo:push‸":\n    run()\n',
    );
    await window.showTextDocument(document);
    const before = document.getText();
    const [action] = await offered(document, document.offsetAt(cursor));
    assert.equal(action?.title, 'Add missing events: repo:fork, repo:updated');
    await workspace.applyEdit(action.edit ?? new WorkspaceEdit());
    assert.equal(document.getText().match(/elif event_key == "repo:(?:fork|updated)":/g)?.length, 2);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
