import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { Log } from '../../src/bitbucket/log';
import { Deliverer, type Draft } from '../../src/deliveries/deliverer';
import { DeliveriesTree } from '../../src/deliveries/deliveriesTree';
import { DeliveryFilter } from '../../src/deliveries/deliveryFilter';
import { DeliveryDocuments } from '../../src/deliveries/documents';
import { DeliverySecrets } from '../../src/deliveries/secrets';
import { DeliveryTargets } from '../../src/deliveries/targets';
import { DeliveryHistory } from '../../src/deliveries/wire/history';
import { PendingDeliveries } from '../../src/deliveries/wire/pendingDeliveries';
import { nodeSender } from '../../src/deliveries/wire/senderNode';
import { parseTarget } from '../../src/deliveries/wire/target';
import { MemoryMemento, MemorySecrets } from '../support/memento';
import { MemoryFolder } from '../support/memoryFolder';
import { silentLog } from '../support/silentLog';

/** All that sends deliveries, with what it keeps in memory. */
export function openDeliveries(log: Log = silentLog) {
  const [memory, storage, folder] = [new MemoryMemento(), new MemorySecrets(), new MemoryFolder()];
  const secrets = new DeliverySecrets(storage, memory);
  const services = {
    sender: nodeSender,
    history: new DeliveryHistory(folder, log),
    pending: new PendingDeliveries(),
    targets: new DeliveryTargets(memory, storage, secrets),
    secrets,
  };
  const filter = new DeliveryFilter();
  const samples = () =>
    Promise.resolve(['usual', 'other'].map((title) => ({ title, read: () => Promise.resolve('{}') })));
  const documents = new DeliveryDocuments(services.history, { samples });
  const read = (uri: Uri) => documents.provideTextDocumentContent(uri);
  const tree = new DeliveriesTree({ ...services, filter });
  const items = async () => (await tree.getChildren()).map((node) => tree.getTreeItem(node));
  return { ...services, memory, storage, folder, filter, items, deliverer: new Deliverer(services), read };
}

export const target = (address: string) => {
  const parsed = parseTarget(address);
  return typeof parsed === 'object' ? parsed : assert.fail(parsed);
};
export const draft = (change: Partial<Draft> = {}): Draft => ({
  eventKey: 'repo:push',
  body: '{"a": "ü"}\n',
  signing: 'signed',
  ...change,
});
