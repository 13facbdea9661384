import { commands, Disposable, l10n } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { copyText } from '../presentation/copyText';
import { escapeIcons } from '../presentation/texts';
import { pickEventKeys } from './pickEvents';
import { keysOfTreeItems, registerRowCommand, selectedItemsCommand } from './registerCommand';

/** What package.json has the key of the keyboard pass, which gets no tree item. */
const fromKeyboard = 'selection';

interface CopyFormat {
  /** As `registerCommand` takes it. */
  readonly command: string;
  readonly title: string;
  /** Whether several events can be picked where none are given. */
  readonly several: boolean;
  readonly write: (keys: readonly string[]) => string;
}

const formats: readonly CopyFormat[] = [
  {
    command: 'copyEventKey',
    title: l10n.t('Copy Bitbucket webhook event key'),
    several: false,
    write: (keys) => keys.join('\n'),
  },
  {
    command: 'copyAsJson',
    title: l10n.t('Copy Bitbucket webhook event keys as JSON array'),
    several: true,
    write: (keys) => JSON.stringify(keys, undefined, 2),
  },
  {
    command: 'copyAsYaml',
    title: l10n.t('Copy Bitbucket webhook event keys as YAML list'),
    several: true,
    // A key is a plain scalar: its colon has no space after it.
    write: (keys) => keys.map((key) => `- ${key}\n`).join(''),
  },
];

/** Copying keys, in several forms: of the given tree items, else of events picked from a list. */
export function registerCopyEventKeys(catalog: EventCatalog): Disposable {
  return Disposable.from(
    ...formats.map(({ command, title, several, write }) =>
      registerRowCommand(command, async (item?: unknown, items?: unknown) => {
        const fromTree =
          item === fromKeyboard
            ? keysOfTreeItems(undefined, await commands.executeCommand(selectedItemsCommand))
            : keysOfTreeItems(item, items);
        const isPicked = fromTree.length === 0 && item !== fromKeyboard;
        const keys = isPicked ? await pickEventKeys(catalog, title, several) : fromTree;
        const [key] = keys;
        if (key === undefined) {
          return;
        }
        await copyText(
          write(keys),
          keys.length === 1 ? l10n.t('Copied {0}', escapeIcons(key)) : l10n.t('Copied {0} event keys', keys.length),
        );
      }),
    ),
  );
}
