import type { Disposable } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { PayloadFiles } from '../payloads/payloadFiles';
import { registerNewHandler } from './newHandler';

/** Writing handlers: a generator a framework, and the command that asks and creates. */
export function registerHandlers(catalog: EventCatalog, files: PayloadFiles): Disposable {
  return registerNewHandler({ catalog, files });
}
