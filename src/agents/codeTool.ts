import {
  type CancellationToken,
  l10n,
  type LanguageModelTool,
  type LanguageModelToolInvocationOptions,
  LanguageModelTextPart,
  LanguageModelToolResult,
  MarkdownString,
  type PreparedToolInvocation,
  workspace,
} from 'vscode';
import type { WorkspaceComparison } from '../hooks/workspaceComparison';
import { describeCode } from './answers/describeCode';
import { parseCodeInput } from './answers/input';

/**
 * Tells assistants what the code of the open workspace does with events, as the command that compares them tells users.
 *
 * A tool of its own: it reads the user's files, so that VS Code asks before it runs.
 */
export class CodeTool implements LanguageModelTool<unknown> {
  constructor(private readonly comparison: WorkspaceComparison) {}

  prepareInvocation(): PreparedToolInvocation {
    return {
      invocationMessage: l10n.t('Comparing events with code'),
      confirmationMessages: {
        title: l10n.t('Compare events with code'),
        message: new MarkdownString(
          l10n.t(
            'The files of the open folders are searched for Bitbucket events. The assistant is told where they are used.',
          ),
        ),
      },
    };
  }

  async invoke(
    { input }: LanguageModelToolInvocationOptions<unknown>,
    token: CancellationToken,
  ): Promise<LanguageModelToolResult> {
    const { key } = parseCodeInput(input);
    if (!workspace.isTrusted) {
      throw new Error(
        'The workspace is open in Restricted Mode: its files are not read for assistants until the user trusts it.',
      );
    }
    if ((workspace.workspaceFolders ?? []).length === 0) {
      throw new Error('No folder is open: there is no code to look into.');
    }
    const answer = describeCode(await this.comparison.make(token), key);
    return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(answer))]);
  }
}
