import { Disposable, env, l10n, window } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { escapeIcons } from '../presentation/escapeIcons';
import { pickEventKey, pickEventKeys } from './pickEvents';
import { registerCommand } from './registerCommand';
import { keysOfTreeItems } from './treeKeys';

const confirmationTime = 4000;

interface CopyFormat {
  /** As `registerCommand` takes it. */
  readonly command: string;
  readonly title: string;
  readonly pick: (catalog: EventCatalog, title: string) => Promise<string[]>;
  readonly write: (keys: readonly string[]) => string;
}

const formats: readonly CopyFormat[] = [
  {
    command: 'copyEventKey',
    title: l10n.t('Copy Bitbucket webhook event key'),
    pick: pickEventKey,
    write: (keys) => keys.join('\n'),
  },
  {
    command: 'copyAsJson',
    title: l10n.t('Copy Bitbucket webhook event keys as JSON array'),
    pick: pickEventKeys,
    write: (keys) => JSON.stringify(keys, undefined, 2),
  },
  {
    command: 'copyAsYaml',
    title: l10n.t('Copy Bitbucket webhook event keys as YAML list'),
    pick: pickEventKeys,
    // A key is a plain scalar: its colon has no space after it.
    write: (keys) => keys.map((key) => `- ${key}\n`).join(''),
  },
];

/** Copying keys, in several forms: of the given tree items, else of events picked from a list. */
export function registerCopyEventKeys(catalog: EventCatalog): Disposable {
  return Disposable.from(
    ...formats.map(({ command, title, pick, write }) =>
      registerCommand(command, async (item?: unknown, items?: unknown) => {
        const fromTree = keysOfTreeItems(item, items);
        const keys = fromTree.length > 0 ? fromTree : await pick(catalog, title);
        const [key] = keys;
        if (key === undefined) {
          return;
        }
        await env.clipboard.writeText(write(keys));
        window.setStatusBarMessage(
          keys.length === 1
            ? l10n.t('$(copy) Copied {0}', escapeIcons(key))
            : l10n.t('$(copy) Copied {0} event keys', keys.length),
          confirmationTime,
        );
      }),
    ),
  );
}
