import { type DataTransfer, DataTransferItem, type TreeDragAndDropController } from 'vscode';
import { keysOfTreeItems } from '../commands/registerCommand';
import { eventKeysMime } from '../language/insert/drop';
import type { TreeNode } from './nodes';

/** Lets events be dragged from the tree into an editor; nothing is dropped on the tree. */
export class DragEvents implements TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [eventKeysMime];
  readonly dropMimeTypes = [];

  handleDrag(source: readonly TreeNode[], dataTransfer: DataTransfer): void {
    const keys = keysOfTreeItems(undefined, source);
    if (keys.length > 0) {
      dataTransfer.set(eventKeysMime, new DataTransferItem(keys.join('\n')));
    }
  }
}
