import { type ExtensionContext, l10n, window } from 'vscode';
import { registerAgentTools } from './agents';
import type { BitbucketWebhookEventsApi } from './api/api';
import { createApi } from './api/createApi';
import { BitbucketClient } from './bitbucket/bitbucketClient';
import { platformFetch } from '#platformFetch';
import { bundledList } from './catalog/bundled/bundledList';
import { CatalogCache } from './catalog/catalogCache';
import { EventCatalog } from './catalog/eventCatalog';
import { registerCommands } from './commands';
import { registerCommand } from './commands/registerCommand';
import { registerDeliveries } from './deliveries';
import { DeliverySecrets } from './deliveries/secrets';
import { deliveryBodies } from './deliveryBodies';
import { globalStorage } from './globalStorage';
import { registerHandlers } from './handlers';
import { registerHooks } from './hooks';
import { WorkspaceComparison } from './hooks/workspaceComparison';
import { registerLanguageFeatures } from './language';
import { lazyFinder } from './language/lazyFinder';
import { registerPayloads } from './payloads';
import { PayloadFiles } from './payloads/payloadFiles';
import { OwnDocuments } from './presentation/ownDocuments';
import { onDidChangeApiSettings, readApiSettings, readRefreshInterval } from './settings';
import { registerSidebar } from './sidebar';
import { registerWalkthrough } from './walkthrough';

/** Builds and registers; nothing is awaited, read or sent before someone asks for it. */
export function activate(context: ExtensionContext): BitbucketWebhookEventsApi {
  const log = window.createOutputChannel(l10n.t('Bitbucket Webhooks'), { log: true });
  const connect = () => new BitbucketClient(readApiSettings(), platformFetch, log);
  const catalog = new EventCatalog({
    client: connect(),
    bundled: bundledList,
    cache: new CatalogCache(globalStorage(context.globalStorageUri), log),
    refreshInterval: readRefreshInterval,
  });
  const payloads = new PayloadFiles(context.extensionUri);
  const api = createApi(catalog, payloads);
  const finder = lazyFinder(catalog, log);
  const comparison = new WorkspaceComparison(catalog, finder);
  const documents = new OwnDocuments();
  const secrets = new DeliverySecrets(context.secrets, context.globalState);

  context.subscriptions.push(
    log,
    catalog,
    documents,
    onDidChangeApiSettings(() => {
      catalog.useClient(connect());
    }),
    registerSidebar(catalog, context.globalState),
    registerLanguageFeatures(catalog, finder),
    registerCommands(catalog, finder),
    registerPayloads(catalog, payloads, context.workspaceState, documents),
    registerHooks({ extension: context, catalog, comparison, finder, ownDocuments: documents, secrets, log }),
    registerDeliveries({ extension: context, catalog, bodies: deliveryBodies(catalog, payloads), secrets, log }),
    registerHandlers(catalog, payloads),
    registerAgentTools(catalog, payloads, comparison),
    registerWalkthrough(),
    api,
    registerCommand('showLog', () => {
      log.show();
    }),
  );
  return api.api;
}
