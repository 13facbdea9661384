import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KeyDiagnostics } from '../../../src/language/check/diagnostics';
import { DiagnosticSeverity, documentEvents, Range, Uri } from '../../bench/vscodeStub';
import { createCatalog } from '../../support/createCatalog';
import { CountingSource } from './countingSource';

/** An open document, as VS Code's extension host has it; typing tells everybody who listens. */
class OpenDocument {
  readonly uri = Uri.parse('file:///bitbucket/hooks');
  version = 1;
  source: CountingSource;

  constructor(
    public languageId: string,
    text: string,
  ) {
    this.source = new CountingSource(text.split('\n'));
    documentEvents.opened.fire(this);
  }

  get lineCount(): number {
    return this.source.lineCount;
  }

  lineAt(line: number): { text: string } {
    return { text: this.source.lineText(line) };
  }

  /** Replaces parts of the text at once; `texts` by offset, from the document's end to its beginning. */
  edit(...changes: readonly { start: number; end: number; text: string }[]): void {
    let whole = this.text;
    const contentChanges = changes.map(({ start, end, text }) => {
      const [from, to] = [positionIn(whole, start), positionIn(whole, end)];
      whole = whole.slice(0, start) + text + whole.slice(end);
      return { range: new Range(from.line, from.character, to.line, to.character), text };
    });
    this.source = new CountingSource(whole.split('\n'));
    this.version++;
    documentEvents.changed.fire({ document: this, contentChanges });
  }

  get text(): string {
    return this.source.lines.join('\n');
  }

  close(): void {
    documentEvents.closed.fire(this);
  }
}

function positionIn(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe('KeyDiagnostics', () => {
  let severity: number | undefined;
  let diagnostics: KeyDiagnostics;
  beforeEach(() => {
    severity = DiagnosticSeverity.Warning;
    const settings = {
      languageIds: ['yaml', 'json', 'typescript'],
      get severity() {
        return severity;
      },
      onDidChange: () => ({ dispose: () => undefined }),
    };
    const catalog = createCatalog({ baseUrl: 'http://127.0.0.1:9', refreshInterval: () => 0 });
    diagnostics = new KeyDiagnostics(catalog, settings as never);
  });
  afterEach(() => {
    diagnostics.dispose();
  });

  const findingsOf = (document: OpenDocument): string[] =>
    diagnostics
      .findingsIn(document as never)
      .map(({ kind, token }) => `${token.line}:${token.start} ${token.text} ${kind}`);

  it('finds after any typing what it finds in the same text just opened', () => {
    const start =
      'events:\n  - repo:pushed\n  - pr:merged\n\nhook: { eventKey: pullrequest:merged }\nevents: [repo:fork]\n';
    const typed = fc.constantFrom(
      'a',
      '\n',
      '\r\n',
      ':',
      '- ',
      'repo:pushed',
      '\n  - repo:forked\n',
      '',
      '"',
      'x\n'.repeat(30),
    );
    const edit = fc.record({ at: fc.nat(), length: fc.nat(6), text: typed, also: fc.option(fc.nat()) });
    const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const document = new OpenDocument('yaml', start);
      findingsOf(document);
      for (const { at, length, text, also } of edits) {
        const size = document.text.length;
        const from = at % (size + 1);
        const first = { start: from, end: Math.min(size, from + length), text: text.replace('\r', '') };
        // Several cursors: the one that is farthest down comes first.
        const second = also === null ? [] : [{ start: also % (from + 1), end: also % (from + 1), text: first.text }];
        document.edit(first, ...second);
        assert.equal(document.source.visited, 0, 'reads nothing while someone types');
        assert.deepEqual(findingsOf(document), findingsOf(new OpenDocument('yaml', document.text)));
      }
    });
    fc.assert(property, { seed: 6, numRuns: 100 });
  });

  it('reads a large document once, and then what is edited', () => {
    const entry = (at: number) => `- name: hook ${at}\n  url: https://ci.example.org/${at}\n  events: [repo:pushed]\n`;
    const document = new OpenDocument('yaml', Array.from({ length: 3_000 }, (_, at) => entry(at)).join(''));
    assert.equal(findingsOf(document).length, 3_000);
    const whole = document.source.visited;
    const middle = document.text.indexOf('- name', 100_000);
    document.edit({ start: middle, end: middle, text: '- event: pullrequest:merged\n' });
    assert.equal(findingsOf(document).length, 3_001);
    assert.ok(document.source.visited < whole / 10, `${document.source.visited} of ${whole} characters`);
    document.edit();
    assert.equal(findingsOf(document).length, 3_001);
    assert.equal(document.source.visited, 0, 'nothing has changed');
  });

  it('starts anew in another language', () => {
    const document = new OpenDocument('json', "const events = ['repo:pushed']; // in TypeScript alone");
    assert.deepEqual(findingsOf(document), []);
    document.close();
    document.languageId = 'typescript';
    documentEvents.opened.fire(document);
    assert.deepEqual(findingsOf(document), ['0:17 repo:pushed unknown']);
    document.close();
    assert.deepEqual(findingsOf(document), []);
  });

  it('looks at nothing in other languages, and when switched off', () => {
    severity = undefined;
    const off = new OpenDocument('yaml', 'events: [repo:pushed]');
    severity = DiagnosticSeverity.Warning;
    for (const document of [off, new OpenDocument('markdown', 'events: [repo:pushed]')]) {
      document.edit({ start: 0, end: 0, text: ' ' });
      assert.deepEqual(findingsOf(document), []);
      assert.equal(document.source.visited, 0);
    }
  });
});
