import { Disposable, l10n } from 'vscode';
import { type HookSubject, parseSubject } from '../bitbucket/hookSubject';
import { registerCommand, registerRowCommand } from '../commands/registerCommand';
import { askForText } from '../credentials/inputBox';
import { namesInAddress } from '../payloads/library/repositoryNames';
import type { HooksNode } from './nodes';
import type { Repositories } from './repositories';

/** "Add repository" and "Remove from list". */
export function registerRepositories(repositories: Repositories, announce: () => void): Disposable {
  return Disposable.from(
    registerCommand('addRepository', async () => {
      const subject = await askForSubject(l10n.t('Add repository'));
      if (subject) {
        await repositories.add(subject);
        announce();
      }
    }),
    registerRowCommand('removeRepository', async (node?: HooksNode) => {
      if (node?.kind === 'subject') {
        await repositories.remove(node.subject);
        announce();
      }
    }),
  );
}

/** Asks for a repository or workspace by its name or address; `undefined` if the user goes away. */
export async function askForSubject(title: string): Promise<HookSubject | undefined> {
  const text = await askForText({
    title,
    prompt: l10n.t('The repository with its workspace, or a workspace alone, as in their addresses at bitbucket.org.'),
    placeholder: l10n.t('workspace/repository, or workspace'),
    check: (typed) =>
      subjectIn(typed) ? undefined : l10n.t('Write it as workspace/repository or workspace, as in its address.'),
  });
  return text === undefined ? undefined : subjectIn(text);
}

function subjectIn(text: string): HookSubject | undefined {
  return namesInAddress(text.trim()) ?? parseSubject(text);
}
