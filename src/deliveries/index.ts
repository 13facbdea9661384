import { Disposable } from 'vscode';
import { registerSending } from '#platformSending';
import type { SendingContext } from './sending';
import { registerVerifySignature } from './verifyCommand';

/** Test deliveries: sending them, what came of them, and verifying signatures. */
export function registerDeliveries(context: SendingContext): Disposable {
  return Disposable.from(registerVerifySignature(context.secrets), registerSending(context));
}
