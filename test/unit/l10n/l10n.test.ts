import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { events } from '../../../src/events/events';
import { isTranslation, sourceFiles, translatableTexts, walk } from './sourceTexts';

const readTexts = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const placeholders = (text: string) =>
  [...text.matchAll(/\{\d+\}|\$\([\w~-]+\)|`[^`]+`/g)].map(([found]) => found).sort();

/** Where VS Code shows what it is given: property names and functions that take a text for users. */
const shownProperties = new Set(['title', 'placeHolder', 'tooltip', 'message', 'description', 'detail', 'label']);
const shownArguments = /^(?:window\.show\w+Message|window\.setStatusBarMessage|window\.createOutputChannel)$/;
/** Records, and the types that are made of them: data, of which what is shown is translated where it is shown. */
const isData = /^(?:events|payloads\/build)\//;
const shownConstructors = /^(?:TreeItem|CodeAction|DocumentDropEdit|MarkdownString)$/;

describe('Localisation', () => {
  it('has every text of the sources in German, and no other', () => {
    assert.deepEqual(Object.keys(readTexts('l10n/bundle.l10n.de.json')).sort(), translatableTexts());
  });

  it('has every text of the manifest in German, and no other', () => {
    assert.deepEqual(Object.keys(readTexts('package.nls.de.json')), Object.keys(readTexts('package.nls.json')));
  });

  it('uses each text of the manifest, and has all that it uses', () => {
    const used = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name));
    assert.deepEqual([...used].sort(), Object.keys(readTexts('package.nls.json')).sort());
  });

  it('keeps placeholders, icons and code in the translations', () => {
    const english = readTexts('package.nls.json');
    const pairs = [
      ...Object.entries(readTexts('l10n/bundle.l10n.de.json')),
      ...Object.entries(readTexts('package.nls.de.json')).map(([name, text]) => [english[name] ?? '', text] as const),
    ];
    for (const [text, translated] of pairs) {
      assert.deepEqual(placeholders(translated), placeholders(text), text);
      assert.notEqual(translated, '');
    }
  });

  it('says what events mean without a character that Markdown takes for markup, since it stands there as it is', () => {
    const german = readTexts('l10n/bundle.l10n.de.json');
    for (const { meaning } of events.values()) {
      for (const text of [meaning, german[meaning] ?? '']) {
        assert.doesNotMatch(text, /[*`<>[\]\\~|#&]|\b_|_\b|https?:|www\./, text);
      }
    }
  });

  it('quotes in German as German does', () => {
    for (const file of ['l10n/bundle.l10n.de.json', 'package.nls.de.json']) {
      for (const text of Object.values(readTexts(file))) {
        assert.doesNotMatch(text.replace(/„[^„“”"]*“/g, ''), /["„“”]/, text);
      }
    }
  });

  it('leaves no text for users untranslated in the sources', () => {
    const forgotten: string[] = [];
    const translated = sourceFiles().filter(({ fileName }) => !isData.test(fileName.replaceAll('\\', '/')));
    for (const file of translated) {
      walk(file, (node) => {
        if (isShownText(node)) {
          forgotten.push(`${file.fileName}: ${node.getText()}`);
        }
      });
    }
    assert.deepEqual(forgotten, []);
  });
});

/** A literal with a word in it that goes straight to where users see it. */
function isShownText(node: ts.Node): boolean {
  if (!ts.isStringLiteralLike(node) || !/\p{L}{2}/u.test(node.text) || isTranslation(node.parent)) {
    return false;
  }
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.initializer === node) {
    return shownProperties.has(parent.name.getText());
  }
  if (ts.isBinaryExpression(parent) && parent.right === node && ts.isPropertyAccessExpression(parent.left)) {
    return shownProperties.has(parent.left.name.text);
  }
  if (ts.isCallExpression(parent)) {
    return shownArguments.test(parent.expression.getText());
  }
  return ts.isNewExpression(parent) && shownConstructors.test(parent.expression.getText());
}
