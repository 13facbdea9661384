import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type CodeLens,
  commands,
  ConfigurationTarget,
  type DocumentLink,
  type LanguageModelTextPart,
  Uri,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { CodeTool } from '../../src/agents/codeTool';
import { comparisonUri, refreshCommand } from '../../src/hooks/comparisonDocuments';
import { WorkspaceComparison } from '../../src/hooks/workspaceComparison';
import { lazyFinder } from '../../src/language/lazyFinder';
import { createCatalog } from '../support/createCatalog';
import { silentLog } from '../support/silentLog';

const root = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder');
const folder = Uri.joinPath(root, 'compare-test');
const at = (path: string) => Uri.joinPath(folder, path);

const files = {
  'src/handler.ts': "// Bitbucket\nif (eventKey === 'repo:fork' || eventKey.startsWith('project:')) run();\n",
  'src/unsaved.ts': '// Bitbucket\n',
  'hook.yaml': '# Bitbucket\nevents:\n  - repo:transfer\n  - project:updated\n',
  'node_modules/a/index.ts': "// Bitbucket\nif (eventKey === 'repo:deleted') run();\n",
  'hidden/a.ts': "// Bitbucket\nif (eventKey === 'repo:deleted') run();\n",
  'large.ts': `// Bitbucket\nif (eventKey === 'repo:deleted') run();\n${'// more\n'.repeat(150_000)}`,
  'binary.ts': "// Bitbucket\0\nif (eventKey === 'repo:deleted') run();\n",
};

/** The events that something in the folder of these tests uses, with what the comparison says of their places. */
async function compared(): Promise<string> {
  const uri = comparisonUri();
  await commands.executeCommand('vscode.open', uri);
  return (await workspace.openTextDocument(uri)).getText();
}

/** Until the open comparison says something. */
async function untilSaid(text: RegExp): Promise<string> {
  const document = await workspace.openTextDocument(comparisonUri());
  return new Promise((resolve) => {
    const check = () => {
      if (text.test(document.getText())) {
        subscription.dispose();
        resolve(document.getText());
      }
    };
    const subscription = workspace.onDidChangeTextDocument(check);
    check();
  });
}

