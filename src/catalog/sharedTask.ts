interface Running<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Work that several callers wait for and that is done once. A caller that no longer wants it leaves without disturbing
 * the others; when the last one has left, the work is aborted.
 */
export class SharedTask<T> {
  private running: Running<T> | undefined;

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /**
   * Waits for the work under way, or starts it. Rejects as the work does, or with the signal's reason once that aborts.
   */
  join(start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) {
      return Promise.reject(signal.reason as Error);
    }
    const running = (this.running ??= this.start(start));
    running.waiting++;
    if (!signal) {
      return running.promise;
    }
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(signal.reason as Error);
        if (--running.waiting === 0) {
          this.abort(running);
        }
      };
      signal.addEventListener('abort', leave, { once: true });
      running.promise.then(resolve, reject).finally(() => {
        signal.removeEventListener('abort', leave);
      });
    });
  }

  /** Aborts the work under way, for all who wait for it; the next caller starts anew. */
  abandon(): void {
    if (this.running) {
      this.abort(this.running);
    }
  }

  private start(start: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController();
    const promise = start(controller.signal).finally(() => {
      if (this.running?.controller === controller) {
        this.running = undefined;
      }
    });
    return { promise, controller, waiting: 0 };
  }

  private abort(running: Running<T>): void {
    if (this.running === running) {
      this.running = undefined;
    }
    running.controller.abort();
  }
}
