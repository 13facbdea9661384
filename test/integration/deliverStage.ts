import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { Log } from '../../src/bitbucket/log';
import { Deliverer, type Draft } from '../../src/deliveries/deliverer';
import { DeliveryDocuments } from '../../src/deliveries/documents';
import { DeliverySecrets } from '../../src/deliveries/secrets';
import { DeliveryTargets } from '../../src/deliveries/targets';
import { DeliveryHistory } from '../../src/deliveries/wire/history';
import { nodeSender } from '../../src/deliveries/wire/senderNode';
import { parseTarget } from '../../src/deliveries/wire/target';
import { MemoryMemento, MemorySecrets } from '../support/memento';
import { MemoryFolder } from '../support/memoryFolder';
import { silentLog } from '../support/silentLog';

/** All that sends deliveries, with what it keeps in memory. */
export function openDeliveries(log: Log = silentLog) {
  const [memory, storage, folder] = [new MemoryMemento(), new MemorySecrets(), new MemoryFolder()];
  const services = {
    sender: nodeSender,
    history: new DeliveryHistory(folder, log),
    targets: new DeliveryTargets(memory, storage),
    secrets: new DeliverySecrets(storage, memory),
  };
  const documents = new DeliveryDocuments(services.history);
  const read = (uri: Uri) => documents.provideTextDocumentContent(uri);
  return { ...services, memory, storage, folder, deliverer: new Deliverer(services), read };
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
