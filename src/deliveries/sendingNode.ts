import { commands, Disposable, l10n, window, workspace } from 'vscode';
import { globalStorage } from '../globalStorage';
import { withoutLinks } from '../presentation/texts';
import { DeliveriesTree, type DeliveryNode } from './deliveriesTree';
import { Deliverer } from './deliverer';
import { DeliveryDocuments, documentScheme } from './documents';
import { registerHandlerTarget } from './handlerTarget';
import { registerHistoryCommands } from './historyCommands';
import { registerSecretCommands } from './secretCommands';
import { registerSendCommands } from './sendCommands';
import { registerSendLenses } from './sendLens';
import type { SendingContext } from './sending';
import { DeliveryTargets } from './targets';
import { DeliveryHistory, type HistoryFault } from './wire/history';
import { nodeSender } from './wire/senderNode';

const viewId = 'bitbucketWebhooks.deliveries';

/** Known to the conditions of menus and of the view: that this build can send. In a browser it can, if its host is Node.js. */
const canSend = 'bitbucketWebhooks.canSend';

/** All that sending takes: commands, documents, the view "Deliveries". */
export function registerSending({ extension, catalog, bodies, secrets, log }: SendingContext): Disposable {
  void commands.executeCommand('setContext', canSend, true);
  const { storageUri, globalState } = extension;
  const history = new DeliveryHistory(storageUri && globalStorage(storageUri), log);
  const targets = new DeliveryTargets(globalState, extension.secrets);
  const services = { sender: nodeSender, history, secrets, targets };
  const sending = { ...services, catalog, bodies, deliverer: new Deliverer(services) };
  const view = window.createTreeView<DeliveryNode>(viewId, {
    treeDataProvider: new DeliveriesTree(history),
    canSelectMany: true,
  });
  return Disposable.from(
    view,
    history.onDidFail((fault) => {
      void window.showWarningMessage(withoutLinks(historyFaultText(fault, storageUri?.fsPath ?? '')));
    }),
    workspace.registerTextDocumentContentProvider(documentScheme, new DeliveryDocuments(history)),
    registerSendLenses(bodies),
    registerSendCommands(sending),
    registerHistoryCommands(sending, () => view.selection),
    registerSecretCommands(services),
    registerHandlerTarget(services),
  );
}

function historyFaultText(fault: HistoryFault, folder: string): string {
  return fault === 'notKept'
    ? l10n.t(
        'Deliveries could not be written to the disk, which may be full. What is sent stays in the list until this window closes.',
      )
    : l10n.t('Deliveries could not be deleted from the disk. Try again, or delete the files in {0}.', folder);
}
