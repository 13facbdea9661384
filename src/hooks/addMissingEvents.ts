import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  commands,
  Disposable,
  EndOfLine,
  l10n,
  languages,
  type Position,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { pickKnownEvents } from '../commands/pickEvents';
import type { Dispatch } from '../language/arms/dispatchAt';
import { armLanguages } from '../language/arms/manner';
import { documentPath } from '../language/documentPath';
import { rangeOf } from '../language/rangeOf';
import type { Finder } from '../language/lazyFinder';
import type { Use } from '../language/uses/uses';
import type { EventCatalog } from '../catalog/eventCatalog';
import { isIn, wantedEvents } from './comparison/wantedEvents';
import type { HookLists } from './rest/hookLists';
import type { WorkspaceComparison } from './workspaceComparison';

/** What is known without asking anybody: of hooks, of the open folders, of a document. */
interface Context {
  readonly finder: Finder;
  readonly catalog: EventCatalog;
  readonly lists: Pick<HookLists, 'all'>;
  readonly comparison: Pick<WorkspaceComparison, 'latest'>;
}

const pickCommand = '_bitbucketWebhooks.addMissingEvents';

/** So many lines on each side of the cursor are looked at for a key, before anything is parsed. */
const reach = 200;
const perhapsKey = /\b(?:repo|pullrequest|issue|project|pipeline):[a-z]/;

/** So many events are named in a title. */
const maxNamed = 3;

class AddAction extends CodeAction {
  constructor(
    title: string,
    readonly document: TextDocument,
    readonly dispatch: Dispatch,
    readonly keys: readonly string[],
  ) {
    super(title, AddMissingEvents.kind);
  }
}

/** Offers arms for the events that code doesn't handle, where it does one thing or another by the event that comes. */
class AddMissingEvents implements CodeActionProvider {
  static readonly kind = CodeActionKind.RefactorRewrite.append('events');
  private readonly uses = new WeakMap<TextDocument, { version: number; found: Promise<readonly Use[] | undefined> }>();

  constructor(private readonly context: Context) {}

  async provideCodeActions(document: TextDocument, { start }: Range): Promise<CodeAction[]> {
    // VS Code asks wherever the cursor goes.
    const dispatch = hasKeysNear(document, start) ? await this.dispatchAt(document, start) : undefined;
    if (dispatch === undefined || dispatch.room < 1) {
      return [];
    }
    const { lists, comparison, catalog } = this.context;
    const uses = (await this.usesIn(document)) ?? [];
    const known = { hooks: lists.all, comparison: comparison.latest, uses, events: catalog };
    const keys = wantedEvents(dispatch, known).slice(0, dispatch.room);
    const pick = new CodeAction(l10n.t('Add missing events…'), AddMissingEvents.kind);
    pick.command = { title: pick.title, command: pickCommand, arguments: [document.uri, start] };
    return [...(keys.length > 0 ? [new AddAction(titleOf(keys), document, dispatch, keys)] : []), pick];
  }

  resolveCodeAction(action: CodeAction): CodeAction {
    if (action instanceof AddAction) {
      action.edit = editOf(action.document, action.dispatch, action.keys);
    }
    return action;
  }

  /** Lets the user pick among all events that aren't handled at a place, and adds them there. */
  async pick(uri: Uri, position: Position): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    const { version } = document;
    const dispatch = await this.dispatchAt(document, position);
    if (dispatch === undefined) {
      return;
    }
    const picked = await pickKnownEvents(this.context.catalog, {
      title: l10n.t('Add missing events'),
      several: true,
      isOffered: (key) => !isIn(dispatch, key),
    });
    const now = document.version === version ? dispatch : await this.dispatchAt(document, position);
    const keys = picked.slice(0, now?.room);
    if (now && keys.length > 0) {
      await workspace.applyEdit(editOf(document, now, keys));
    }
    if (keys.length < picked.length) {
      void window.showInformationMessage(l10n.t('Map.of takes ten entries at most: use Map.ofEntries for more.'));
    }
  }

  /** A document's uses of events; the same version is read once. */
  private usesIn(document: TextDocument): Promise<readonly Use[] | undefined> {
    const { version } = document;
    const known = this.uses.get(document);
    const found =
      known?.version === version ? known.found : this.context.finder.uses(document, documentPath(document.uri));
    this.uses.set(document, { version, found });
    return found;
  }

  private dispatchAt(document: TextDocument, position: Position): Promise<Dispatch | undefined> {
    return this.context.finder.dispatch(document, documentPath(document.uri), document.offsetAt(position));
  }
}

function hasKeysNear(document: TextDocument, { line }: Position): boolean {
  return perhapsKey.test(document.getText(new Range(Math.max(0, line - reach), 0, line + reach, 0)));
}

function titleOf(keys: readonly string[]): string {
  const named = keys.slice(0, maxNamed).join(', ');
  return keys.length > maxNamed
    ? l10n.t('Add {0} missing events: {1}, …', keys.length, named)
    : l10n.t('Add missing events: {0}', named);
}

function editOf(document: TextDocument, dispatch: Dispatch, keys: readonly string[]): WorkspaceEdit {
  const insertion = dispatch.insertion(keys);
  const edit = new WorkspaceEdit();
  const lineBreak = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
  edit.replace(document.uri, rangeOf(document, insertion), insertion.text.replaceAll(/\r?\n/g, lineBreak));
  return edit;
}

export function registerAddMissingEvents(context: Context): Disposable {
  const provider = new AddMissingEvents(context);
  return Disposable.from(
    languages.registerCodeActionsProvider([...armLanguages], provider, {
      providedCodeActionKinds: [AddMissingEvents.kind],
    }),
    commands.registerCommand(pickCommand, (uri: Uri, position: Position) => provider.pick(uri, position)),
  );
}
