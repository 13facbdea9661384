import type { CancellationToken } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { Finder } from '../language/lazyFinder';
import { collectPlaces } from './comparison/collect';
import { compare, type Comparison } from './comparison/compare';
import { isRemoved } from '../events/removed';
import { fileReader, listFiles } from './workspaceFiles';

/** What the code in the open folders does with events; made anew whenever somebody asks. */
export class WorkspaceComparison {
  constructor(
    private readonly catalog: EventCatalog,
    private readonly finder: Finder,
  ) {}

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
    return compare(collected, this.catalog, isRemoved);
  }
}
