import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import { registerCommand, registerRowCommand } from '../commands/registerCommand';
import { copyText } from '../presentation/copyText';
import { openRecipeCommand, verifyDeliveryCommand } from './answerLenses';
import { registerCompare } from './compareCommand';
import { deliveryUri } from './documents';
import type { GivenDeliveries } from './givenDeliveries';
import { confirm } from './questions';
import type { DeliverySecrets } from './secrets';
import { verifySignature } from './verifyCommand';
import { curlCommand } from './wire/curl';
import type { Delivery } from './wire/delivery';
import type { DeliveryHistory } from './wire/history';

/** The commands that do something with deliveries that were sent, but for sending them again. */
export function registerHistoryCommands(
  history: DeliveryHistory,
  secrets: DeliverySecrets,
  given: GivenDeliveries,
): Disposable {
  const forOne = (name: string, run: (delivery: Delivery) => Promise<void>) =>
    registerRowCommand(name, async (item?: unknown) => {
      const delivery = await given.one(item);
      if (delivery) {
        await run(delivery);
      }
    });
  return Disposable.from(
    forOne('openDeliveryRequest', openRequest),
    forOne('openDeliveryAnswer', openAnswer),
    forOne('copyAsCurl', copyAsCurl),
    forOne('saveDelivery', saveBody),
    registerCompare(history, given),
    commands.registerCommand(verifyDeliveryCommand, async (item?: unknown) => {
      const delivery = await given.one(item);
      if (delivery) {
        const signature = delivery.headers.find(([name]) => name === 'X-Hub-Signature')?.[1] ?? '';
        await verifySignature(secrets, { body: delivery.body, signature, target: delivery.target.shown });
      }
    }),
    registerRowCommand('removeDelivery', async (item?: unknown, items?: unknown) => {
      await history.remove((await given.all(item, items)).map(({ id }) => id));
    }),
    registerCommand('clearDeliveries', async () => {
      const detail = l10n.t(
        'Their file in VS Code’s storage is deleted. A second window on the same folder has a list of its own, which stays. So do secrets and targets.',
      );
      if (await confirm(l10n.t('Forget all deliveries?'), detail, l10n.t('Forget All'))) {
        await history.clear();
      }
    }),
  );
}

async function openRequest(delivery: Delivery): Promise<void> {
  await commands.executeCommand('vscode.open', deliveryUri(delivery, 'request'));
}

async function openAnswer(delivery: Delivery): Promise<void> {
  await commands.executeCommand('vscode.open', deliveryUri(delivery, 'answer'));
}

async function copyAsCurl({ headers, body, target, isBodyCut }: Delivery): Promise<void> {
  if (isBodyCut) {
    void window.showWarningMessage(l10n.t('The body was too long to be kept whole, so there is no command for it.'));
    return;
  }
  const hasQuery = target.id !== undefined;
  const command = curlCommand(headers, body, hasQuery ? undefined : target.shown);
  if (command === undefined) {
    void window.showWarningMessage(l10n.t('The body has a NUL character, which no command can hold.'));
    return;
  }
  const copied = hasQuery
    ? l10n.t('Copied a curl command for sh. It takes the address with its query from $TARGET')
    : l10n.t('Copied a curl command for sh');
  await copyText(command, copied);
}

/** Byte for byte what was sent. VS Code asks before it writes over a file. */
async function saveBody({ eventKey, body, isBodyCut }: Delivery): Promise<void> {
  if (isBodyCut) {
    void window.showWarningMessage(l10n.t('The body was too long to be kept whole. Only its beginning is saved.'));
  }
  const name = `${eventKey.replace(/[^\w]+/g, '-').slice(0, 100)}.bitbucket.json`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}),
    filters: { JSON: ['json'] },
    title: l10n.t('Save the body of this delivery'),
  });
  if (uri) {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(body));
    await window.showTextDocument(uri);
  }
}

/** A page of the walkthrough, in the user's language; VS Code shows it beside the steps only where there is room for both. */
export function registerRecipe(extensionUri: Uri): Disposable {
  return commands.registerCommand(openRecipeCommand, () =>
    commands.executeCommand('markdown.showPreview', Uri.joinPath(extensionUri, l10n.t('media/walkthrough/verify.md'))),
  );
}
