import assert from 'node:assert/strict';
import ts from 'typescript';
import { withoutLinks } from '../../../src/presentation/texts';
import { isTranslation, sourceFiles, walk } from './sourceTexts';

describe('Notifications', () => {
  it('make no link of what others chose', () => {
    // What VS Code takes for one (src/vs/base/common/linkedText.ts): no other character than a bracket may stand between.
    const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;
    const path = 'http://localhost:3000/[x](command:y)/[[a](b)](https://example.com)';
    assert.match(path, link);
    assert.doesNotMatch(withoutLinks(path), link);
  });

  it('are nowhere in the sources without that, but for texts that are ours alone, and for dialogues', () => {
    const forgotten: string[] = [];
    for (const file of sourceFiles()) {
      walk(file, (node) => {
        if (isNotification(node) && !isPlain(node)) {
          forgotten.push(`${file.fileName}: ${node.getText()}`);
        }
      });
    }
    assert.deepEqual(forgotten, []);
  });
});

function isNotification(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) && /^window\.show(?:Information|Warning|Error)Message$/.test(node.expression.getText())
  );
}

function isPlain({ arguments: [message, options] }: ts.CallExpression): boolean {
  if (!message || /\bmodal: true\b/.test(options?.getText() ?? '')) {
    return true;
  }
  const isOurs = isTranslation(message) && message.arguments.length === 1;
  return isOurs || message.getText().startsWith('withoutLinks(');
}
