import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { forgeOnly } from '../../../src/events/dialects';
import { events } from '../../../src/events/events';
import { payloads } from '../../../src/events/payloads';

const sources = join(process.cwd(), 'src');

export function sourceFiles(): ts.SourceFile[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const text = readFileSync(join(sources, file), 'utf8');
      return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    });
}

/** Calls back for a node and all below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => {
    walk(child, visit);
  });
}

export function isTranslation(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 'l10n.t';
}

/** The texts that are data, which stand in English in the records of events, by the name that `l10n.t` is given them under. */
const textsOfRecords: Readonly<Record<string, readonly string[]>> = {
  meaning: [...events.values(), ...forgeOnly.values()].map(({ meaning }) => meaning),
  note: [...events.values()].flatMap(({ note = [] }) => note),
  title: [...payloads.values()].flatMap(({ variants }) => variants.map(({ title }) => title)),
};

/** The texts that `l10n.t` is given, anywhere in the sources. */
export function translatableTexts(): string[] {
  const texts = new Set<string>();
  for (const file of sourceFiles()) {
    walk(file, (node) => {
      if (isTranslation(node)) {
        const [text] = node.arguments;
        const ofRecords = textsOfRecords[text?.getText() ?? ''];
        if (ofRecords) {
          ofRecords.forEach((each) => texts.add(each));
          return;
        }
        if (!text || !ts.isStringLiteralLike(text)) {
          throw new Error(
            `${file.fileName}: l10n.t needs a literal, for whoever collects the texts: ${node.getText()}`,
          );
        }
        texts.add(text.text);
      }
    });
  }
  return [...texts].sort();
}
