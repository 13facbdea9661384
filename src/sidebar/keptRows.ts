import type { TreeNode } from './nodes';

/** Gives a row the object that it had before, if it had one, with what is known of it now. */
export type KeepRow = <N extends TreeNode>(id: string, row: N) => N;

/**
 * The rows below one parent, each the same object for as long as it stands there: VS Code knows rows by their objects,
 * and can be told what is new of a row only by the one that it has.
 */
export class KeptRows {
  private rows = new Map<string, TreeNode>();

  /** @param make Makes the rows as they are now; the id tells them apart, and which kind they are of. */
  update(make: (keep: KeepRow) => TreeNode[]): TreeNode[] {
    const before = this.rows;
    this.rows = new Map();
    return make((id, row) => {
      const kept = Object.assign(before.get(id) ?? row, row);
      this.rows.set(id, kept);
      return kept;
    });
  }
}
