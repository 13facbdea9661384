import type { BitbucketClient } from '../bitbucket/bitbucketClient';
import type { SubjectType } from '../bitbucket/hookEvents';
import { Loadable } from './loadable';
import { PagedEvents } from './pagedEvents';

/**
 * Subject types that Bitbucket has withdrawn in favour of `workspace`: its REST reference says so, and dropped them in
 * 2022. A server that still returns them gets them shown last.
 */
const deprecated = new Set(['team', 'user']);

export function isDeprecatedSubjectType(name: string): boolean {
  return deprecated.has(name);
}

/** The live subject types, with the events of each. */
export class SubjectTypes extends Loadable<readonly SubjectType[]> {
  private types: ReadonlyMap<string, PagedEvents> | undefined;

  /** @param changed Called when the subject types (no argument) or the events of one have been loaded. */
  constructor(
    private readonly client: BitbucketClient,
    private readonly eventsChanged: (subjectType?: string) => void,
  ) {
    super(() => {
      eventsChanged();
    });
  }

  /** By name, deprecated ones last; `undefined` before they are loaded. */
  get byName(): ReadonlyMap<string, PagedEvents> | undefined {
    return this.types;
  }

  override markStale(): void {
    super.markStale();
    for (const events of this.types?.values() ?? []) {
      events.markStale();
    }
  }

  protected request(signal: AbortSignal): Promise<readonly SubjectType[]> {
    return this.client.getSubjectTypes(signal);
  }

  protected accept(answer: readonly SubjectType[]): void {
    const known = this.types;
    const sorted = [...answer].sort((a, b) => Number(deprecated.has(a.name)) - Number(deprecated.has(b.name)));
    this.types = new Map(
      sorted.map((subjectType) => {
        const events = known?.get(subjectType.name);
        return [
          subjectType.name,
          // What is loaded stays, as long as it is the same list.
          events?.subjectType.eventsUrl === subjectType.eventsUrl
            ? events
            : new PagedEvents(this.client, subjectType, () => {
                this.eventsChanged(subjectType.name);
              }),
        ];
      }),
    );
  }
}
