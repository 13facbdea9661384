import { commands, Disposable, l10n, window, workspace } from 'vscode';
import { globalStorage } from '../globalStorage';
import { withoutLinks } from '../presentation/texts';
import { registerAnswerLenses } from './answerLenses';
import { registerCancel } from './cancelCommand';
import { DeliveriesTree, type DeliveryNode, type PendingNode } from './deliveriesTree';
import { Deliverer } from './deliverer';
import { DeliveryFilter } from './deliveryFilter';
import { DeliveryDocuments, documentScheme } from './documents';
import { filterText, registerFilter } from './filterCommands';
import { GivenDeliveries } from './givenDeliveries';
import { registerHandlerSecret } from './handlerSecret';
import { registerHistoryCommands, registerRecipe } from './historyCommands';
import { registerProposeTarget } from './proposeTarget';
import { registerSecretCommands } from './secretCommands';
import { registerSendAgain } from './sendAgainCommands';
import { registerSendCommands } from './sendCommands';
import { registerSendLenses } from './sendLens';
import type { SendingContext } from './sending';
import { DeliveryTargets } from './targets';
import { DeliveryHistory, type HistoryFault } from './wire/history';
import { PendingDeliveries } from './wire/pendingDeliveries';
import { nodeSender } from './wire/senderNode';

const viewId = 'bitbucketWebhooks.deliveries';

/** Known to the conditions of menus and of the view: that this build can send. In a browser it can, if its host is Node.js. */
const canSend = 'bitbucketWebhooks.canSend';

/** All that sending takes: commands, documents, the view "Deliveries". */
export function registerSending({ extension, catalog, bodies, secrets, log }: SendingContext): Disposable {
  void commands.executeCommand('setContext', canSend, true);
  const { storageUri, globalState } = extension;
  const history = new DeliveryHistory(storageUri && globalStorage(storageUri), log);
  const targets = new DeliveryTargets(globalState, extension.secrets, secrets);
  const pending = new PendingDeliveries();
  const filter = new DeliveryFilter();
  const services = { sender: nodeSender, history, pending, secrets, targets };
  const sending = { ...services, catalog, bodies, deliverer: new Deliverer(services) };
  const view = window.createTreeView<DeliveryNode | PendingNode>(viewId, {
    treeDataProvider: new DeliveriesTree({ ...services, filter }),
    canSelectMany: true,
  });
  const given = new GivenDeliveries(history, () => view.selection);
  const describe = async () => {
    const all = filter.isActive ? await history.list() : [];
    view.message = filterText(filter, filter.select(all).length, all.length);
  };
  return Disposable.from(
    view,
    history.onDidFail((fault) => {
      void window.showWarningMessage(withoutLinks(historyFaultText(fault, storageUri?.fsPath ?? '')));
    }),
    filter.onDidChange(() => void describe()),
    history.onDidChange(() => void describe()),
    workspace.registerTextDocumentContentProvider(documentScheme, new DeliveryDocuments(history, bodies)),
    registerSendLenses(bodies),
    registerAnswerLenses(history),
    registerSendCommands(sending),
    registerSendAgain(sending, given),
    registerCancel(pending),
    registerHistoryCommands(history, secrets, given),
    registerFilter(filter, history),
    registerSecretCommands(services),
    registerProposeTarget(targets),
    registerHandlerSecret(secrets),
    registerRecipe(extension.extensionUri),
  );
}

function historyFaultText(fault: HistoryFault, folder: string): string {
  return fault === 'notKept'
    ? l10n.t(
        'Deliveries could not be written to the disk, which may be full. What is sent stays in the list until this window closes.',
      )
    : l10n.t('Deliveries could not be deleted from the disk. Try again, or delete the files in {0}.', folder);
}
