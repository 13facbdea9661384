import assert from 'node:assert/strict';
import { type Parser, type PartialParse, type Tree, TreeFragment } from '@lezer/common';
import fc from 'fast-check';
import { blankComments, blankTemplates } from '../../../src/language/syntax/blank';
import { difference } from '../../../src/language/syntax/difference';
import type { Language } from '../../../src/language/syntax/language';
import { languageOf } from '../../../src/language/syntax/languages';
import { withPlaceholder } from '../../../src/language/syntax/placeholder';
import { prepare, Trees } from '../../../src/language/syntax/trees';
import { accept, at } from './fixture';
import { samples } from './samples';

describe('Texts are prepared', () => {
  it('with spaces in place of templates and comments, at the same positions', () => {
    const piece = fc.constantFrom('{{', '}}', ' a ', '\n', '"', '\\"', '//', '/*', '*/', 'https://x', '{{ .b }}');
    const property = fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      for (const blanked of [blankTemplates(text), blankComments(text)]) {
        assert.equal(blanked.length, text.length);
        for (let offset = 0; offset < text.length; offset++) {
          assert.ok(blanked[offset] === text[offset] || blanked[offset] === ' ');
        }
      }
    });
    fc.assert(property, { seed: 1, numRuns: 300 });
  });

  const blanked: [(text: string) => string, string, string][] = [
    [blankTemplates, 'a: {{ .x }} # b', 'a:          # b'],
    [blankTemplates, '{{ if\n x }}y', '     \n     y'],
    [blankTemplates, `{{${'\n'.repeat(12)}}}`, `{{${'\n'.repeat(12)}}}`],
    [blankComments, '{ "a": "http://b" } // c', '{ "a": "http://b" }     '],
    [blankComments, '[/* a\n"b" */ "c"]', '[    \n       "c"]'],
    [blankComments, '["\\"//a", 1 // b\n]', '["\\"//a", 1     \n]'],
    [blankComments, '/* " */ "a" // b', '        "a"     '],
  ];
  for (const [blank, text, expected] of blanked) {
    it(`${blank.name}: ${JSON.stringify(text)}`, () => {
      assert.equal(blank(text), expected);
    });
  }
});

describe('difference', () => {
  it('is the one range that two texts don’t share', () => {
    const part = fc.string({ maxLength: 10 });
    const long = fc.constantFrom('', 'ab'.repeat(5_000));
    const property = fc.property(long, part, part, long, (head, before, after, tail) => {
      const [a, b] = [head + before + tail, head + after + tail];
      const { fromA, toA, fromB, toB } = difference(a, b);
      assert.equal(a.slice(0, fromA) + b.slice(fromB, toB) + a.slice(toA), b);
      assert.ok(toA - fromA <= before.length && toB - fromB <= after.length);
    });
    fc.assert(property, { seed: 2, numRuns: 300 });
  });
});

describe('withPlaceholder', () => {
  it('keeps what the positions of the document are', async () => {
    for (const [languageId, marked] of [
      ['yaml', 'a: "b‸\nc: "d"'],
      ['json', '{"a": re‸po:x, "b": "c"}'],
      ['json', '{"a": "re‸\n"b": 1}'],
      ['typescript', "f('a‸b')"],
    ] as const) {
      const cursor = marked.indexOf('‸');
      const text = marked.replace('‸', '');
      const prepared = withPlaceholder(await languageOf(languageId), text, cursor);
      // Each character of the document is still there, in its order.
      const kept = new Map<number, string>();
      for (let position = prepared.text.length - 1; position >= 0; position--) {
        kept.set(prepared.toDocument(position), prepared.text[position] ?? '');
      }
      assert.equal(prepared.toDocument(prepared.cursor), cursor, marked);
      assert.equal(prepared.toDocument(prepared.text.length), text.length, marked);
      assert.equal(kept.get(0), text[0]);
    }
  });
});

describe('Languages', () => {
  it('have their dialects', async () => {
    for (const languageId of ['ansible', 'helm', 'azure-pipelines', 'github-actions-workflow', 'dockercompose']) {
      assert.equal(
        await accept(languageId, 'bitbucket_events:\n  - repo:|', 'repo:push'),
        'bitbucket_events:\n  - repo:push',
      );
    }
    const lines = '{"events": ["repo:fork"]}\n{"events": ["re|"]}\n';
    assert.equal(await accept('jsonl', lines, 'repo:push'), lines.replace('re|', 'repo:push'));
    assert.equal(
      await accept('json5', "{events: ['re|',], /* a */}", 'repo:push'),
      "{events: ['repo:push',], /* a */}",
    );
    assert.equal(
      await accept('jsonc', '{"events": ["re|",], // a\n}', 'repo:push'),
      '{"events": ["repo:push",], // a\n}',
    );
  });

  it('keep what is half typed in a template’s file apart from the template', async () => {
    const found = await at(
      'helm',
      '{{- if .Values.x }}\nevents:\n  {{- range .Values.e }}\n  - re|\n  {{- end }}\n{{- end }}',
    );
    assert.equal(found?.place.strength, 'named');
  });
});

