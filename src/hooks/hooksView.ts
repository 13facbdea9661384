import { commands, Disposable, type ExtensionContext, window, workspace } from 'vscode';
import { platformRequest } from '#platformRequest';
import type { Log } from '../bitbucket/log';
import type { EventCatalog } from '../catalog/eventCatalog';
import { registerCommand } from '../commands/registerCommand';
import { Tokens } from '../credentials/tokens';
import { onDidChangeApiSettings, readApiSettings } from '../settings';
import { registerHookCommands } from './hookCommands';
import { findingsText, retryHooksCommand } from './hookItems';
import { HooksAccess } from './hooksAccess';
import { HooksTree } from './hooksTree';
import type { HooksNode } from './nodes';
import { Repositories } from './repositories';
import { registerRepositories } from './repositoryCommands';
import { registerSignIn } from './signInCommands';

const viewId = 'bitbucketWebhooks.hooks';

/** Known to the conditions of menus and of the welcome: that a token is kept for the API that is set, and that it is Bitbucket Cloud's own. */
const signedInName = 'bitbucketWebhooks.isSignedIn';
const cloudName = 'bitbucketWebhooks.isCloud';

interface HooksContext {
  /** What VS Code keeps for the extension. */
  readonly extension: Pick<ExtensionContext, 'globalState' | 'secrets'>;
  readonly catalog: EventCatalog;
  readonly log: Log;
}

/** The view "Hooks" with the commands that only make sense in it. Nothing is read or sent before it is looked at. */
export function registerHooksView({ extension, catalog, log }: HooksContext): Disposable {
  const { globalState, secrets } = extension;
  const access = new HooksAccess({
    tokens: new Tokens(secrets, globalState),
    request: platformRequest,
    log,
    baseUrl: () => readApiSettings().baseUrl,
  });
  const repositories = new Repositories(globalState);
  const isOpen = () => workspace.isTrusted && access.isSignedIn;
  const showProgress = (load: Promise<void>) => {
    void window.withProgress({ location: { viewId } }, () => load.catch(() => undefined));
  };
  const tree = new HooksTree(repositories, access.lists, catalog, isOpen, showProgress);
  const view = window.createTreeView<HooksNode>(viewId, { treeDataProvider: tree, showCollapseAll: true });
  const describe = () => {
    const count = tree.findings;
    view.description = count === 0 ? '' : findingsText(count);
  };
  const tellConditions = () => {
    void commands.executeCommand('setContext', signedInName, access.isSignedIn);
    void commands.executeCommand('setContext', cloudName, access.otherApi === undefined);
  };
  const restart = () => {
    tellConditions();
    describe();
    tree.announce();
  };
  tellConditions();
  return Disposable.from(
    view,
    {
      dispose: () => {
        access.lists.clear();
      },
    },
    Disposable.from(
      access.lists.onDidChange(describe),
      access.onDidStart(restart),
      access.tokens.onDidChange(() => {
        access.start();
      }),
      // Whether an event is known may be another question now.
      catalog.onDidChange(() => {
        if (access.lists.all.length > 0) {
          describe();
          tree.announce();
        }
      }),
    ),
    onDidChangeApiSettings(() => {
      access.start();
    }),
    workspace.onDidChangeWorkspaceFolders(() => {
      tree.announce();
    }),
    workspace.onDidGrantWorkspaceTrust(() => {
      tree.announce();
    }),
    view.onDidChangeVisibility(tellConditions),
    registerSignIn(access, repositories),
    registerRepositories(repositories, () => {
      tree.announce();
    }),
    registerHookCommands(),
    registerCommand('refreshHooks', async () => {
      if (!view.visible) {
        await commands.executeCommand(`${viewId}.focus`);
      }
      tree.refresh();
    }),
    commands.registerCommand(retryHooksCommand, (node: unknown) => {
      tree.retry(node);
    }),
  );
}