describe('Comparing events with the code of a workspace', () => {
  const search = () => workspace.getConfiguration('search');

  before(async () => {
    for (const [path, text] of Object.entries(files)) {
      await workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
    }
    await search().update('exclude', { '**/{hidden,other}/**': true }, ConfigurationTarget.Workspace);
  });

  after(async () => {
    await search().update('exclude', undefined, ConfigurationTarget.Workspace);
    await workspace.fs.delete(folder, { recursive: true });
  });

  it('reads the files that users see, as they stand in editors, and opens none', async () => {
    const unsaved = await workspace.openTextDocument(at('src/unsaved.ts'));
    const edit = new WorkspaceEdit();
    edit.insert(
      unsaved.uri,
      unsaved.positionAt(unsaved.getText().length),
      "if (eventKey === 'repo:imported') run();\n",
    );
    await workspace.applyEdit(edit);

    const text = await compared();
    assert.match(text, /\n {2}repo:fork {2}Sample\n {6}compare-test\/src\/handler\.ts:2 {2}handles\n/);
    assert.match(text, /\n {2}repo:imported {2}Sample\n {6}compare-test\/src\/unsaved\.ts:2 {2}handles\n/);
    assert.match(text, /\n {2}repo:transfer {2}Sample\n {6}compare-test\/hook\.yaml:3 {2}subscribes\n/);
    assert.match(text, /Subscribed to, perhaps handled[^\n]*\n {2}project:updated/);
    assert.doesNotMatch(text, /repo:deleted/);
    assert.match(text, /larger than 1 MB: 1\. Left out, being no text: 1\./);
    const opened = workspace.textDocuments.map(({ uri }) => uri.path);
    assert.ok(!opened.some((path) => path.endsWith('compare-test/src/handler.ts')), opened.join('\n'));
    await unsaved.save();
  });

  it('leads to each place, to samples, to a request for what is handled, and to a handler for what is not', async () => {
    const text = await compared();
    const uri = comparisonUri();
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri);
    const document = await workspace.openTextDocument(uri);
    // Two of its places are on that line.
    const targets = links.filter(({ range }) => document.getText(range) === 'compare-test/src/handler.ts:2');
    const places = targets.map(({ target }) => target?.toString(true) ?? '');
    const file = at('src/handler.ts').toString(true);
    assert.deepEqual([...new Set(places)].sort(), [`${file}#L2,19`, `${file}#L2,54`], text);
    const event = links.find(({ range }) => document.getText(range) === 'repo:fork')?.target;
    assert.equal(event?.scheme, 'command', text);
    assert.ok(links.some(({ target }) => target?.path === '/sample/repo-fork.json'));

    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    const commandsOfLenses = lenses.flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      commandsOfLenses.map(({ command }) => command),
      [
        refreshCommand,
        'bitbucketWebhooks.copyHookRequest',
        'bitbucketWebhooks.createHook',
        'bitbucketWebhooks.newHandler',
      ],
    );
    const keysOf = (lens: number) =>
      (commandsOfLenses[lens]?.arguments as [unknown, { event: { key: string } }[]])[1].map(({ event }) => event.key);
    assert.ok(keysOf(1).includes('repo:fork'));
    assert.ok(keysOf(3).includes('repo:transfer') && !keysOf(3).includes('repo:fork'));
  });

  it('is made anew', async () => {
    await compared();
    await workspace.fs.writeFile(
      at('added.ts'),
      new TextEncoder().encode("// Bitbucket\nif (eventKey === 'repo:deleted') run();\n"),
    );
    await commands.executeCommand(refreshCommand, comparisonUri());
    assert.match(await untilSaid(/repo:deleted/), /compare-test\/added\.ts:2 {2}handles/);
  });

  it('tells assistants the same', async () => {
    const catalog = createCatalog({ baseUrl: 'http://127.0.0.1:9/2.0' });
    const tool = new CodeTool(new WorkspaceComparison(catalog, lazyFinder(catalog, silentLog)));
    assert.match(String(tool.prepareInvocation().confirmationMessages?.title), /Compare/);
    const { token } = new CancellationTokenSource();
    const ask = async (input: unknown) => {
      const { content } = await tool.invoke({ input, toolInvocationToken: undefined }, token);
      return JSON.parse((content[0] as LanguageModelTextPart).value) as {
        filesLeftOut: number;
        events: { key: string; conclusion: string; handles?: string[] }[];
        catchAlls: { pattern: string }[];
      };
    };
    const { events, filesLeftOut } = await ask({ key: 'repo:fork' });
    assert.deepEqual(events, [
      { key: 'repo:fork', conclusion: 'handledOnly', handles: ['compare-test/src/handler.ts:2'] },
    ]);
    assert.equal(filesLeftOut, 2);
    const all = await ask({});
    assert.ok(all.events.some(({ key, conclusion }) => key === 'project:updated' && conclusion === 'perhapsHandled'));
    assert.ok(all.catchAlls.some(({ pattern }) => pattern === 'project:*'));
    await assert.rejects(ask({ event: 'repo:fork' }), /Wrong input at "event"/);
  });

  it('shows what was found until somebody cancels', async () => {
    const catalog = createCatalog({ baseUrl: 'http://127.0.0.1:9/2.0' });
    const source = new CancellationTokenSource();
    const comparison = new WorkspaceComparison(catalog, lazyFinder(catalog, silentLog));
    const { read, files: all } = await comparison.make(source.token, () => {
      source.cancel();
    });
    assert.ok(read <= all);
    source.cancel();
    assert.equal((await comparison.make(source.token)).read, 0);
  });
});