function nodesOf(tree: Tree): string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from} ${to}`) });
  return nodes;
}

/** How many steps a parse takes. */
function stepsOf(language: Language, text: string, fragments?: readonly TreeFragment[]): number {
  const parse = language.parser.startParse(prepare(language, text), fragments);
  let steps = 1;
  while (!parse.advance()) {
    steps++;
  }
  return steps;
}

/** The tree for a position, however slow the machine is. */
async function askedUntilThere(trees: Trees, ...[document, language, text, position]: Parameters<Trees['near']>) {
  let tree: Tree | undefined;
  while (tree === undefined) {
    tree = await trees.near(document, language, text, position);
  }
  return tree;
}

/** A parser that also says what is parsed, and in how many steps. */
function observed(parser: Parser): { parser: Parser; parses: { length: number; steps: number }[] } {
  const parses: { length: number; steps: number }[] = [];
  const startParse = (text: string, fragments?: readonly TreeFragment[]): PartialParse => {
    const parse = parser.startParse(text, fragments);
    const seen = { length: text.length, steps: 0 };
    parses.push(seen);
    const advance = parse.advance.bind(parse);
    return Object.assign(parse, { advance: () => (seen.steps++, advance()) });
  };
  return { parser: Object.assign(Object.create(parser) as Parser, { startParse }), parses };
}

describe('Trees', () => {
  for (const [languageId, item, start = '', end = ''] of [
    ['yaml', '- name: x\n  url: y\n'],
    ['yaml', '- event: x\n'],
    ['yaml', '  - name: x\n    events:\n      - y\n', 'hooks:\n'],
    ['json', '{"events": ["x"]}, ', '[', '{}]'],
    ['typescript', "on('x', () => run());\n"],
    ['markdown', 'Sent with `x`:\n\n```yaml\nevents: [x]\n```\n\n'],
  ] as const) {
    it(`of large documents are made bit by bit, as if at once: ${languageId}, ${JSON.stringify(item)}`, async () => {
      const language = await languageOf(languageId);
      const text = start + item.repeat(300_000 / item.length) + end;
      const { parser, parses } = observed(language.parser);
      const tree = await new Trees().whole({}, { ...language, parser }, text);
      assert.deepEqual(tree && nodesOf(tree), nodesOf(language.parser.parse(prepare(language, text))));
      assert.equal(parses.length, 3);
      assert.ok(parses.every(({ length }, index) => length - (parses[index - 1]?.length ?? 0) <= 100_010));
      const steps = parses.reduce((sum, parse) => sum + parse.steps, 0);
      assert.ok(steps < stepsOf(language, text) * 1.1);
    });

    it(`of large documents are used again after a letter: ${languageId}, ${JSON.stringify(item)}`, async () => {
      const language = await languageOf(languageId);
      const text = start + item.repeat(3_000) + end;
      const at = text.indexOf('x', text.length / 2);
      const edited = `${text.slice(0, at)}z${text.slice(at)}`;
      const tree = language.parser.parse(prepare(language, text));
      const change = { fromA: at, toA: at, fromB: at, toB: at + 1 };
      const fragments = TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
      assert.ok(stepsOf(language, edited, fragments) * 5 < stepsOf(language, edited));
    });
  }

  it('are there for where somebody types in a large document, before all of it is read', async () => {
    const language = await languageOf('typescript');
    const text = "const events = ['repo:push'];\n".repeat(100_000);
    const tree = await askedUntilThere(new Trees(), {}, language, text, 20);
    assert.equal(tree.resolveInner(20, 1).name, 'String');
  });

  it('of the same document use again what an edit has left alone', async () => {
    const language = await languageOf('json');
    const trees = new Trees();
    const document = {};
    const text = `[${'{"events": ["repo:push"]}, '.repeat(5_000)}{}]`;
    const first = await trees.whole(document, language, text);
    assert.ok(first);
    const at = 70_000;
    const edited = `${text.slice(0, at)} ${text.slice(at)}`;
    const tree = await askedUntilThere(trees, document, language, edited, at);
    assert.deepEqual(nodesOf(tree), nodesOf(language.parser.parse(edited)));
  });

  it('of a document that has become shorter use nothing that stood behind its end', async () => {
    const [, sample = ''] = samples.find(([languageId]) => languageId === 'typescriptreact') ?? [];
    const language = await languageOf('typescriptreact');
    const [trees, document] = [new Trees(), {}];
    let text = sample.repeat(60);
    await trees.whole(document, language, text);
    for (const [from, to] of [
      [20_160, 48_300],
      [9_216, 13_248],
    ] as const) {
      text = text.slice(0, from) + text.slice(to);
      await askedUntilThere(trees, document, language, text, text.length);
    }
    const tree = await trees.whole(document, language, text);
    assert.deepEqual(tree && nodesOf(tree), nodesOf(language.parser.parse(text)));
  });
});
