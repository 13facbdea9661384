import { l10n, type MarkdownString, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from 'vscode';
import { isDeprecatedSubjectType } from '../catalog/subjectTypes';
import { categoryIcon } from '../presentation/eventIcon';
import { eventMarkdown } from '../presentation/eventText';
import { faultText } from '../presentation/faultText';
import { joinTexts } from '../presentation/texts';
import { apiBaseUrlSetting, openSettingCommand, withSettingLinks } from '../presentation/settingLinks';
import { eventRow, newRow, warningIcon } from '../presentation/treeRows';
import type { CategoryNode, EventNode, LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';

/** Commands behind tree items; not in the palette. */
export const loadMoreCommand = '_bitbucketWebhooks.loadMore';
export const retryCommand = '_bitbucketWebhooks.retry';

const subjectTypeIcons = new Map([
  ['repository', 'repo'],
  ['workspace', 'organization'],
  ['team', 'organization'],
  ['user', 'account'],
]);

/** A row as VS Code draws it. What only its tooltip says is left to `tooltipOf`. */
export function treeItem(node: TreeNode): TreeItem {
  switch (node.kind) {
    case 'subjectType':
      return subjectTypeItem(node);
    case 'category':
      return categoryItem(node);
    case 'event':
      return eventItem(node);
    case 'loadMore':
      return loadMoreItem(node);
    case 'retry':
      return retryItem(node);
    case 'empty':
      return newRow('empty', `empty:${node.parent.name}`, emptyLabel());
  }
}

/** What a row says when the mouse rests on it. */
export function tooltipOf(node: TreeNode): string | MarkdownString {
  switch (node.kind) {
    case 'subjectType':
      return isDeprecatedSubjectType(node.name)
        ? l10n.t('{0}: deprecated by Bitbucket, use workspace instead', node.name)
        : l10n.t('Events that a webhook of this subject type can subscribe to: {0}', node.name);
    case 'category':
      return categoryLabel(node);
    case 'event':
      return eventMarkdown(node.event);
    case 'loadMore':
      return l10n.t('Load the next page of events');
    case 'retry':
      return withSettingLinks(faultText(node.fault).full);
    case 'empty':
      return emptyLabel();
  }
}

/** All that can change in a row and its tooltip, to be compared one by one: those that are the same say the same. */
export function madeOf(node: TreeNode): readonly unknown[] {
  switch (node.kind) {
    case 'subjectType':
      return [node.isGrouped];
    case 'category':
      return [node.events.length, node.known];
    case 'event': {
      const { label, category, description, subjectTypes, origin } = node.event;
      const date = origin.kind === 'live' ? undefined : origin.date.getTime();
      return [shownKey(node), label, category, description, origin.kind, date, ...subjectTypes];
    }
    case 'loadMore':
      return [node.loaded, node.total, node.isAtWork];
    case 'retry':
      return [node.fault, node.isAtWork];
    case 'empty':
      return [];
  }
}

function subjectTypeItem({ name, isGrouped }: SubjectTypeNode): TreeItem {
  // Above a category of the same name, the bare one would say nothing.
  const label = isGrouped ? l10n.t('{0} webhooks', name.slice(0, 1).toUpperCase() + name.slice(1)) : name;
  const item = newRow('subjectType', `subject:${name}`, label, TreeItemCollapsibleState.Collapsed);
  item.iconPath = new ThemeIcon(subjectTypeIcons.get(name) ?? 'symbol-namespace');
  const description = isDeprecatedSubjectType(name) ? l10n.t('deprecated') : '';
  item.description = description;
  item.accessibilityInformation = { label: joinTexts([label, description], ', ') };
  return item;
}

function categoryLabel({ name }: CategoryNode): string {
  return name || l10n.t('Without category');
}

function categoryItem(node: CategoryNode): TreeItem {
  const { name, parent, events, known } = node;
  const id = `category:${encodeURIComponent(parent.name)}/${name}`;
  const item = newRow('category', id, categoryLabel(node), TreeItemCollapsibleState.Expanded);
  item.iconPath = categoryIcon(name);
  item.description = known > events.length ? l10n.t('{0} of {1}', events.length, known) : String(known);
  return item;
}

/** What all keys of a category begin with would leave no room in a narrow view for what tells them apart. */
function shownKey({ event, parent }: EventNode): string {
  return (parent.kind === 'category' && event.key.slice(parent.family.length)) || event.key;
}

function eventItem(node: EventNode): TreeItem {
  const { event, subjectType } = node;
  // A name may hold anything, and ids that come twice break the whole tree.
  return eventRow(event, `event:${encodeURIComponent(subjectType.name)}/${event.key}`, shownKey(node));
}

function loadMoreItem(node: LoadMoreNode): TreeItem {
  const { parent, loaded, total, isAtWork } = node;
  const label = isAtWork ? l10n.t('Loading…') : l10n.t('Load more…');
  const item = newRow('loadMore', `more:${parent.name}`, label);
  item.iconPath = new ThemeIcon(isAtWork ? 'loading~spin' : 'ellipsis');
  item.description =
    total !== undefined && total >= loaded ? l10n.t('{0} of {1}', loaded, total) : l10n.t('{0} loaded', loaded);
  item.accessibilityInformation = { label: `${label} ${item.description}` };
  if (!isAtWork) {
    item.command = { command: loadMoreCommand, title: l10n.t('Load more…'), arguments: [node] };
  }
  return item;
}

function retryItem(node: RetryNode): TreeItem {
  const { isAtWork } = node;
  const { short, full } = faultText(node.fault);
  // Asking again is of no use there before the setting is another one, and then happens by itself.
  const isOfSetting = node.fault.kind === 'baseUrl';
  const action = isOfSetting ? l10n.t('Open setting') : l10n.t('Retry');
  const label = isAtWork ? l10n.t('Loading…') : `${short}. ${action}`;
  const item = newRow(isOfSetting ? 'setting' : 'retry', `error:${node.parent?.name ?? ''}`, label);
  item.iconPath = isAtWork ? new ThemeIcon('loading~spin') : warningIcon;
  item.accessibilityInformation = { label: `${full} ${action}` };
  if (!isAtWork) {
    item.command = isOfSetting
      ? { command: openSettingCommand, title: action, arguments: [apiBaseUrlSetting] }
      : { command: retryCommand, title: action, arguments: [node] };
  }
  return item;
}

function emptyLabel(): string {
  return l10n.t('Bitbucket lists no events here');
}
