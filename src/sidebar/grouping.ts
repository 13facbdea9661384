import { commands, Disposable, type Memento } from 'vscode';
import { registerCommand } from '../commands/registerCommand';
import type { EventsTree } from './eventsTree';

/** Under this name the choice is remembered, and known to the conditions of menus. */
const name = 'bitbucketWebhooks.isGrouped';

/** Lets the user have events by category or flat, and remembers it. */
export function registerGrouping(tree: EventsTree, memory: Memento): Disposable {
  const group = (isGrouped: boolean) => {
    if (tree.isGrouped !== isGrouped) {
      tree.isGrouped = isGrouped;
    }
    void commands.executeCommand('setContext', name, isGrouped);
  };
  const choose = (isGrouped: boolean) => async () => {
    group(isGrouped);
    await memory.update(name, isGrouped);
  };
  group(memory.get(name, false));
  return Disposable.from(registerCommand('groupByCategory', choose(true)), registerCommand('showFlat', choose(false)));
}
