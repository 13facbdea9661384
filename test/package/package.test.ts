import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Linter } from 'eslint';
import { unzipSync } from 'fflate';
import { writtenSchemaFile } from '../../src/events/fileNames';
import { entities, payloads } from '../../src/events/payloads';
import type { PayloadIndex } from '../../src/payloads/library/payloadIndex';
import { repositoryRoot } from '../host/paths';

/** What is built of the payloads: after the index that is shipped with it. */
const { events } = JSON.parse(
  readFileSync(join(repositoryRoot, 'dist', 'payloads', 'index.json'), 'utf8'),
) as PayloadIndex;
const payloadFiles = Object.entries(events)
  .flatMap(([key, { schema, variants }]) => [schema, writtenSchemaFile(key), ...variants.map(({ file }) => file)])
  .concat('index.json', 'types.d.ts')
  .map((name) => `dist/payloads/${name}`);

const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as {
  contributes: { chatSkills: { path: string }[]; languageModelTools: { name: string }[] };
};

/** Everything that is shipped, and nothing else. vsce renames three of them in the package. */
const shipped = [
  ...payloadFiles,
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/extension.js',
  'dist/keyFinder.js',
  'dist/web/extension.js',
  'l10n/bundle.l10n.de.json',
  'media/icon.png',
  'media/walkthrough/browse.svg',
  'media/walkthrough/complete.svg',
  'media/walkthrough/copy.svg',
  'media/walkthrough/handler.de.md',
  'media/walkthrough/handler.md',
  'media/walkthrough/hooks.de.md',
  'media/walkthrough/hooks.md',
  'media/walkthrough/samples.svg',
  'media/walkthrough/send.svg',
  'media/walkthrough/verify.de.md',
  'media/walkthrough/verify.md',
  'media/webhook.svg',
  'package.json',
  'package.nls.de.json',
  'package.nls.json',
  'skills/bitbucket-webhook-handler/SKILL.md',
];
const renamed = new Map([
  ['CHANGELOG.md', 'changelog.md'],
  ['LICENSE', 'LICENSE.txt'],
  ['README.md', 'readme.md'],
]);

/** What CodeMirror's editor has in functions that nobody calls: it comes along with its modes and the grammar of HCL. */
const ofEditors = [
  ...['process', 'window', 'document', 'getComputedStyle', 'KeyboardEvent', 'Window', 'FileReader', 'DOMRect'],
  ...['setInterval', 'clearInterval', 'requestIdleCallback', 'cancelIdleCallback'],
  ...['MutationObserver', 'ResizeObserver', 'IntersectionObserver'],
];

/** No goal, but far less than what slips in by accident, such as grammars that are there twice. Bytes. */
const maxVsixLength = 2_000_000;

/** What a web worker has of its own, of which the extension makes use. */
const webGlobals = [
  ...['AbortController', 'AbortSignal', 'TextDecoder', 'TextEncoder', 'URL', 'crypto', 'DOMException'],
  ...['atob', 'btoa', 'clearTimeout', 'console', 'fetch', 'performance', 'setTimeout'],
];

