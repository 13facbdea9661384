import { type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { pickEventKeys } from '../commands/pickEvents';
import { registerCommand, registerRowCommand } from '../commands/registerCommand';
import { copyText } from '../presentation/copyText';
import { escapeIcons, withoutLinks } from '../presentation/texts';
import { givenKeys, type Rooms } from './givenSample';
import { type TypeLanguage, typeLanguages } from './library/types/typeLanguage';

/**
 * "Copy payload type": the types of the given events, else of those that the user picks, in the language that the user
 * picks. Whoever calls it may name the language.
 */
export function registerCopyType({ catalog, files }: Rooms): Disposable {
  return registerRowCommand('copyPayloadType', async (item?: unknown, items?: unknown, named?: unknown) => {
    const given = await givenKeys(files, item, items);
    const keys = given.length > 0 ? given : await pickEventKeys(catalog, l10n.t('Copy payload types'), true);
    const [key] = keys;
    if (key === undefined) {
      return;
    }
    const language = typeLanguages.find((each) => each === named) ?? (await pickLanguage());
    if (language === undefined) {
      return;
    }
    const types = await files.types(keys, language);
    if (types === '') {
      void window.showInformationMessage(withoutLinks(l10n.t('There is no type of {0}.', keys.join(', '))));
      return;
    }
    await copyText(
      types,
      keys.length === 1 ? l10n.t('Copied the type of {0}', escapeIcons(key)) : l10n.t('Copied {0} types', keys.length),
    );
  });
}

/** What a type is there; code, which nobody translates. */
const kinds: Readonly<Record<TypeLanguage, string>> = { TypeScript: 'interface', Python: 'TypedDict', Go: 'struct' };

async function pickLanguage(): Promise<TypeLanguage | undefined> {
  const items = typeLanguages.map((language) => ({ label: language, description: kinds[language] }));
  const title = l10n.t('Copy payload types');
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('In which language?') }))?.label;
}

const fileName = 'bitbucket-webhooks.d.ts';

/** "Add payload types to workspace": writes the types of all events where the user says; VS Code asks before it replaces. */
export function registerAddTypes({ files }: Rooms): Disposable {
  return registerCommand('addPayloadTypes', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    const file = await window.showSaveDialog({
      title: l10n.t('Add payload types to workspace'),
      saveLabel: l10n.t('Add types'),
      filters: { TypeScript: ['ts'] },
      ...(folder && { defaultUri: Uri.joinPath(folder.uri, fileName) }),
    });
    if (file) {
      await workspace.fs.writeFile(file, new TextEncoder().encode(await files.allTypes()));
      await window.showTextDocument(file, { preview: true });
    }
  });
}
