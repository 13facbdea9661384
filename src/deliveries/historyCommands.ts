import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import { registerCommand } from '../commands/registerCommand';
import { copyText } from '../presentation/copyText';
import { timeText } from '../presentation/dateText';
import { type DeliveryNode, idsOfNodes } from './deliveriesTree';
import { deliveryUri } from './documents';
import { outcomeWords } from './outcomeText';
import { pickTarget } from './pickTarget';
import { confirm, isSendingAllowed } from './questions';
import { sendAndShow, type SendContext } from './sendCommands';
import { curlCommand } from './wire/curl';
import type { Delivery, Signing } from './wire/delivery';

/** Bitbucket tries up to two more times ("Troubleshoot webhooks" on Atlassian's support pages, 2026). */
const maxAttempts = 3;

/**
 * The commands for deliveries that were sent: those of the rows that they are called for, else the last one.
 *
 * @param selected The rows that are selected in the view: what is removed from the palette is never another one.
 */
export function registerHistoryCommands(context: SendContext, selected: () => readonly DeliveryNode[]): Disposable {
  const { history } = context;
  const chosen = async (item: unknown, items: unknown): Promise<readonly Delivery[]> => {
    const ids = idsOfNodes(item, items);
    const all = await history.list();
    const found = ids.length === 0 ? all.slice(0, 1) : all.filter(({ id }) => ids.includes(id));
    if (found.length === 0) {
      void window.showInformationMessage(l10n.t('Nothing has been sent yet. “Send test delivery” does that.'));
    }
    return found;
  };
  const forFirst =
    (run: (delivery: Delivery) => Promise<void>) =>
    async (item?: unknown): Promise<void> => {
      const [delivery] = await chosen(item, undefined);
      if (delivery) {
        await run((await history.find(delivery.id)) ?? delivery);
      }
    };
  const again = (signing: Signing) => forFirst((delivery) => sendAgain(context, delivery, { signing }));
  return Disposable.from(
    registerCommand('sendAgain', again('signed')),
    registerCommand('sendWithWrongSignature', again('wrong')),
    registerCommand('sendWithoutSignature', again('unsigned')),
    registerCommand(
      'sendAsRetry',
      forFirst((delivery) => {
        const attempt = Math.min(maxAttempts, delivery.attempt + 1);
        return sendAgain(context, delivery, { signing: 'signed', requestUuid: delivery.requestUuid, attempt });
      }),
    ),
    registerCommand('openDeliveryRequest', forFirst(openRequest)),
    registerCommand('openDeliveryAnswer', forFirst(openAnswer)),
    registerCommand('compareDeliveries', async (item?: unknown, items?: unknown) => {
      await compare(await history.list(), idsOfNodes(item, items));
    }),
    registerCommand('copyAsCurl', forFirst(copyAsCurl)),
    registerCommand('saveDelivery', forFirst(saveBody)),
    registerCommand('removeDelivery', async (item?: unknown, items?: unknown) => {
      const rows = item === undefined ? selected() : items;
      await history.remove((await chosen(item, rows)).map(({ id }) => id));
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

interface Change {
  readonly signing: Signing;
  readonly requestUuid?: string;
  readonly attempt?: number;
}

async function sendAgain(context: SendContext, delivery: Delivery, change: Change): Promise<void> {
  const { eventKey, body, isBodyCut } = delivery;
  if (isBodyCut) {
    void window.showWarningMessage(l10n.t('The body was too long to be kept whole. Send it again from where it came.'));
    return;
  }
  if (!(await isSendingAllowed())) {
    return;
  }
  const kept = await context.targets.resolve(delivery.target);
  const lost = l10n.t('The query of {0} is lost: type the address again', delivery.target.shown);
  const target = kept ?? (await pickTarget(context, lost));
  if (target) {
    await sendAndShow(context, [{ eventKey, body, ...change }], target);
  }
}

async function openRequest(delivery: Delivery): Promise<void> {
  await commands.executeCommand('vscode.open', deliveryUri(delivery, 'request'));
}

async function openAnswer(delivery: Delivery): Promise<void> {
  await commands.executeCommand('vscode.open', deliveryUri(delivery, 'answer'));
}

/** Two that are selected; one, and the one before it; or else the last two. The older one is on the left. */
async function compare(all: readonly Delivery[], ids: readonly string[]): Promise<void> {
  const chosen = all.filter(({ id }) => ids.includes(id));
  const start = Math.max(
    0,
    all.findIndex(({ id }) => id === chosen[0]?.id),
  );
  const [newer, older] = chosen.length > 1 ? chosen : all.slice(start, start + 2);
  if (!newer || !older || chosen.length > 2) {
    void window.showInformationMessage(l10n.t('Select two deliveries to compare.'));
    return;
  }
  const name = ({ eventKey, outcome, sentAt }: Delivery) =>
    `${eventKey} (${outcomeWords(outcome)}, ${timeText(sentAt)})`;
  await commands.executeCommand(
    'vscode.diff',
    deliveryUri(older, 'comparison'),
    deliveryUri(newer, 'comparison'),
    `${name(older)} ↔ ${name(newer)}`,
  );
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
