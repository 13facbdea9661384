import { commands, Disposable, window, workspace } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { registerCommand } from '../commands/registerCommand';
import { onDidChangeApiSettings } from '../settings';
import { registerHookCommands } from './hookCommands';
import { findingsText, retryHooksCommand } from './hookItems';
import type { HooksAccess } from './hooksAccess';
import { HooksTree } from './hooksTree';
import { type HooksNode, hooksViewId } from './nodes';
import type { Repositories } from './repositories';
import { registerRepositories } from './repositoryCommands';
import { registerSignIn } from './signInCommands';
import type { WorkspaceComparison } from './workspaceComparison';

/** Known to the conditions of menus and of the welcome: that a token is kept for the API that is set, and that it is Bitbucket Cloud's own. */
const signedInName = 'bitbucketWebhooks.isSignedIn';
const cloudName = 'bitbucketWebhooks.isCloud';

interface HooksViewContext {
  readonly access: HooksAccess;
  readonly repositories: Repositories;
  readonly catalog: EventCatalog;
  readonly comparison: WorkspaceComparison;
}

/** The view "Hooks" with the commands that only make sense in it. Nothing is read or sent before it is looked at. */
export function registerHooksView({ access, repositories, catalog, comparison }: HooksViewContext): Disposable {
  const isOpen = () => workspace.isTrusted && access.isSignedIn;
  const showProgress = (load: Promise<void>) => {
    void window.withProgress({ location: { viewId: hooksViewId } }, () => load.catch(() => undefined));
  };
  const compared = () => comparison.latest;
  const tree = new HooksTree(repositories, access.lists, catalog, isOpen, showProgress, compared);
  const view = window.createTreeView<HooksNode>(hooksViewId, { treeDataProvider: tree, showCollapseAll: true });
  const describe = () => {
    const count = tree.findings;
    view.description = count === 0 ? '' : findingsText(count);
  };
  /** Where hooks are known, what is wrong with them may be something else now. */
  const judgeAnew = () => {
    if (access.lists.all.length > 0) {
      describe();
      tree.announce();
    }
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
      catalog.onDidChange(judgeAnew),
      comparison.onDidChange(judgeAnew),
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
        await commands.executeCommand(`${hooksViewId}.focus`);
      }
      tree.refresh();
    }),
    commands.registerCommand(retryHooksCommand, (node: unknown) => {
      tree.retry(node);
    }),
  );
}
