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

// What the last comparison of the open folders has found is offered as well: these here are used more than most of it.
const list =
  "// Bitbucket\nawait post('/hooks', { url, events: ['repo:push', 'issue:created', 'pullrequest:rejected', 'repo:deleted'] });\n";

describe('Missing events', () => {
  it('are those that the file subscribes to and doesn’t handle, and are taken back in one step', async () => {
    const [document, cursor] = await openMarked(
      'typescript',
      `${list}if (eventKey === 'repo:deleted') run();\nswitch (eventKey) {\n  case 'repo:push‸':\n    run();\n    break;\n}\n`,
    );
    const editor = await window.showTextDocument(document);
    await editor.edit((builder) => {
      builder.setEndOfLine(EndOfLine.CRLF);
    });
    const before = document.getText();
    const [action, pick] = await offered(document, document.offsetAt(cursor));
    assert.match(
      action?.title ?? '',
      /^Add .*missing events: (?:pullrequest:created, )?pullrequest:rejected\b(?!.*(?:issue:created|repo:deleted))/,
    );
    assert.equal(pick?.title, 'Add missing events…');
    assert.ok(await workspace.applyEdit(action?.edit ?? new WorkspaceEdit()));
    const arm = "\r\n  case 'pullrequest:rejected':\r\n    // TODO: handle pullrequest:rejected\r\n    break;";
    assert.ok(document.getText().includes(`    break;${arm}`), document.getText());
    assert.equal(document.eol, EndOfLine.CRLF);
    assert.doesNotMatch(document.getText(), /[^\r]\n|case 'issue:created'|case 'repo:deleted'/);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('are added for several events in one step', async () => {
    const [document, cursor] = await openMarked(
      'python',
      '# Bitbucket\nhook = {"url": url, "events": ["pullrequest:comment_created", "pullrequest:rejected"]}\nif event_key == "repo:push‸":\n    run()\n',
    );
    await window.showTextDocument(document);
    const before = document.getText();
    const [action] = await offered(document, document.offsetAt(cursor));
    assert.match(
      action?.title ?? '',
      /missing events: (?:pullrequest:created, )?pullrequest:comment_created, pullrequest:rejected/,
    );
    await workspace.applyEdit(action?.edit ?? new WorkspaceEdit());
    const added = document.getText().match(/elif event_key == "pullrequest:(?:comment_created|rejected)":/g);
    assert.equal(added?.length, 2);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