describe('Package', () => {
  const vsix = readFileSync(join(repositoryRoot, 'out', 'extension.vsix'));
  const packaged = new Map(Object.entries(unzipSync(vsix)));
  const bytesOf = (name: string) => packaged.get(`extension/${name}`) ?? assert.fail(`no ${name} in the package`);
  const nodeBundle = bytesOf('dist/extension.js');
  const webBundle = bytesOf('dist/web/extension.js');

  it('has the files of the allow-list and no others', () => {
    assert.deepEqual(
      [...packaged.keys()].filter((name) => !name.endsWith('/')).sort(),
      [
        '[Content_Types].xml',
        'extension.vsixmanifest',
        ...shipped.map((name) => `extension/${renamed.get(name) ?? name}`),
      ].sort(),
    );
  });

  it('has a page without pictures, which VS Code would show as broken, and for who uses it', () => {
    const page = textOf(packaged.get('extension/readme.md') ?? assert.fail('no page'));
    assert.doesNotMatch(page, /<img|<picture|!\[|npm ci/);
    for (const section of ['Browse', 'Complete', 'Copy', 'Settings', 'Privacy', 'When something goes wrong']) {
      assert.match(page, new RegExp(`^## ${section}$`, 'm'));
    }
    assert.match(page, /\nBitbucket is a trademark of Atlassian.*\n$/);
  });

  it('has skills that VS Code takes: it passes over those that aren’t called like their folder, or don’t say what for', () => {
    const { chatSkills, languageModelTools } = manifest.contributes;
    assert.ok(chatSkills.length > 0);
    for (const { path } of chatSkills) {
      const text = textOf(bytesOf(path.replace('./', '')));
      const [, head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
      // Plain scalars, which mean what they say: with neither a colon and a blank in them nor a comment.
      const plain = /^([a-z]+): ((?:(?!: | #).)+)$/;
      const entries = head.split('\n').map((line) => plain.exec(line)?.slice(1) ?? assert.fail(`not plain: ${line}`));
      const { name = '', description = '' } = Object.fromEntries(entries) as Record<string, string>;
      assert.equal(name, basename(dirname(path)));
      assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.ok(description.length > 0 && description.length <= 1_024);
      // It sends assistants to tools that there are, and to all of them.
      const named = [...new Set(text.match(/`[a-z]+(?:_[a-z]+)*_bitbucket_[a-z_]+`/g))].map((tool) =>
        tool.slice(1, -1),
      );
      assert.deepEqual(named.sort(), languageModelTools.map((tool) => tool.name).sort());
    }
  });

  it('is small', () => {
    const sizes = {
      nodeBundle: nodeBundle.length,
      webBundle: webBundle.length,
      webBundleCompressed: gzipSync(webBundle).length,
      vsix: vsix.length,
    };
    for (const [what, size] of Object.entries(sizes)) {
      console.log(`      ${what}: ${(size / 1000).toFixed(1)} kB`);
    }
    assert.ok(vsix.length <= maxVsixLength);
  });

  it('says nothing of the machine that it was made on, and has no source maps', () => {
    const places = [repositoryRoot, homedir(), tmpdir()].filter((path) => path.length > 1);
    for (const [name, bytes] of packaged) {
      const text = Buffer.from(bytes).toString('latin1');
      for (const place of [...places, ...places.map((path) => JSON.stringify(path).slice(1, -1))]) {
        assert.ok(!text.includes(place), `${place} in ${name}`);
      }
      assert.doesNotMatch(text, /file:\/\/|\/(home|Users)\/\w|sourceMappingURL/, name);
    }
  });

  it('loads nothing but VS Code, and in Node.js what belongs to that', () => {
    const others = (name: string) => requiredBy(textOf(bytesOf(name))).filter((each) => !isBuiltin(each));
    // node-fetch asks for the last one where Node.js has no streams of the web, which no host of VS Code lacks.
    const own = ['./keyFinder.js', 'vscode', 'web-streams-polyfill/dist/ponyfill.es2018.js'];
    assert.deepEqual(others('dist/extension.js').sort(), own);
    assert.deepEqual(others('dist/keyFinder.js'), []);
    assert.deepEqual(requiredBy(textOf(webBundle)), ['vscode']);
  });

  it('has schemas and samples in files of their own and nothing of them in its code', () => {
    const json = JSON.stringify([entities, ...payloads.values()]);
    const sentences = Array.from(json.matchAll(/"description":"([\w ,.:;]{10,})"/g), ([, text = '']) => text);
    assert.ok(sentences.length > 50);
    for (const name of ['dist/extension.js', 'dist/keyFinder.js', 'dist/web/extension.js']) {
      const code = textOf(bytesOf(name));
      assert.deepEqual(
        sentences.filter((sentence) => code.includes(sentence)),
        [],
        name,
      );
    }
  });

  it('is loaded in Node.js without the platform’s fetch, which takes longer to load than all the rest', () => {
    const script = `
      for (const name of ['FormData', 'Headers', 'Request', 'Response']) {
        Object.defineProperty(globalThis, name, { get: () => console.log(name) });
      }
      const Module = require('node:module');
      const load = Module._load;
      const get = (target, name) => (name === 'prototype' ? target.prototype : vscode);
      const vscode = new Proxy(function () {}, { get, apply: () => vscode, construct: () => vscode });
      Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
      console.log(Object.keys(require(process.argv[1])).join());`;
    const bundle = join(repositoryRoot, 'dist', 'extension.js');
    assert.equal(execFileSync(process.execPath, ['-e', script, bundle], { encoding: 'utf8' }), 'activate\n');
  });

  it('has grammars that don’t ask for a navigator, of which hosts complain', () => {
    const script = `
      Object.defineProperty(globalThis, 'navigator', { get: () => { throw new Error('navigator was read'); } });
      const { KeyFinder } = require(process.argv[1]);
      const source = { languageId: 'terraform', getText: () => 'events = [""]' };
      new KeyFinder({ findEvent: () => undefined, listKnownEvents: () => [] }).whereTyped(source, 'a', 11).then(({ place }) => console.log(place.strength));`;
    const bundle = join(repositoryRoot, 'dist', 'keyFinder.js');
    assert.equal(execFileSync(process.execPath, ['-e', script, bundle], { encoding: 'utf8' }), 'named\n');
  });

  it('uses nothing in a browser that a web worker does not have', () => {
    const globals = Object.fromEntries(
      [...webGlobals, ...ofEditors, 'module', 'require'].map((name): [string, 'readonly'] => [name, 'readonly']),
    );
    const languageOptions = { ecmaVersion: 2023, sourceType: 'script', globals } as const;
    const undefinedIn = (code: string) => [
      ...new Set(
        new Linter().verify(code, { languageOptions, rules: { 'no-undef': 2 } }).map(({ message }) => message),
      ),
    ];
    assert.deepEqual(undefinedIn(textOf(webBundle)), []);
    assert.deepEqual(
      undefinedIn('Buffer.from(URL)'),
      ["'Buffer' is not defined."],
      'the check finds what it looks for',
    );
  });
});

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The modules that a bundle loads; not those in comments of code that it writes. */
function requiredBy(bundle: string): string[] {
  const names = Array.from(
    bundle.matchAll(/(?<!@type \{)\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g),
    ([, name = '']) => name,
  );
  return [...new Set(names)].sort();
}
