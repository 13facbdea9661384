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
