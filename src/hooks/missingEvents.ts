import type { TextDocument } from 'vscode';
import { isRemoved } from '../events/removed';
import { rankOf } from '../events/ranking';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { Dispatch } from '../language/arms/dispatchAt';
import { documentPath } from '../language/documentPath';
import type { Finder } from '../language/lazyFinder';
import type { Use } from '../language/uses/uses';
import { handlerOf } from './comparison/withHooks';
import type { HookLists } from './rest/hookLists';
import type { WorkspaceComparison } from './workspaceComparison';

/** What is known without asking anybody: of hooks, of the open folders, of a document. */
export interface MissingEventsContext {
  readonly finder: Finder;
  readonly catalog: EventCatalog;
  readonly lists: Pick<HookLists, 'all'>;
  readonly comparison: Pick<WorkspaceComparison, 'latest'>;
}

/** Which events code doesn't handle. */
export class MissingEvents {
  private readonly uses = new WeakMap<TextDocument, { version: number; found: Promise<readonly Use[] | undefined> }>();

  constructor(private readonly context: MissingEventsContext) {}

  /**
   * The events that hooks send or lists subscribe to, and no code is seen to handle; those that are used most come first.
   * Hooks and the open folders count as they were seen last.
   */
  async wanted(document: TextDocument, dispatch: Dispatch): Promise<string[]> {
    const { catalog, lists, comparison } = this.context;
    const uses = (await this.usesIn(document)) ?? [];
    const sent = lists.all.flatMap(({ hook }) => (hook.isActive === false ? [] : hook.events));
    const inCode = (comparison.latest?.events ?? []).filter(({ subscribes }) => subscribes.length > 0);
    const here = uses.filter(({ purpose, prefix }) => purpose === 'subscribes' && prefix === undefined);
    const handles = uses.filter(({ purpose }) => purpose === 'handles');
    const isHandledElsewhere = comparison.latest && handlerOf(comparison.latest);
    const isHandled = (key: string): boolean =>
      isIn(dispatch, key) ||
      handles.some(({ text, prefix }) => (prefix === undefined ? text === key : key.startsWith(prefix))) ||
      isHandledElsewhere?.(key) === true;
    return [...new Set([...sent, ...inCode.map(({ key }) => key), ...here.map(({ text }) => text)])]
      .filter((key) => catalog.findEvent(key) !== undefined && !isRemoved(key) && !isHandled(key))
      .sort((a, b) => rankOf(a) - rankOf(b));
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
}

/** Whether code does something with an event at this place. */
export function isIn({ keys, prefixes }: Dispatch, key: string): boolean {
  return keys.includes(key) || prefixes.some((prefix) => key.startsWith(prefix));
}
