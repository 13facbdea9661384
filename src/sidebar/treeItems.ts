import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { isDeprecatedSubjectType } from '../catalog/subjectTypes';
import { eventIcon } from '../presentation/eventIcon';
import { eventMarkdown } from '../presentation/eventMarkdown';
import { faultText } from '../presentation/faultText';
import { joinTexts } from '../presentation/joinTexts';
import { sampleUri } from '../presentation/payloadLinks';
import type { CategoryNode, EmptyNode, EventNode, LoadMoreNode, RetryNode, SubjectTypeNode } from './nodes';

/** Commands behind tree items; not in the palette. */
export const loadMoreCommand = '_bitbucketWebhooks.loadMore';
export const retryCommand = '_bitbucketWebhooks.retry';

const subjectTypeIcons = new Map([
  ['repository', 'repo'],
  ['workspace', 'organization'],
  ['team', 'organization'],
  ['user', 'account'],
]);

export function subjectTypeItem({ name }: SubjectTypeNode): TreeItem {
  const item = treeItem('subjectType', `subject:${name}`, name, TreeItemCollapsibleState.Collapsed);
  item.iconPath = new ThemeIcon(subjectTypeIcons.get(name) ?? 'symbol-namespace');
  const isDeprecated = isDeprecatedSubjectType(name);
  const description = isDeprecated ? l10n.t('deprecated') : '';
  item.description = description;
  item.tooltip = isDeprecated
    ? l10n.t('{0}: deprecated by Bitbucket, use workspace instead', name)
    : l10n.t('Events that a webhook of this subject type can subscribe to: {0}', name);
  item.accessibilityInformation = { label: joinTexts([name, description], ', ') };
  return item;
}

export function categoryItem({ name, parent, events }: CategoryNode): TreeItem {
  const id = `category:${encodeURIComponent(parent.name)}/${name}`;
  const item = treeItem('category', id, name || l10n.t('Without category'), TreeItemCollapsibleState.Expanded);
  item.iconPath = eventIcon(name);
  item.description = String(events.length);
  return item;
}

export function eventItem({ event, subjectType }: EventNode): TreeItem {
  // A name may hold anything, and ids that come twice break the whole tree.
  const item = treeItem('event', `event:${encodeURIComponent(subjectType.name)}/${event.key}`, event.key);
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

export function loadMoreItem(node: LoadMoreNode, isAtWork: boolean): TreeItem {
  const { parent, loaded, total } = node;
  const label = isAtWork ? l10n.t('Loading…') : l10n.t('Load more…');
  const item = treeItem('loadMore', `more:${parent.name}`, label);
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

export function retryItem(node: RetryNode, isAtWork: boolean): TreeItem {
  const text = faultText(node.fault);
  const label = isAtWork ? l10n.t('Loading…') : l10n.t('{0}. Retry', text.short);
  const item = treeItem('retry', `error:${node.parent?.name ?? ''}`, label);
  item.iconPath = isAtWork
    ? new ThemeIcon('loading~spin')
    : new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.tooltip = text.full;
  item.accessibilityInformation = { label: `${text.full} ${l10n.t('Retry')}` };
  if (!isAtWork) {
    item.command = { command: retryCommand, title: l10n.t('Retry'), arguments: [node] };
  }
  return item;
}

export function emptyItem(node: EmptyNode): TreeItem {
  return treeItem('empty', `empty:${node.parent.name}`, l10n.t('Bitbucket lists no events here'));
}

/** @param kind What the conditions of menus in package.json know it by. */
function treeItem(kind: string, id: string, label: string, state?: TreeItemCollapsibleState): TreeItem {
  return Object.assign(new TreeItem(label, state), { id, contextValue: kind });
}
