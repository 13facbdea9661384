import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  type TextDocument,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { openMarked, openText } from './documents';

/** What is marked in a document, once something is. */
async function marksIn(document: TextDocument): Promise<Diagnostic[]> {
  return new Promise((resolve) => {
    const look = () => {
      const marks = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'bitbucket-webhooks');
      if (marks.length > 0) {
        subscription.dispose();
        resolve(marks);
      }
    };
    const subscription = languages.onDidChangeDiagnostics(look);
    look();
  });
}

describe('Headers', () => {
  it('that Bitbucket doesn’t send are marked like wrong keys, and replaced in one step', async () => {
    const text = "// Bitbucket\nconst signature = req.headers['x-hub-signature-256'];\n";
    const document = await openText('javascript', text);
    await window.showTextDocument(document);
    const [mark, ...more] = await marksIn(document);
    assert.ok(mark && more.length === 0);
    assert.equal(document.getText(mark.range), 'x-hub-signature-256');
    assert.equal(mark.severity, DiagnosticSeverity.Warning);
    assert.match(mark.message, /SHA-256 signature is in “x-hub-signature”/);
    let fix: CodeAction | undefined;
    // VS Code gives the question up when a provider comes meanwhile.
    while (!fix) {
      const args = ['vscode.executeCodeActionProvider', document.uri, mark.range] as const;
      const actions = await commands.executeCommand<CodeAction[]>(...args);
      fix = actions.find(({ title }) => title === 'Replace with “x-hub-signature”');
    }
    assert.ok(fix.isPreferred === true);
    await workspace.applyEdit(fix.edit ?? new WorkspaceEdit());
    assert.equal(document.getText(), text.replace('-256', ''));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('are completed where one stands, in the way of the place', async () => {
    const rows = [
      ['typescript', "// Bitbucket\nconst key = req.headers['x-‸'];\n", 'x-event-key'],
      ['java', '// Bitbucket\nclass A { String key = request.getHeader("‸"); }\n', 'X-Event-Key'],
      ['yaml', "# Bitbucket\nfilter: \"header.match('‸', 'repo:push')\"\n", 'X-Event-Key'],
      ['php', "<?php // Bitbucket\n$key = $_SERVER['HTTP_‸'];\n", 'HTTP_X_EVENT_KEY'],
    ] as const;
    for (const [language, marked, expected] of rows) {
      const [document, position] = await openMarked(language, marked);
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      const item = items.find(({ label }) => (typeof label === 'string' ? label : label.label) === expected);
      assert.ok(item, `${language} offers ${expected}`);
      const inserted = item.range && 'start' in item.range ? document.getText(item.range) : 'nothing';
      assert.equal(inserted, /['"]([^'"]*)‸/.exec(marked)?.[1], language);
    }
  });
});
