import { isAbort } from '../catalog/isAbort';
import type { TreeNode } from './nodes';

/** Shows progress until a load has ended. */
export type ShowProgress = (load: Promise<void>) => void;

interface TreeLoad {
  readonly parent: TreeNode | undefined;
  readonly stop: AbortController;
}

/** The loads that are under way for the children of nodes (`undefined`: of the tree itself). */
export class TreeLoads {
  private readonly running = new Set<TreeLoad>();

  constructor(private readonly showProgress: ShowProgress) {}

  /** Waits for a load, if there is one. One that was stopped or overtaken leaves things as they are. */
  async run(parent: TreeNode | undefined, start: (signal: AbortSignal) => Promise<void> | undefined): Promise<void> {
    const stop = new AbortController();
    const loading = start(stop.signal);
    if (!loading) {
      return;
    }
    const load = { parent, stop };
    this.running.add(load);
    this.showProgress(loading);
    try {
      await loading;
    } catch (error) {
      if (!isAbort(error)) {
        throw error;
      }
    } finally {
      this.running.delete(load);
    }
  }

  /** Stops what is loaded for a node's children; says whether there was anything. */
  stop(parent: TreeNode): boolean {
    const loads = [...this.running].filter((load) => load.parent === parent);
    for (const { stop } of loads) {
      stop.abort();
    }
    return loads.length > 0;
  }

  dispose(): void {
    for (const { stop } of this.running) {
      stop.abort();
    }
  }
}
