import type { TreeItem } from 'vscode';
import type { TreeNode } from './nodes';
import { madeOf, treeItem } from './treeItems';

/** VS Code compares the rows that it is told of with each other: more of them had better come with their parent. */
const mostRowsAtOnce = 100;

/**
 * What VS Code has of the tree (`undefined`), by which it can be told no more than it has to look at again.
 *
 * Of a parent whose children it is to ask for anew, it forgets them until it has the answer. What is done with one of
 * them meanwhile, a click on its button or a drag, comes to nothing. So it is told of those rows alone that say something
 * new, wherever the same ones stay.
 */
export class ShownRows {
  private readonly below = new Map<TreeNode | undefined, readonly TreeNode[]>();
  /** What the rows that it has were made of. */
  private readonly made = new WeakMap<TreeNode, readonly unknown[]>();

  /** @param rowsBelow The rows below another one as they are now. */
  constructor(private readonly rowsBelow: (parent: TreeNode | undefined) => TreeNode[]) {}

  /** What VS Code gets that asks for children. */
  giveBelow(parent: TreeNode | undefined): TreeNode[] {
    const rows = this.rowsBelow(parent);
    this.below.set(parent, rows);
    return rows;
  }

  /** What VS Code gets that asks how a row looks. */
  giveItem(row: TreeNode): TreeItem {
    this.made.set(row, madeOf(row));
    return treeItem(row);
  }

  /** Whether it has the children of this one, and won't ask for them by itself. */
  hasBelow(parent: TreeNode | undefined): boolean {
    return this.below.has(parent);
  }

  /** What VS Code has to be told to look at again. It will ask for it, so that nothing more is told of it until then. */
  takeNews(): readonly (TreeNode | undefined)[] {
    const news = this.newsBelow(undefined);
    news.forEach((node) => {
      this.forgetBelow(node);
    });
    return news;
  }

  /** The rows that say something new, or their parent where it has other ones. */
  private newsBelow(parent: TreeNode | undefined): (TreeNode | undefined)[] {
    const shown = this.below.get(parent);
    if (!shown) {
      return [];
    }
    const rows = this.rowsBelow(parent);
    if (!isSame(rows, shown)) {
      return [parent];
    }
    const news = rows.flatMap((row) => (isSame(madeOf(row), this.made.get(row)) ? this.newsBelow(row) : [row]));
    return news.length > mostRowsAtOnce ? [parent] : news;
  }

  private forgetBelow(parent: TreeNode | undefined): void {
    this.below.get(parent)?.forEach((row) => {
      this.forgetBelow(row);
    });
    this.below.delete(parent);
  }
}

function isSame(values: readonly unknown[], others: readonly unknown[] = []): boolean {
  return values.length === others.length && values.every((value, index) => value === others[index]);
}
