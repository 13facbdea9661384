import { commands, type Disposable, l10n, window } from 'vscode';

type Run = Parameters<typeof commands.registerCommand>[1];

/**
 * Registers a command of the extension.
 *
 * @param name What follows `bitbucketWebhooks.` in its identifier.
 */
export function registerCommand(name: string, run: Run): Disposable {
  return commands.registerCommand(`bitbucketWebhooks.${name}`, run);
}

/** Registers a command that stands in the menu of a view's rows. */
export function registerRowCommand(name: string, run: Run): Disposable {
  return registerCommand(name, unlessRowIsGone(run));
}

/** What runs for the row that it is called for, and does nothing but say so where that went away in the meantime. */
export function unlessRowIsGone(run: Run): Run {
  return (...args: unknown[]): unknown => {
    // So VS Code calls it for a row that it has just replaced; keys and the palette pass nothing at all.
    const isGone = args.length > 0 && args[0] === undefined;
    if (isGone) {
      sayRowIsGone();
      return undefined;
    }
    return run(...args) as unknown;
  };
}

/** Tells whoever has run a command of a row that there is no such row any more. */
export function sayRowIsGone(): void {
  window.setStatusBarMessage(l10n.t('The list has just changed. Please try again.'), 4_000);
}

/**
 * Registers what a command is in the title of a view: VS Code passes the row there that has the focus, or `undefined`,
 * as if it were that of a row that went away. Here it is called for nothing, as in the palette.
 *
 * @param name What follows `_bitbucketWebhooks.title.` in its identifier.
 */
export function registerTitleCommand(name: string, run: () => unknown): Disposable {
  return commands.registerCommand(`_bitbucketWebhooks.title.${name}`, () => run());
}

/** Resolves with the tree items that are selected in the view "Events", or with the one that has the focus. */
export const selectedItemsCommand = '_bitbucketWebhooks.selectedItems';

/**
 * The keys of the tree items that a command was called for. With several items selected, VS Code passes the clicked
 * one and then all of them. A hook has the keys of all that it subscribes to, other items that are no events have none.
 * The same event of two subject types counts once.
 */
export function keysOfTreeItems(item: unknown, items: unknown): string[] {
  return [...new Set((Array.isArray(items) && items.length > 0 ? items : [item]).flatMap(keysOfTreeItem))];
}

function keysOfTreeItem(item: unknown): string[] {
  const { event, hook } = asRecord(item);
  const { events } = asRecord(hook);
  return [asRecord(event)['key'], ...(Array.isArray(events) ? (events as unknown[]) : [])].filter(
    (key) => typeof key === 'string',
  );
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
