import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  MarkdownString,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  type NotebookSerializer,
  Position,
  Range,
  type Uri,
  workspace,
} from 'vscode';
import { bundledList } from '../../src/catalog/bundled/bundledList';
import { completionMarkdown } from '../../src/presentation/eventText';
import { openMarked } from './documents';

async function offers(uri: Uri, position: Position): Promise<CompletionItem[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    undefined,
    1000,
  );
  const ours = (item: CompletionItem) => typeof item.label === 'object' && item.label.label.includes(':');
  return list.items.filter(ours);
}

/** The document's text after accepting the key at the cursor mark; `undefined` where the key isn't offered. */
async function accept(language: string, marked: string, key: string): Promise<string | undefined> {
  const [document, position] = await openMarked(language, marked);
  const item = (await offers(document.uri, position)).find(({ label }) => (label as { label: string }).label === key);
  if (!item) {
    return undefined;
  }
  assert.ok(item.range instanceof Range, 'one range for inserting and replacing');
  assert.ok(item.range.contains(position) && item.range.isSingleLine);
  const text = document.getText();
  const [from, to] = [document.offsetAt(item.range.start), document.offsetAt(item.range.end)];
  return text.slice(0, from) + (item.insertText as string) + text.slice(to);
}

/** A place in each kind of text, with the cursor somewhere in what is typed: unit tests have all places and cursors. */
const places: [language: string, marked: string, accepted: string][] = [
  ['yaml', 'events:\n  - ‸\n', 'events:\n  - repo:push\n'],
  ['yaml', "events:\n  - 're‸' # a comment\n", "events:\n  - 'repo:push' # a comment\n"],
  ['yaml', 'events: [repo:fork, "repo:pu‸sh"]\n', 'events: [repo:fork, "repo:push"]\n'],
  ['json', '{ "events": ["pullrequest:merg‸ed"] }', '{ "events": ["repo:push"] }'],
  ['json', '{ "events": [re‸] }', '{ "events": ["repo:push"] }'],
  ['json', '{ "event": ‸ }', '{ "event": "repo:push" }'],
  ['json', '{ "events": ["repo:pu‸', '{ "events": ["repo:push"'],
  ['jsonc', '{ /* hook */ "events": ["repo:‸"] // keys\n}', '{ /* hook */ "events": ["repo:push"] // keys\n}'],
  ['typescript', "type EventKey = 'repo:fork' | 'repo:push‸';", "type EventKey = 'repo:fork' | 'repo:push';"],
  ['typescript', 'const event = `repo‸`;', 'const event = `repo:push`;'],
  ['typescriptreact', "const hook = <Hook event={'‸repo:push'} />;", "const hook = <Hook event={'repo:push'} />;"],
  ['javascript', "if (req.headers['x-event-key'] === '‸') {}", "if (req.headers['x-event-key'] === 'repo:push') {}"],
  ['javascriptreact', "const events = ['repo:fork', 're‸'];", "const events = ['repo:fork', 'repo:push'];"],
];

