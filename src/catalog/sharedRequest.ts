import { BitbucketError } from '../bitbucket/fault';

/** Who asks: the user, by opening, expanding, refreshing; or the extension by itself. */
export type Asker = 'user' | 'background';

type State =
  | { readonly kind: 'idle' }
  /** `fault` is what the try before came to: it is shown until this one has ended. */
  | {
      readonly kind: 'running';
      readonly ended: Promise<void>;
      readonly controller: AbortController;
      readonly asker: Asker;
      readonly fault: BitbucketError | undefined;
    }
  /** `asker` is the user if the user has seen it fail, now or in an earlier try. */
  | { readonly kind: 'failed'; readonly asker: Asker; readonly fault: BitbucketError };

const idle: State = { kind: 'idle' };

/**
 * Something that is asked of Bitbucket: once, however many want it, and with the fault of the last try kept for whoever
 * shows it. Two may change its state: `run`, by starting and ending, and `abandon`.
 */
export class SharedRequest<T> {
  private state = idle;

  /** Why the last try failed; `undefined` if it didn't. */
  get fault(): BitbucketError | undefined {
    return this.state.kind === 'idle' ? undefined : this.state.fault;
  }

  /** The user has seen it fail: no further try unless the user wants one. */
  get awaitsRetry(): boolean {
    return this.fault !== undefined && this.asker === 'user';
  }

  /**
   * Asks, or waits for who is asking already. Resolves when that has ended, well or not, and rejects only where it is
   * dropped by `abandon`: such an answer never gets to `ended`.
   *
   * @param ended Called with the answer, or without one after a fault.
   */
  run(asker: Asker, ask: (signal: AbortSignal) => Promise<T>, ended: (answer?: T) => void): Promise<void> {
    const { state } = this;
    if (state.kind === 'running') {
      this.state = { ...state, asker: asker === 'user' ? asker : state.asker };
      return state.ended;
    }
    const controller = new AbortController();
    const running = this.perform(ask, ended, controller.signal);
    this.state = {
      kind: 'running',
      ended: running,
      controller,
      // A failure that the user has seen stays one when the extension tries again by itself.
      asker: this.awaitsRetry ? 'user' : asker,
      fault: this.fault,
    };
    return running;
  }

  /** Drops what is asked for, for all who wait, and forgets that it failed. */
  abandon(): void {
    if (this.state.kind === 'running') {
      this.state.controller.abort();
    }
    this.state = idle;
  }

  private get asker(): Asker {
    return this.state.kind === 'idle' ? 'background' : this.state.asker;
  }

  private async perform(
    ask: (signal: AbortSignal) => Promise<T>,
    ended: (answer?: T) => void,
    signal: AbortSignal,
  ): Promise<void> {
    let end: State = idle;
    let answer: T | undefined;
    try {
      answer = await ask(signal);
    } catch (fault) {
      if (!(fault instanceof BitbucketError)) {
        signal.throwIfAborted();
        this.state = idle;
        throw fault;
      }
      end = { kind: 'failed', asker: this.asker, fault };
    }
    signal.throwIfAborted();
    this.state = end;
    ended(answer);
  }
}

/** Whether a rejection says that a request was abandoned, and so nothing is wrong. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
