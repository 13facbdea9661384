import { ThemeIcon } from 'vscode';

/** Bitbucket's categories, and the product icons that stand for the same things elsewhere in VS Code. */
const icons = new Map([
  ['repository', 'repo'],
  ['pull request', 'git-pull-request'],
  ['issue', 'issues'],
  ['pipelines', 'pulse'],
  ['project', 'project'],
]);

export function eventIcon(category: string): ThemeIcon {
  return new ThemeIcon(icons.get(category.toLowerCase()) ?? 'broadcast');
}
