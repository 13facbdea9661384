import { commands, Disposable, l10n, window } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { namesFor } from '../events/dialects';
import { copyText } from '../presentation/copyText';
import { withRemovals } from '../presentation/removalText';
import { escapeIcons, joinTexts, withoutLinks } from '../presentation/texts';
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
  /** What is copied of each event; the key where nothing is said. Events without any are left out. */
  readonly nameOf?: (key: string) => string | undefined;
  readonly write: (names: readonly string[]) => string;
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
  {
    command: 'copyForgeEvent',
    title: l10n.t('Copy Bitbucket webhook event keys as Forge names'),
    several: true,
    nameOf: (key) => namesFor(key, 'forge')[0],
    write: (names) => names.join('\n'),
  },
];

/** Copying keys, in several forms: of the given tree items, else of events picked from a list. */
export function registerCopyEventKeys(catalog: EventCatalog): Disposable {
  return Disposable.from(
    ...formats.map(({ command, title, several, nameOf = (key) => key, write }) =>
      registerRowCommand(command, async (item?: unknown, items?: unknown) => {
        const fromTree =
          item === fromKeyboard
            ? keysOfTreeItems(undefined, await commands.executeCommand(selectedItemsCommand))
            : keysOfTreeItems(item, items);
        const isPicked = fromTree.length === 0 && item !== fromKeyboard;
        const isOffered = (key: string) => nameOf(key) !== undefined;
        const keys = isPicked ? await pickEventKeys(catalog, title, several, { isOffered }) : fromTree;
        const names = [...new Set(keys.flatMap((key) => nameOf(key) ?? []))];
        const nameless = keys.filter((key) => nameOf(key) === undefined).join(', ');
        const lack = nameless === '' ? '' : l10n.t('Forge has no event for {0}.', nameless);
        const [name] = names;
        if (name === undefined) {
          if (lack !== '') {
            void window.showInformationMessage(withoutLinks(lack));
          }
          return;
        }
        const copied = names.length === 1 ? l10n.t('Copied {0}', name) : l10n.t('Copied {0} event keys', names.length);
        await copyText(write(names), escapeIcons(joinTexts([withRemovals(copied, keys), lack], ' · ')));
      }),
    ),
  );
}
