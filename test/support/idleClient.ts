import { BitbucketClient, type ClientOptions } from '../../src/bitbucket/bitbucketClient';
import { platformFetch } from '../../src/bitbucket/fetchNode';
import type { SubjectTypeEntry } from '../../src/bitbucket/hookEvents';
import { silentLog } from './silentLog';

/** A client that knows when nothing is asked of it any more. */
export class IdleClient extends BitbucketClient {
  private underWay = 0;

  constructor(options: ClientOptions) {
    super({ retryDelay: 1, ...options }, platformFetch, silentLog);
  }

  /** Resolves when all requests have ended, and none has followed from that. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < 10; quiet = this.underWay > 0 ? 0 : quiet + 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  override getSubjectTypes(signal: AbortSignal) {
    return this.follow(super.getSubjectTypes(signal));
  }

  override getFirstPage(subjectType: SubjectTypeEntry, signal: AbortSignal) {
    return this.follow(super.getFirstPage(subjectType, signal));
  }

  override getNextPage(next: string, signal: AbortSignal) {
    return this.follow(super.getNextPage(next, signal));
  }

  private async follow<T>(request: Promise<T>): Promise<T> {
    this.underWay++;
    try {
      return await request;
    } finally {
      this.underWay--;
    }
  }
}
