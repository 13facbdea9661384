import type { EventCatalog } from '../../src/catalog/eventCatalog';
import { EventsTree } from '../../src/sidebar/eventsTree';
import type { TreeNode } from '../../src/sidebar/nodes';

/** A tree as somebody sees it who waits until nothing is loaded any more. */
export function watchedTree(catalog: EventCatalog) {
  const loads: Promise<void>[] = [];
  const tree = new EventsTree(catalog, (load) => {
    loads.push(load.catch(() => undefined));
  });
  const settled = async (node?: TreeNode): Promise<TreeNode[]> => {
    await tree.getChildren(node);
    await Promise.all(loads);
    return tree.getChildren(node);
  };
  return { tree, loads, settled };
}
