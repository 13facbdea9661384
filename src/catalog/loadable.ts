import { BitbucketError } from '../bitbucket/fault';
import { SharedTask } from './sharedTask';

/**
 * Something that is loaded from Bitbucket on request: once however many ask, with the fault of the last try kept for
 * whoever shows it. What was loaded before stays until a new answer has arrived.
 */
export abstract class Loadable<T> {
  private readonly task = new SharedTask<void>();
  private lastFault: BitbucketError | undefined;
  private loadWanted = true;

  /** @param changed Called after every load that ended, well or not. */
  constructor(private readonly changed: () => void) {}

  /** Why the last load failed; `undefined` if it didn't. */
  get fault(): BitbucketError | undefined {
    return this.lastFault;
  }

  /** Nothing has been loaded, or what was is to be replaced. */
  get isStale(): boolean {
    return this.loadWanted;
  }

  /**
   * Loads what comes next and resolves when that has ended, well or not. Rejects only where the signal is aborted or
   * the load is overtaken by `markStale`.
   */
  load(signal?: AbortSignal): Promise<void> {
    return this.task.join(async (shared) => {
      try {
        const answer = await this.request(shared);
        shared.throwIfAborted();
        this.accept(answer);
        this.lastFault = undefined;
        this.loadWanted = false;
      } catch (error) {
        shared.throwIfAborted();
        if (!(error instanceof BitbucketError)) {
          throw error;
        }
        this.lastFault = error;
      }
      this.changed();
    }, signal);
  }

  /** Makes the next load start over. What is loaded stays until then; a load under way is dropped. */
  markStale(): void {
    this.task.abandon();
    this.loadWanted = true;
    this.lastFault = undefined;
  }

  protected abstract request(signal: AbortSignal): Promise<T>;
  protected abstract accept(answer: T): void;
}
