import { BitbucketError } from '../bitbucket/fault';
import { SharedTask } from './sharedTask';

/** Who asks for a load: the user, by opening, expanding, refreshing; or the extension by itself. */
export type Asker = 'user' | 'background';

/**
 * Something that is loaded from Bitbucket on request: once however many ask, with the fault of the last try kept for
 * whoever shows it. What was loaded before stays until a new answer has arrived.
 */
export abstract class Loadable<T> {
  private readonly task = new SharedTask<void>();
  private lastFault: BitbucketError | undefined;
  /** The user waits for the load under way, or has seen the last one fail. */
  private userIsAsker = false;

  /** @param changed Called after every load that ended, well or not. */
  constructor(private readonly changed: () => void) {}

  /** Why the last load failed; `undefined` if it didn't. */
  get fault(): BitbucketError | undefined {
    return this.lastFault;
  }

  /** The user has seen the last load fail: no further one unless asked for. */
  get isBlocked(): boolean {
    return this.lastFault !== undefined && this.userIsAsker;
  }

  /**
   * Loads what comes next and resolves when that has ended, well or not. Rejects only where the signal is aborted or
   * the load is dropped by `abandon`.
   */
  load(asker: Asker, signal?: AbortSignal): Promise<void> {
    // A failure that the user has seen stays one when the extension tries again by itself.
    if (!this.task.isRunning && !this.isBlocked) {
      this.userIsAsker = false;
    }
    this.userIsAsker ||= asker === 'user';
    return this.task.join(async (shared) => {
      try {
        const answer = await this.request(shared);
        shared.throwIfAborted();
        this.accept(answer);
        this.lastFault = undefined;
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

  /** Drops the load under way, and forgets that the last one failed. What is loaded stays. */
  abandon(): void {
    this.task.abandon();
    this.lastFault = undefined;
  }

  protected abstract request(signal: AbortSignal): Promise<T>;
  protected abstract accept(answer: T): void;
}
