import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  type CompletionList,
  type Diagnostic,
  extensions,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { PayloadFiles } from '../../src/payloads/payloadFiles';
import { SampleCopies } from '../../src/payloads/sampleCopies';
import { sampleUri } from '../../src/presentation/sampleLinks';
import { payloads } from '../../src/events/payloads';
import { treeItem } from '../../src/sidebar/treeItems';
import type { EventNode } from '../../src/sidebar/nodes';
import { MemoryMemento } from '../support/memento';
import { isWeb } from './platform';

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
/** What is there before all else where deliveries can be sent. */
const sending = isWeb ? [] : ['$(send)\u00a0Send'];
const lensesOf = async ({ uri }: TextDocument) =>
  commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);

/** Resolves with the problems that VS Code's JSON service finds in a document that is shown, once it has or has none. */
function problems(uri: Uri, some: boolean): Promise<Diagnostic[]> {
  return new Promise((resolve) => {
    const check = () => {
      const found = languages.getDiagnostics(uri);
      if (found.length > 0 === some) {
        subscription.dispose();
        resolve(found);
      }
    };
    const subscription = languages.onDidChangeDiagnostics(check);
    check();
  });
}

/** Until a document is saved. In a browser VS Code saves by itself too, and then may say no to others who do. */
async function saved(document: TextDocument): Promise<void> {
  while (document.isDirty) {
    await document.save();
  }
}

function eventNode(key: string): EventNode {
  const subjectType = { kind: 'subjectType', name: 'repository', isGrouped: false } as const;
  const texts = { label: '', category: '', description: '' };
  const event = { key, ...texts, subjectTypes: ['repository'], origin: { kind: 'live' } as const };
  return { kind: 'event', event, subjectType, parent: subjectType };
}

describe('Sample documents', () => {
  it('hold each sample as it would be sent, and nothing else', async () => {
    for (const [key, { variants }] of payloads) {
      for (const [index, { id, body }] of variants.entries()) {
        const document = await workspace.openTextDocument(sampleUri({ key, variant: id }));
        assert.equal(document.getText(), json(body), `${key} ${id}`);
        assert.equal(document.languageId, 'json');
        if (index === 0) {
          assert.equal((await workspace.openTextDocument(sampleUri({ key }))).getText(), json(body));
        }
      }
    }
  });

  it('are opened by the rows of the view, by VS Code’s own command', async () => {
    const { command } = treeItem(eventNode('pullrequest:fulfilled'));
    assert.equal(command?.command, 'vscode.open');
    await commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    assert.equal(window.activeTextEditor?.document.uri.path, '/sample/pullrequest-fulfilled.json');
  });

  it('say of events that nobody has published that there is no sample, and where to look', async () => {
    for (const [key, { variants }] of payloads) {
      if (variants.length === 0) {
        const { uri, languageId } = await workspace.openTextDocument(sampleUri({ key }));
        const text = (await workspace.openTextDocument(uri)).getText();
        assert.equal(languageId, 'plaintext');
        assert.match(text, new RegExp(`Nobody has published what Bitbucket sends with ${key}\\.`));
        assert.match(text, /https:\/\/support\.atlassian\.com\/bitbucket-cloud\/docs\/event-payloads\//);
        assert.deepEqual(await lensesOf(await workspace.openTextDocument(uri)), []);
      }
    }
  });

  it('say of events that only Bitbucket’s list knows that this version does not know them', async () => {
    const document = await workspace.openTextDocument(sampleUri({ key: 'repo:brand_new' }));
    assert.match(document.getText(), /^Bitbucket lists repo:brand_new, which/);
  });

  it('have what can be done with them above the body: sending, then four at most, with how sure we are', async () => {
    const document = await workspace.openTextDocument(sampleUri({ key: 'repo:push', variant: 'several-changes' }));
    const lenses = await lensesOf(document);
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      [
        ...sending,
        ...sending.map(() => '$(versions)\u00a0All 11 variants'),
        'Several branches and tags at once\u00a0$(chevron-down)',
        '$(copy)\u00a0Copy',
        '$(edit)\u00a0Edit a copy',
        'Recorded 2017',
      ],
    );
    assert.equal(lenses.at(-1)?.command?.command, '', 'how sure we are is no link');
    assert.ok(lenses.every(({ range }) => range.start.line === 0));
  });

  it('are validated by the schema of their event, and so are files of that name', async () => {
    const document = await workspace.openTextDocument(sampleUri({ key: 'repo:push' }));
    await window.showTextDocument(document);
    assert.deepEqual(await problems(document.uri, false), []);
  });
});

