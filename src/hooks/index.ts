import { Disposable, type ExtensionContext, languages } from 'vscode';
import { platformRequest } from '#platformRequest';
import type { Log } from '../bitbucket/log';
import type { EventCatalog } from '../catalog/eventCatalog';
import { Tokens } from '../credentials/tokens';
import type { Finder } from '../language/lazyFinder';
import type { OwnDocuments } from '../presentation/ownDocuments';
import { sampleScheme } from '../presentation/sampleLinks';
import { readApiSettings } from '../settings';
import type { DeliverySecrets } from '../deliveries/secrets';
import { registerAddMissingEvents } from './addMissingEvents';
import { registerChanges } from './changeCommands';
import { registerCompare } from './compareCommand';
import { ComparisonDocuments } from './comparisonDocuments';
import { HookSecrets } from './hookSecrets';
import { HooksAccess } from './hooksAccess';
import { registerHooksView } from './hooksView';
import { Repositories } from './repositories';
import type { WorkspaceComparison } from './workspaceComparison';

interface HooksContext {
  /** What VS Code keeps for the extension. */
  readonly extension: Pick<ExtensionContext, 'globalState' | 'secrets'>;
  readonly catalog: EventCatalog;
  readonly comparison: WorkspaceComparison;
  readonly finder: Finder;
  readonly ownDocuments: OwnDocuments;
  /** Of the addresses that deliveries go to. */
  readonly secrets: DeliverySecrets;
  readonly log: Log;
}

/** The view "Hooks"; and what code does with events, compared with what hooks are told to send. */
export function registerHooks({
  extension,
  catalog,
  comparison,
  finder,
  ownDocuments,
  secrets: deliverySecrets,
  log,
}: HooksContext): Disposable {
  const { globalState, secrets } = extension;
  const access = new HooksAccess({
    tokens: new Tokens(secrets, globalState),
    request: platformRequest,
    log,
    baseUrl: () => readApiSettings().baseUrl,
  });
  const repositories = new Repositories(globalState);
  const documents = new ComparisonDocuments(comparison, access, catalog);
  const selector = { scheme: sampleScheme, pattern: '/comparison/*' };
  return Disposable.from(
    registerHooksView({ access, repositories, catalog, comparison }),
    registerChanges({ access, repositories, catalog, secrets: new HookSecrets(deliverySecrets) }),
    documents,
    ownDocuments.add(['comparison'], documents),
    languages.registerDocumentLinkProvider(selector, documents),
    languages.registerCodeLensProvider(selector, documents),
    registerCompare(documents),
    registerAddMissingEvents({ finder, catalog, lists: access.lists, comparison }),
  );
}
