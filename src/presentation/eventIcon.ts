import { type ThemeColor, ThemeIcon } from 'vscode';
import type { HookEvent } from '../bitbucket/hookEvents';

/**
 * Product icons that say what happens, as they do elsewhere in VS Code. In a narrow view they are all that tells
 * `pullrequest:comment_created` from `pullrequest:comment_deleted`, since VS Code cuts both off after sixteen letters.
 */
const icons = new Map([
  ['repo:push', 'repo-push'],
  ['repo:fork', 'repo-forked'],
  ['repo:updated', 'edit'],
  ['repo:transfer', 'arrow-swap'],
  ['repo:created', 'add'],
  ['repo:deleted', 'trash'],
  ['repo:imported', 'repo-clone'],
  ['repo:commit_comment_created', 'comment'],
  ['repo:commit_status_created', 'play-circle'],
  ['repo:commit_status_updated', 'checklist'],
  ['pullrequest:created', 'git-pull-request-create'],
  ['pullrequest:updated', 'git-pull-request'],
  ['pullrequest:approved', 'pass'],
  ['pullrequest:unapproved', 'circle-slash'],
  ['pullrequest:changes_request_created', 'request-changes'],
  ['pullrequest:changes_request_removed', 'discard'],
  ['pullrequest:fulfilled', 'git-merge'],
  ['pullrequest:rejected', 'git-pull-request-closed'],
  ['pullrequest:comment_created', 'comment'],
  ['pullrequest:comment_updated', 'edit'],
  ['pullrequest:comment_deleted', 'trash'],
  ['pullrequest:comment_resolved', 'check'],
  ['pullrequest:comment_reopened', 'comment-unresolved'],
  ['pullrequest:push', 'git-commit'],
  ['issue:created', 'issues'],
  ['issue:updated', 'edit'],
  ['issue:comment_created', 'comment-discussion'],
]);

/** Bitbucket's categories, and the product icons that stand for the same things. */
const categoryIcons = new Map([
  ['repository', 'repo'],
  ['pull request', 'git-pull-request'],
  ['issue', 'issues'],
  ['pipelines', 'pulse'],
  ['project', 'project'],
]);

/** An event's icon; that of its category where nothing is known of it. */
export function eventIcon({ key, category }: Pick<HookEvent, 'key' | 'category'>, color?: ThemeColor): ThemeIcon {
  const icon = icons.get(key);
  return icon === undefined ? categoryIcon(category, color) : new ThemeIcon(icon, color);
}

export function categoryIcon(category: string, color?: ThemeColor): ThemeIcon {
  return new ThemeIcon(categoryIcons.get(category.toLowerCase()) ?? 'broadcast', color);
}
