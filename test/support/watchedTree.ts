import type { EventCatalog } from '../../src/catalog/eventCatalog';
import { EventsTree } from '../../src/sidebar/eventsTree';
import type { TreeNode } from '../../src/sidebar/nodes';

/** A tree as somebody sees it who waits until nothing is loaded any more. */
export function watchedTree(catalog: EventCatalog) {
  const loads: Promise<void>[] = [];
  const tree = new EventsTree(catalog, (load) => {
    loads.push(load.catch(() => undefined));
  });
  /** What VS Code does to draw the rows below another one. */
  const draw = async (node?: TreeNode): Promise<TreeNode[]> => {
    const rows = await tree.getChildren(node);
    rows.forEach((row) => tree.getTreeItem(row));
    return rows;
  };
  const settled = async (node?: TreeNode): Promise<TreeNode[]> => {
    await draw(node);
    await Promise.all(loads);
    return draw(node);
  };
  /** What a row says when the mouse rests on it, without what escapes it. */
  const tooltip = (node: TreeNode): string => {
    const { tooltip: text } = tree.resolveTreeItem(tree.getTreeItem(node), node);
    return (typeof text === 'string' ? text : (text?.value ?? '')).replaceAll('\\', '');
  };
  return { tree, loads, draw, settled, tooltip };
}