describe('Complete', () => {
  for (const [language, marked, accepted] of places) {
    it(`replaces the whole key in ${language}: ${marked.replaceAll('\n', '⏎')}`, async () => {
      assert.equal(await accept(language, marked, 'repo:push'), accepted);
    });
  }

  it('puts keys first where the place is named, the most used one preselected in an empty literal', async () => {
    const [named, position] = await openMarked('php', "<?php $events = ['‸'];");
    const items = await offers(named.uri, position);
    assert.ok(items.every(({ sortText }) => sortText?.startsWith('!')));
    assert.deepEqual(
      items.filter(({ preselect }) => preselect).map(({ label }) => (label as { label: string }).label),
      ['pullrequest:created'],
    );
    const [weak, there] = await openMarked('php', "<?php // Bitbucket\n$a = ['re‸'];");
    const others = await offers(weak.uri, there);
    assert.ok(others.length > 0 && others.every(({ sortText, preselect }) => !sortText?.startsWith('!') && !preselect));
  });

  /** Jupyter's own isn't there in all hosts. */
  const serializer: NotebookSerializer = {
    deserializeNotebook: () => new NotebookData([]),
    serializeNotebook: () => new Uint8Array(),
  };

  it('takes what another cell of a notebook says of Bitbucket for a sign', async () => {
    const offersBeside = async (title: string) => {
      const { Code, Markup } = NotebookCellKind;
      const cells = [
        new NotebookCellData(Markup, title, 'markdown'),
        new NotebookCellData(Code, "wanted = 're'", 'python'),
      ];
      const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData(cells));
      return (await offers(notebook.cellAt(1).document.uri, new Position(0, 12))).length;
    };
    const registration = workspace.registerNotebookSerializer('jupyter-notebook', serializer);
    try {
      assert.equal(await offersBeside('# Hooks'), 0);
      assert.notEqual(await offersBeside('# Hooks of Bitbucket'), 0);
    } finally {
      registration.dispose();
    }
  });

  const silentPlaces: [string, string][] = [
    ['yaml', 'events:\n  - repo:push # re‸\n'],
    ['json', '{ "re‸": 1 }'],
    ['jsonc', '{ // "re‸"\n}'],
    ['typescript', "import x from '‸';"],
    ['typescript', 'const x = `${re‸}`;'],
  ];
  for (const [language, marked] of silentPlaces) {
    it(`offers nothing in ${language}: ${marked.replaceAll('\n', '⏎')}`, async () => {
      const [document, position] = await openMarked(language, marked);
      assert.equal((await offers(document.uri, position)).length, 0);
    });
  }

  it('is silent in weak places, but for a family that is typed out or a file that speaks of Bitbucket', async () => {
    const count = async (marked: string) => {
      const [document, position] = await openMarked('yaml', marked);
      return (await offers(document.uri, position)).length;
    };
    assert.equal(await count('name: pu‸\n'), 0);
    assert.ok((await count('name: pullrequest:‸\n')) > 0);
    assert.ok((await count('# for Bitbucket\nname: pu‸\n')) > 0);
    assert.equal(await count('# for Bitbucket\nscopes:\n  - pullrequest:‸\n'), 0);
  });

  it('offers the most used keys first, those that the list has last', async () => {
    const [document, position] = await openMarked('json', '{ "events": ["repo:push", "‸"] }');
    const items = (await offers(document.uri, position)).sort((a, b) =>
      (a.sortText ?? '').localeCompare(b.sortText ?? ''),
    );
    const keys = items.map(({ label }) => (label as { label: string }).label);
    assert.deepEqual(keys.slice(0, 3), ['pullrequest:created', 'pullrequest:updated', 'pullrequest:fulfilled']);
    // Behind it is only what Bitbucket can't send any more.
    assert.equal(keys.filter((key) => !key.startsWith('issue:')).at(-1), 'repo:push');
  });

  it('offers keys of the hook’s subject type first, where the document tells', async () => {
    const [document, position] = await openMarked('json', '{ "subject_type": "repository", "events": ["‸"] }');
    const items = (await offers(document.uri, position)).sort((a, b) =>
      (a.sortText ?? '').localeCompare(b.sortText ?? ''),
    );
    const keys = items.map(({ label }) => (label as { label: string }).label);
    assert.ok(keys.indexOf('project:updated') > keys.indexOf('pipeline:span_created'), keys.join(' '));
  });

  const languages: [unknown, boolean][] = [
    [{ plaintext: true }, true],
    // As earlier versions had it.
    [['plaintext'], true],
    [{ plaintext: false }, false],
    [undefined, false],
  ];
  for (const [setting, isOffered] of languages) {
    it(`${isOffered ? 'can be had' : 'is not there'} in a further language by ${JSON.stringify(setting)}`, async () => {
      const settings = workspace.getConfiguration('bitbucketWebhooks');
      await settings.update('completion.languages', setting, ConfigurationTarget.Global);
      try {
        const accepted = await accept('plaintext', 'events = ["repo:‸"]', 'repo:push');
        assert.equal(accepted, isOffered ? 'events = ["repo:push"]' : undefined);
        // The others stay as they are.
        assert.equal(await accept('yaml', 'events: [repo:‸]', 'repo:push'), 'events: [repo:push]');
      } finally {
        await settings.update('completion.languages', undefined, ConfigurationTarget.Global);
      }
    });
  }

  it('can be switched off in a language', async () => {
    const settings = workspace.getConfiguration('bitbucketWebhooks');
    await settings.update('completion.languages', { yaml: false }, ConfigurationTarget.Global);
    try {
      assert.equal(await accept('yaml', 'events: [repo:‸]', 'repo:push'), undefined);
    } finally {
      await settings.update('completion.languages', undefined, ConfigurationTarget.Global);
    }
  });

  describe('tells', () => {
    const itemOf = async (key: string, text = 'events:\n  - ‸\n'): Promise<CompletionItem> => {
      const [document, position] = await openMarked('yaml', text);
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
        undefined,
        1000,
      );
      const found = items.find(({ label }) => typeof label === 'object' && label.label === key);
      return found ?? assert.fail(`no ${key}`);
    };

    it('whose key it is, and Bitbucket’s name of it; or that it stands there already', async () => {
      const { label, kind, detail } = await itemOf('repo:push');
      assert.deepEqual(label, { label: 'repo:push', description: 'Bitbucket · Push' });
      assert.deepEqual([kind, detail], [CompletionItemKind.Event, undefined]);
      const listed = await itemOf('repo:push', 'events:\n  - repo:push\n  - ‸\n');
      assert.deepEqual(listed.label, { label: 'repo:push', description: 'already in this list' });
      const long = 'pullrequest:changes_request_created';
      assert.deepEqual((await itemOf(long)).label, { label: long, description: 'Bitbucket' });
      assert.deepEqual((await itemOf('issue:created')).label, {
        label: 'issue:created',
        description: 'removed in August 2026',
      });
    });

    it('when asked, what it means, where it belongs, how it is called elsewhere and where to read on', async () => {
      const { documentation } = await itemOf('pullrequest:rejected');
      assert.ok(documentation instanceof MarkdownString);
      assert.deepEqual(documentation.value.split('\n\n'), [
        'Sent when a pull request is declined. No event is called “declined”.',
        'Pull Request · Subject types: repository, workspace',
        'Bitbucket’s key for “declined”, “closed”',
        '[Sample payload](sample/pullrequest-rejected.json) · ' +
          '[API reference](https://developer.atlassian.com/cloud/bitbucket/rest/api-group-webhooks/)',
      ]);
      assert.equal(documentation.baseUri?.toString(), 'bitbucket-webhook:/');
      assert.ok(documentation.isTrusted !== true && !documentation.supportHtml);
      const unknown = (await itemOf('project:updated')).documentation;
      assert.doesNotMatch((unknown as MarkdownString).value, /Sample payload/);
    });

    it('as text what comes from the network', () => {
      const { value } = completionMarkdown(
        {
          key: 'x:y',
          label: '',
          category: '[x](command:evil)',
          description: '**b** <img src=x>',
          subjectTypes: ['`a`'],
          origin: bundledList.origin,
        },
        [],
      );
      assert.doesNotMatch(value.replaceAll(/\\./g, ''), /\*|<img|\[x|`|command:/);
    });
  });
});
