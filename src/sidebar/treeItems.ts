import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { isDeprecatedSubjectType } from '../catalog/subjectTypes';
import { eventIcon, eventMarkdown } from '../presentation/eventText';
import { faultText } from '../presentation/faultText';
import { joinTexts } from '../presentation/texts';
import { apiBaseUrlSetting, openSettingCommand, withSettingLinks } from '../presentation/settingLinks';
import { sampleUri } from '../presentation/sampleLinks';
import type { CategoryNode, EmptyNode, EventNode, LoadMoreNode, RetryNode, SubjectTypeNode, TreeNode } from './nodes';

/** Commands behind tree items; not in the palette. */
export const loadMoreCommand = '_bitbucketWebhooks.loadMore';
export const retryCommand = '_bitbucketWebhooks.retry';

const subjectTypeIcons = new Map([
  ['repository', 'repo'],
  ['workspace', 'organization'],
  ['team', 'organization'],
  ['user', 'account'],
]);

/** @param atWork Whose "Load more…" or "Retry" is at work; `undefined`: the tree's own. */
export function treeItem(
  node: TreeNode,
  isGrouped: boolean,
  atWork: ReadonlySet<SubjectTypeNode | undefined>,
): TreeItem {
  switch (node.kind) {
    case 'subjectType':
      return subjectTypeItem(node, isGrouped);
    case 'category':
      return categoryItem(node);
    case 'event':
      return eventItem(node);
    case 'loadMore':
      return loadMoreItem(node, atWork.has(node.parent));
    case 'retry':
      return retryItem(node, atWork.has(node.parent));
    case 'empty':
      return emptyItem(node);
  }
}

function subjectTypeItem({ name }: SubjectTypeNode, isGrouped: boolean): TreeItem {
  // Above a category of the same name, the bare one would say nothing.
  const label = isGrouped ? l10n.t('{0} webhooks', name.slice(0, 1).toUpperCase() + name.slice(1)) : name;
  const item = newItem('subjectType', `subject:${name}`, label, TreeItemCollapsibleState.Collapsed);
  item.iconPath = new ThemeIcon(subjectTypeIcons.get(name) ?? 'symbol-namespace');
  const isDeprecated = isDeprecatedSubjectType(name);
  const description = isDeprecated ? l10n.t('deprecated') : '';
  item.description = description;
  item.tooltip = isDeprecated
    ? l10n.t('{0}: deprecated by Bitbucket, use workspace instead', name)
    : l10n.t('Events that a webhook of this subject type can subscribe to: {0}', name);
  item.accessibilityInformation = { label: joinTexts([label, description], ', ') };
  return item;
}

function categoryItem({ name, parent, events, known }: CategoryNode): TreeItem {
  const id = `category:${encodeURIComponent(parent.name)}/${name}`;
  const item = newItem('category', id, name || l10n.t('Without category'), TreeItemCollapsibleState.Expanded);
  item.iconPath = eventIcon(name);
  item.description = known > events.length ? l10n.t('{0} of {1}', events.length, known) : String(known);
  return item;
}

function eventItem({ event, subjectType, parent }: EventNode): TreeItem {
  // What all keys of a category begin with would leave no room in a narrow view for what tells them apart.
  const label = (parent.kind === 'category' && event.key.slice(parent.family.length)) || event.key;
  // A name may hold anything, and ids that come twice break the whole tree.
  const item = newItem('event', `event:${encodeURIComponent(subjectType.name)}/${event.key}`, label);
  item.description = event.label;
  item.iconPath = eventIcon(event.category);
  item.tooltip = eventMarkdown(event);
  item.accessibilityInformation = { label: joinTexts([event.key, event.label, event.category], ', ') };
  // VS Code's own command, for which it has the Explorer's gestures: preview, pin, open to the side.
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Show sample payload'),
    arguments: [sampleUri({ key: event.key })],
  };
  return item;
}

function loadMoreItem(node: LoadMoreNode, isAtWork: boolean): TreeItem {
  const { parent, loaded, total } = node;
  const label = isAtWork ? l10n.t('Loading…') : l10n.t('Load more…');
  const item = newItem('loadMore', `more:${parent.name}`, label);
  item.iconPath = new ThemeIcon(isAtWork ? 'loading~spin' : 'ellipsis');
  item.description =
    total !== undefined && total >= loaded ? l10n.t('{0} of {1}', loaded, total) : l10n.t('{0} loaded', loaded);
  item.tooltip = l10n.t('Load the next page of events');
  item.accessibilityInformation = { label: `${label} ${item.description}` };
  if (!isAtWork) {
    item.command = { command: loadMoreCommand, title: l10n.t('Load more…'), arguments: [node] };
  }
  return item;
}

function retryItem(node: RetryNode, isAtWork: boolean): TreeItem {
  const { short, full } = faultText(node.fault);
  // Asking again is of no use there before the setting is another one, and then happens by itself.
  const isOfSetting = node.fault.kind === 'baseUrl';
  const action = isOfSetting ? l10n.t('Open setting') : l10n.t('Retry');
  const label = isAtWork ? l10n.t('Loading…') : `${short}. ${action}`;
  const item = newItem(isOfSetting ? 'setting' : 'retry', `error:${node.parent?.name ?? ''}`, label);
  item.iconPath = isAtWork
    ? new ThemeIcon('loading~spin')
    : new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.tooltip = withSettingLinks(full);
  item.accessibilityInformation = { label: `${full} ${action}` };
  if (!isAtWork) {
    item.command = isOfSetting
      ? { command: openSettingCommand, title: action, arguments: [apiBaseUrlSetting] }
      : { command: retryCommand, title: action, arguments: [node] };
  }
  return item;
}

function emptyItem(node: EmptyNode): TreeItem {
  return newItem('empty', `empty:${node.parent.name}`, l10n.t('Bitbucket lists no events here'));
}

/** @param kind What the conditions of menus in package.json know it by. */
function newItem(kind: string, id: string, label: string, state?: TreeItemCollapsibleState): TreeItem {
  return Object.assign(new TreeItem(label, state), { id, contextValue: kind });
}