describe('Copies of samples', () => {
  const open = async (key: string, variant?: string) => {
    await commands.executeCommand('bitbucketWebhooks.editPayloadCopy', sampleUri({ key, variant }));
    return window.activeTextEditor ?? assert.fail('no editor');
  };

  it('have names of their own, the text of the sample, and are not changed yet', async () => {
    const { document: first } = await open('repo:push', 'deleted-branch');
    const { document: second } = await open('repo:push', 'deleted-branch');
    assert.equal(first.uri.path, '/repo-push.deleted-branch.bitbucket.json');
    assert.equal(second.uri.path, '/repo-push.deleted-branch.2.bitbucket.json');
    const sample = await workspace.openTextDocument(sampleUri({ key: 'repo:push', variant: 'deleted-branch' }));
    assert.deepEqual([first.getText(), first.isDirty], [sample.getText(), false]);
  });

  it('can be changed and saved; a broken field is marked, and is well again when it is mended', async () => {
    const { document } = await open('pullrequest:created');
    const text = document.getText();
    const replace = async (what: string, by: string) => {
      const edit = new WorkspaceEdit();
      const start = document.getText().indexOf(what);
      edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(start + what.length)), by);
      assert.ok(await workspace.applyEdit(edit));
    };
    await replace('OPEN', 'OPENED');
    const [problem] = await problems(document.uri, true);
    assert.match(problem?.message ?? '', /Value is not accepted|OPEN/);
    await saved(document);
    await replace('OPENED', 'OPEN');
    await problems(document.uri, false);
    await saved(document);
    assert.equal(document.getText(), text);
  });

  it('have properties completed and explained', async () => {
    const { document } = await open('repo:commit_status_created');
    const offset = document.getText().indexOf('"refname"');
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('"INPROGRESS"') + 1),
    );
    assert.ok(list.items.some(({ label }) => label === '"STOPPED"'));
    const hovers = await commands.executeCommand<{ contents: { value: string }[] }[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(offset + 2),
    );
    assert.match(
      hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join(),
      /null when whoever reported/,
    );
  });

  it('are there again after a reload as they were saved, the last twenty', async () => {
    const { extensionUri } = extensions.all.find(({ id }) => id.endsWith('bitbucket-webhook-events')) ?? assert.fail();
    const [files, memory] = [new PayloadFiles(extensionUri), new MemoryMemento()];
    const at = (path: string) => Uri.from({ scheme: 'bitbucket-webhook-copy', path });
    const text = async (copies: SampleCopies, uri: Uri) => new TextDecoder().decode(await copies.readFile(uri));
    const path = (number: number) => `/repo-push.tag.${number}.bitbucket.json`;
    const before = new SampleCopies(files, memory);
    before.add(at(path(1)), 'not saved');
    for (let number = 2; number <= 22; number++) {
      await before.writeFile(at(path(number)), new TextEncoder().encode(`saved ${number}`));
    }
    const after = new SampleCopies(files, memory);
    const sample = await text(after, at('/repo-push.tag.bitbucket.json'));
    assert.ok([1, 2].every((number) => !after.has(path(number))) && after.has(path(3)));
    assert.equal(await text(after, at(path(1))), sample);
    assert.equal(await text(after, at(path(22))), 'saved 22');
    await after.delete(at(path(22)));
    assert.equal(await text(new SampleCopies(files, memory), at(path(22))), sample);
  });

  it('know what they were made of', async () => {
    const { document } = await open('repo:push', 'tag');
    const titles = (await lensesOf(document)).map(({ command }) => command?.title);
    assert.deepEqual(titles, [
      ...sending,
      'New tag',
      '$(copy)\u00a0Copy',
      '$(save)\u00a0Save as file',
      'Recorded 2025',
    ]);
  });
});
