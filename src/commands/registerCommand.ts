import { commands, type Disposable, l10n, window } from 'vscode';

/**
 * Registers a command of the extension.
 *
 * @param name What follows `bitbucketWebhooks.` in its identifier.
 */
export function registerCommand(name: string, run: Parameters<typeof commands.registerCommand>[1]): Disposable {
  return commands.registerCommand(`bitbucketWebhooks.${name}`, run);
}

/** Registers a command that stands in the menu of events in the view. */
export function registerEventCommand(name: string, run: Parameters<typeof commands.registerCommand>[1]): Disposable {
  return registerCommand(name, (...args: unknown[]): unknown => {
    // So VS Code calls it for a row that it has just replaced; keys and the palette pass nothing at all.
    const isGone = args.length > 0 && args[0] === undefined;
    return isGone
      ? window.setStatusBarMessage(l10n.t('The list has just changed. Please try again.'), 4_000)
      : (run(...args) as unknown);
  });
}

/** Resolves with the tree items that are selected in the view "Events", or with the one that has the focus. */
export const selectedItemsCommand = '_bitbucketWebhooks.selectedItems';

/**
 * The keys of the tree items that a command was called for. With several items selected, VS Code passes the clicked
 * one and then all of them; items that are no events have no key. The same event of two subject types counts once.
 */
export function keysOfTreeItems(item: unknown, items: unknown): string[] {
  return [...new Set((Array.isArray(items) && items.length > 0 ? items : [item]).flatMap(keyOfTreeItem))];
}

function keyOfTreeItem(item: unknown): string[] {
  if (typeof item !== 'object' || item === null || !('event' in item)) {
    return [];
  }
  const { event } = item;
  return typeof event === 'object' && event !== null && 'key' in event && typeof event.key === 'string'
    ? [event.key]
    : [];
}
