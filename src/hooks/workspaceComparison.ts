import type { CancellationToken } from 'vscode';
import { Emitter } from '../catalog/emitter';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { Finder } from '../language/lazyFinder';
import { collectPlaces } from './comparison/collect';
import { compare, type Comparison } from './comparison/compare';
import { isRemoved } from '../events/removed';
import { fileReader, listFiles } from './workspaceFiles';

/** What the code in the open folders does with events; made anew whenever somebody asks. */
export class WorkspaceComparison {
  private readonly changes = new Emitter<void>();
  private whole: Comparison | undefined;

  /** Fires when there is a newer one that looked into all files. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly catalog: EventCatalog,
    private readonly finder: Finder,
  ) {}

  /** The last one that looked into all files; the code may have changed since. */
  get latest(): Comparison | undefined {
    return this.whole;
  }

  /** Once the token is cancelled, what was found until then. */
  async make(token: CancellationToken, onProgress?: (done: number, of: number) => void): Promise<Comparison> {
    await this.catalog.ready();
    const files = await listFiles(token);
    const collected = await collectPlaces(this.finder, {
      files,
      read: fileReader(),
      isWanted: () => !token.isCancellationRequested,
      ...(onProgress && { onProgress }),
    });
    const comparison = compare(collected, this.catalog, isRemoved);
    if (!token.isCancellationRequested) {
      this.whole = comparison;
      this.changes.fire();
    }
    return comparison;
  }
}
