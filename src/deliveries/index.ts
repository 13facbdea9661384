import { Disposable } from 'vscode';
import { registerSending } from '#platformSending';
import { DeliverySecrets } from './secrets';
import type { SendingContext } from './sending';
import { registerVerifySignature } from './verifyCommand';

/** Test deliveries: sending them, what came of them, and verifying signatures. */
export function registerDeliveries(context: Omit<SendingContext, 'secrets'>): Disposable {
  const { secrets: storage, globalState } = context.extension;
  const secrets = new DeliverySecrets(storage, globalState);
  return Disposable.from(registerVerifySignature(secrets), registerSending({ ...context, secrets }));
}
