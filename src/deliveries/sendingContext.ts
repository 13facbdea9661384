import type { ExtensionContext } from 'vscode';
import type { Log } from '../bitbucket/log';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { PayloadSource } from './payloadSource';
import type { DeliverySecrets } from './secrets';

/** What VS Code keeps for the extension. */
export type ExtensionMemory = Pick<ExtensionContext, 'globalState' | 'secrets' | 'storageUri'>;

/** What sending deliveries needs of the rest. */
export interface SendingContext {
  readonly extension: ExtensionMemory;
  readonly catalog: EventCatalog;
  readonly payloads: PayloadSource;
  readonly secrets: DeliverySecrets;
  readonly log: Log;
}
