import { l10n, ThemeColor, ThemeIcon, TreeItem, type TreeItemCollapsibleState } from 'vscode';
import type { HookEvent } from '../bitbucket/hookEvents';
import { namesFor } from '../events/dialects';
import { eventIcon } from './eventIcon';
import { removalWords } from './removalText';
import { sampleUri } from './sampleLinks';
import { joinTexts } from './texts';

/** Of a row that says what went wrong, or is to be put right. */
export const warningIcon = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));

/** @param kind What the conditions of menus in package.json know it by. */
export function newRow(kind: string, id: string, label: string, state?: TreeItemCollapsibleState): TreeItem {
  return Object.assign(new TreeItem(label, state), { id, contextValue: kind });
}

/** The row of an event, in whichever view: with its menus, and its sample behind it. */
export function eventRow(event: HookEvent, id: string, label = event.key): TreeItem {
  const item = newRow(namesFor(event.key, 'forge').length > 0 ? 'eventOfForge' : 'event', id, label);
  const removed = removalWords(event.key);
  item.description = joinTexts([event.label, removed], ' · ');
  // Rows can't be struck through.
  item.iconPath = eventIcon(event, removed === '' ? undefined : new ThemeColor('disabledForeground'));
  item.accessibilityInformation = { label: joinTexts([event.key, event.label, event.category, removed], ', ') };
  // VS Code's own command, for which it has the Explorer's gestures: preview, pin, open to the side.
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Show sample payload'),
    arguments: [sampleUri({ key: event.key })],
  };
  return item;
}
