import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  ConfigurationTarget,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  Disposable,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { KeyDiagnostics } from '../../src/language/check/diagnostics';
import { KeyFinder } from '../../src/language/find';
import type { LanguageSettings } from '../../src/language/languageSettings';
import { bitbucketScenario } from '../server/scenario';
import { createCatalog } from '../support/createCatalog';
import { openText } from './documents';
import { play } from './testServer';

const ours = (document: TextDocument) =>
  languages.getDiagnostics(document.uri).filter(({ source }) => source === 'bitbucket-webhooks');

/** Our diagnostics of a document once they satisfy a condition. */
async function diagnosticsWhen(
  document: TextDocument,
  isReady: (diagnostics: Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  return new Promise((resolve) => {
    const look = () => {
      const diagnostics = ours(document);
      if (isReady(diagnostics)) {
        subscription.dispose();
        resolve(diagnostics);
      }
    };
    const subscription = languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** What is offered for a mark. VS Code gives the question up when a provider comes meanwhile, as TypeScript's do at its start. */
async function fixes(document: TextDocument, diagnostic: Diagnostic): Promise<CodeAction[]> {
  for (;;) {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
    );
    const offered = actions.filter(({ title }) => /^Replace (with (“|every )|all \d|\d)|^Remove /.test(title));
    if (offered.length > 0) {
      return offered;
    }
  }
}

async function apply(document: TextDocument, action: CodeAction | undefined): Promise<string> {
  assert.ok(action?.edit);
  assert.ok(await workspace.applyEdit(action.edit));
  return document.getText();
}

/** A file system in which each file has the same text. */
function readOnly(text: string): FileSystemProvider {
  const content = new TextEncoder().encode(text);
  const refuse = (): never => {
    throw FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: () => new Disposable(() => undefined),
    watch: () => new Disposable(() => undefined),
    stat: () => ({ type: FileType.File, ctime: 0, mtime: 0, size: content.length }),
    readFile: () => content,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}

describe('Check', () => {
  const wrong: [string, string, string][] = [
    ['yaml', '# Bitbucket\nevents:\n  - @ # why\n', 'plain'],
    ['yaml', '# Bitbucket\nevents: ["@"]\n', 'quoted'],
    ['json', '{ "description": "Bitbucket", "events": ["@"] }', ''],
    ['jsonc', '{ // Bitbucket\n"events": ["@"] }', ''],
    ['typescript', "// Bitbucket\nif (eventKey === '@') {}", ''],
    ['typescriptreact', "// Bitbucket\nconst events = ['@'];", ''],
    ['javascript', "// Bitbucket\nswitch (eventKey) { case '@': break; }", ''],
  ];
  for (const [language, template, variant] of wrong) {
    it(`finds and mends a wrong key in ${language} ${variant}`, async () => {
      const document = await openText(language, template.replace('@', 'pullrequest:merged'));
      const [diagnostic] = await diagnosticsWhen(
        document,
        (found) => found[0]?.severity === DiagnosticSeverity.Warning,
      );
      assert.ok(diagnostic);
      assert.equal(document.getText(diagnostic.range), 'pullrequest:merged');
      assert.match(diagnostic.message, /Unknown Bitbucket event “pullrequest:merged”: use “pullrequest:fulfilled”\./);
      const [fix, ...others] = await fixes(document, diagnostic);
      assert.deepEqual([fix?.title, fix?.isPreferred], ['Replace with “pullrequest:fulfilled”', true]);
      assert.deepEqual(others, []);
      assert.equal(await apply(document, fix), template.replace('@', 'pullrequest:fulfilled'));
      await diagnosticsWhen(document, (found) => found.length === 0);
    });
  }

  it('removes a wrong key whose right one stands in the same list, and never writes that twice', async () => {
    const document = await openText(
      'yaml',
      '# Bitbucket\nevents:\n  - pullrequest:fulfilled\n  - pullrequest:merged\n',
    );
    const [diagnostic] = await diagnosticsWhen(document, ({ length }) => length === 1);
    assert.ok(diagnostic);
    const [fix, ...others] = await fixes(document, diagnostic);
    assert.deepEqual(
      [fix?.title, fix?.isPreferred],
      ['Remove “pullrequest:merged”: “pullrequest:fulfilled” is in this list already', true],
    );
    assert.deepEqual(others, []);
    assert.equal(await apply(document, fix), '# Bitbucket\nevents:\n  - pullrequest:fulfilled\n');
  });

  it('leaves alone what can’t be written', async () => {
    const text = '# Bitbucket\nevents: [pullrequest:merged]\n';
    const provider = workspace.registerFileSystemProvider('kept', readOnly(text), { isReadonly: true });
    try {
      const kept = await workspace.openTextDocument(Uri.parse('kept:/hooks.yaml'));
      // By the time that another document's are found, which was opened later, those of this one would be.
      const other = await openText('yaml', text);
      await diagnosticsWhen(other, ({ length }) => length === 1);
      assert.deepEqual(ours(kept), []);
    } finally {
      provider.dispose();
    }
  });

  it('offers each good candidate, and to mend all in the file', async () => {
    const document = await openText(
      'yaml',
      '# Bitbucket\nevents:\n  - pullrequest:closed\n  - repo:psh\n  - pullrequest:merged\n  - pullrequest:merge\n',
    );
    const found = await diagnosticsWhen(document, ({ length }) => length === 4);
    const [first, second] = found;
    assert.ok(first);
    const actions = await fixes(document, first);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Replace with “pullrequest:fulfilled”', 'Replace with “pullrequest:rejected”'],
    );
    assert.ok(second);
    const all = (await fixes(document, second)).at(-1);
    assert.equal(all?.title, 'Replace 3 wrong event keys in this file (1 left to you)');
    const mended = '# Bitbucket\nevents:\n  - pullrequest:closed\n  - repo:push\n  - pullrequest:fulfilled\n';
    assert.equal(await apply(document, all), mended);
  });

  it('mends all in the file where a right key stands beside in no list', async () => {
    const document = await openText(
      'typescript',
      "// Bitbucket\nswitch (eventKey) {\n  case 'pullrequest:fulfilled':\n  case 'pullrequest:merged':\n  case 'repo:psh':\n  case 'repo:pushed':\n    run();\n}",
    );
    const found = await diagnosticsWhen(document, ({ length }) => length === 3);
    assert.ok(found[1]);
    const all = (await fixes(document, found[1])).at(-1);
    assert.equal(all?.title, 'Replace 2 wrong event keys in this file (1 left to you)');
    const mended =
      "// Bitbucket\nswitch (eventKey) {\n  case 'pullrequest:fulfilled':\n  case 'pullrequest:merged':\n  case 'repo:push':\n  case 'repo:pushed':\n    run();\n}";
    assert.equal(await apply(document, all), mended);
  });

  it('replaces a wildcard with all events that it was meant for', async () => {
    const document = await openText('yaml', '# Bitbucket\nevents:\n  - pullrequest:created\n  - repo:*\n');
    const [diagnostic] = await diagnosticsWhen(document, ({ length }) => length === 1);
    assert.ok(diagnostic);
    const [fix, removal] = await fixes(document, diagnostic);
    assert.deepEqual([fix?.title, removal?.title], ['Replace with every event of “repo”', 'Remove “repo:*”']);
    const mended = await apply(document, fix);
    assert.match(mended, /^# Bitbucket\nevents:\n {2}- pullrequest:created\n(?: {2}- repo:[a-z_]+\n){5,}$/);
    assert.ok(mended.includes('  - repo:push\n'));
  });

  it('hints at a removed event, whatever severity is set but “off”', async () => {
    const settings = workspace.getConfiguration('bitbucketWebhooks');
    const document = await openText('yaml', '# Bitbucket\nevents: [repo:push, issue:created, pullrequest:merged]\n');
    try {
      for (const [name, severity] of [
        ['error', DiagnosticSeverity.Error],
        ['information', DiagnosticSeverity.Information],
      ] as const) {
        await settings.update('diagnostics.severity', name, ConfigurationTarget.Global);
        const [removed] = await diagnosticsWhen(document, (found) => found[1]?.severity === severity);
        assert.ok(removed);
        assert.equal(document.getText(removed.range), 'issue:created');
        assert.deepEqual([removed.severity, removed.tags], [DiagnosticSeverity.Hint, [DiagnosticTag.Deprecated]]);
      }
      const [removed] = ours(document);
      assert.ok(removed);
      const [fix] = await fixes(document, removed);
      assert.equal(fix?.title, 'Remove “issue:created”');
      assert.equal(await apply(document, fix), '# Bitbucket\nevents: [repo:push, pullrequest:merged]\n');
      await settings.update('diagnostics.severity', 'off', ConfigurationTarget.Global);
      await diagnosticsWhen(document, ({ length }) => length === 0);
    } finally {
      await settings.update('diagnostics.severity', undefined, ConfigurationTarget.Global);
    }
  });

  it('mends a Forge app’s manifest, and removes what stands there already', async () => {
    const manifest = (...names: string[]) =>
      `permissions:\n  scopes: ['read:pullrequest:bitbucket']\nmodules:\n  trigger:\n    - key: a\n      events:\n${names.map((name) => `        - ${name}\n`).join('')}`;
    const [created, status] = [
      'avi:bitbucket:created:pullrequest',
      'avi:bitbucket:updated:pullrequest-reviewer-status',
    ];
    const document = await openText(
      'yaml',
      manifest(created, 'pr:opened', 'pullrequest:created', 'pullrequest:approved'),
    );
    const found = await diagnosticsWhen(document, ({ length }) => length === 3);
    const titles = await Promise.all(
      found.map(async (each) => (await fixes(document, each)).map(({ title }) => title)),
    );
    assert.deepEqual(
      titles.map(([first]) => first),
      [
        `Remove “pr:opened”: “${created}” is in this list already`,
        `Remove “pullrequest:created”: “${created}” is in this list already`,
        `Replace with “${status}”`,
      ],
    );
    assert.ok(found[0]);
    const all = (await fixes(document, found[0])).at(-1);
    assert.equal(all?.title, 'Replace all 3 wrong event keys in this file');
    assert.equal(await apply(document, all), manifest(created, status));
  });

  const duplicates: [string, string, string][] = [
    ['yaml', '# Bitbucket\nevents:\n  - repo:push\n  - repo:push\n', '# Bitbucket\nevents:\n  - repo:push\n'],
    ['yaml', '# Bitbucket\nevents: [repo:push, repo:push]\n', '# Bitbucket\nevents: [repo:push]\n'],
    ['json', '{"bitbucket": ["repo:push", "repo:fork", "repo:push"]}', '{"bitbucket": ["repo:push", "repo:fork"]}'],
    ['json', '{"bitbucket_events": [\n  "repo:push",\n  "repo:push"\n]}', '{"bitbucket_events": [\n  "repo:push"\n]}'],
    [
      'json',
      '{"bitbucket_events": [\n  "repo:push",\n  "repo:push",\n  "repo:fork"\n]}',
      '{"bitbucket_events": [\n  "repo:push",\n  "repo:fork"\n]}',
    ],
    ['typescript', "type BitbucketEvent = 'repo:push' | 'repo:push';", "type BitbucketEvent = 'repo:push';"],
    [
      'typescript',
      "type Bitbucket = Record<'repo:push' | 'repo:fork' | 'repo:push', Handler>;",
      "type Bitbucket = Record<'repo:push' | 'repo:fork', Handler>;",
    ],
    [
      'typescript',
      "type Bitbucket = Record<\n  | 'repo:push'\n  | 'repo:push',\n  Handler\n>;",
      "type Bitbucket = Record<\n  | 'repo:push'\n,\n  Handler\n>;",
    ],
    [
      'typescript',
      "type BitbucketEvent =\n  'repo:push' |\n  'repo:push';",
      "type BitbucketEvent =\n  'repo:push' \n  ;",
    ],
    [
      'jsonc',
      '{"bitbucket_events": [\n  "repo:push", // one\n\n  // two\n  "repo:push"\n]}',
      '{"bitbucket_events": [\n  "repo:push" // one\n\n  // two\n]}',
    ],
  ];
  for (const [language, text, mended] of duplicates) {
    it(`finds and removes a duplicate in ${language}: ${text.replaceAll('\n', '⏎')}`, async () => {
      const document = await openText(language, text);
      const [duplicate] = await diagnosticsWhen(document, ({ length }) => length === 1);
      assert.ok(duplicate);
      assert.equal(duplicate.severity, DiagnosticSeverity.Hint);
      const [fix] = await fixes(document, duplicate);
      assert.equal(await apply(document, fix), mended);
    });
  }

  it('says of a Data Center key among Cloud keys what it is, as information', async () => {
    const document = await openText('yaml', '# Bitbucket\nevents:\n  - repo:push\n  - pr:merged\n');
    const [found] = await diagnosticsWhen(document, ({ length }) => length === 1);
    assert.equal(found?.severity, DiagnosticSeverity.Information);
    assert.match(found.message, /“pr:merged” is Data Center’s: in Cloud use “pullrequest:fulfilled”/);
  });

  it('marks what the user wants, and nothing when switched off', async () => {
    const settings = workspace.getConfiguration('bitbucketWebhooks');
    const document = await openText('yaml', '# Bitbucket\nevents:\n  - pullrequest:merged\n');
    await diagnosticsWhen(document, ({ length }) => length === 1);
    try {
      await settings.update('diagnostics.severity', 'error', ConfigurationTarget.Global);
      await diagnosticsWhen(document, (found) => found[0]?.severity === DiagnosticSeverity.Error);
      await settings.update('diagnostics.severity', 'off', ConfigurationTarget.Global);
      await diagnosticsWhen(document, ({ length }) => length === 0);
    } finally {
      await settings.update('diagnostics.severity', undefined, ConfigurationTarget.Global);
    }
  });

  const { Error: error, Information: information, Hint: hint } = DiagnosticSeverity;
  for (const [origin, unknown] of [
    ['bundled', information],
    ['live', error],
  ] as const) {
    it(`is as sure as the ${origin} list, says it briefly, and never more than the user wants`, async () => {
      const { baseUrl } = origin === 'live' ? await play(bitbucketScenario) : { baseUrl: 'http://127.0.0.1:9' };
      const catalog = createCatalog({ baseUrl });
      // A language that nobody else checks.
      const settings = { languageIds: ['dart'], severity: error, onDidChange: () => ({ dispose: () => undefined }) };
      const finder = new KeyFinder(catalog);
      const diagnostics = new KeyDiagnostics(catalog, finder, settings as unknown as LanguageSettings);
      try {
        const keys = ['repo:push', 'repo:psh', 'pullrequest:merged', 'pullrequest:closed', 'pr:opened', 'repo:push'];
        const list = keys.map((key) => `'${key}'`).join(', ');
        const document = await openText('dart', `// Bitbucket\nconst events = [${list}];\n`);
        const found = await diagnosticsWhen(document, ([first]) => first?.severity === unknown);
        assert.deepEqual(
          found.map((diagnostic) => [document.getText(diagnostic.range), diagnostic.severity]),
          [
            ['repo:psh', unknown],
            ['pullrequest:merged', error],
            ['pullrequest:closed', error],
            ['pr:opened', information],
            ['repo:push', hint],
          ],
        );
        assert.deepEqual(
          found.filter(({ message }) => message.length > 90),
          [],
        );
      } finally {
        diagnostics.dispose();
        catalog.dispose();
      }
    });
  }

  it('is silent where nothing is wrong, or nothing can be said', async () => {
    const silent = [
      '# Bitbucket\nscopes:\n  - pullrequest:write\n  - issue:merged\n',
      '# Bitbucket\nevents:\n  - "*"\n  - "pullrequest:"\n  - "pullrequest:*"\n',
      '# Bitbucket\ndescription: pullrequest:merged is wrong\n',
      '# Bitbucket\nevents:\n  - pr:merged\n',
      'events:\n  - issue:merged\n',
      '# Bitbucket\nname: pullrequest:foo\n',
    ];
    const documents = await Promise.all(silent.map((text) => openText('yaml', text)));
    // Documents are checked in turn: when this one is done, so are they.
    const last = await openText('yaml', '# Bitbucket\nevents:\n  - pullrequest:merged\n');
    await diagnosticsWhen(last, ({ length }) => length === 1);
    for (const document of documents) {
      assert.deepEqual(
        ours(document).map(({ message }) => message),
        [],
        document.getText(),
      );
    }
  });
});
