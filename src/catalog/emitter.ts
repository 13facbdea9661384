/** The shape of VS Code's events, for rooms that don't know VS Code. */
export type Event<T> = (listener: (value: T) => void) => { dispose(): void };

/** The smallest emitter that makes such an event. */
export class Emitter<T> {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    const registered = (value: T) => {
      listener(value);
    };
    this.listeners.add(registered);
    return { dispose: () => this.listeners.delete(registered) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) {
      listener(value);
    }
  }
}
