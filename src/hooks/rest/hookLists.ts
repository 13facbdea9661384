import { type HookSubject, isSameSubject } from '../../bitbucket/hookSubject';
import { Emitter } from '../../catalog/emitter';
import type { AttachedHook, Hook, HookList } from './hook';
import { HooksError } from './hooksFault';

/** What is known of a subject's hooks. */
export interface HookListState {
  readonly subject: HookSubject;
  /** As they were had last; `undefined` until they were. */
  readonly list: HookList | undefined;
  /** Why they couldn't be had just now. */
  readonly error: HooksError | undefined;
  /** Stops the load that is under way; `undefined` where none is. */
  readonly loading: AbortController | undefined;
}

/** The hooks of several subjects, each loaded when somebody wants it. */
export class HookLists {
  private states: readonly HookListState[] = [];
  private readonly changes = new Emitter<HookSubject>();

  /** Fires when a load has ended. */
  readonly onDidChange = this.changes.event;

  /** @param load Rejects with a `HooksError`, or as its signal was aborted. */
  constructor(private readonly load: (subject: HookSubject, signal: AbortSignal) => Promise<HookList>) {}

  get(subject: HookSubject): HookListState {
    const state = this.states.find((each) => isSameSubject(each.subject, subject));
    return state ?? { subject, list: undefined, error: undefined, loading: undefined };
  }

  /** The subjects whose hooks are known, with these. */
  get known(): readonly { readonly subject: HookSubject; readonly hooks: readonly Hook[] }[] {
    return this.states.flatMap(({ subject, list }) => (list ? [{ subject, hooks: list.hooks }] : []));
  }

  /** All hooks that are known. */
  get all(): readonly AttachedHook[] {
    return this.known.flatMap(({ subject, hooks }) => hooks.map((hook) => ({ subject, hook })));
  }

  /** Loads a subject's hooks, unless they are known, on their way, or couldn't be had. */
  want(subject: HookSubject): Promise<void> | undefined {
    const { list, error, loading } = this.get(subject);
    return (list ?? error ?? loading) ? undefined : this.reload(subject);
  }

  /**
   * Loads a subject's hooks anew. Those that are known stay until then, and where that fails. A load that is under way
   * is given up, since what it brings may be out of date.
   */
  async reload(subject: HookSubject): Promise<void> {
    const before = this.get(subject);
    before.loading?.abort();
    const loading = new AbortController();
    const { signal } = loading;
    this.states = this.with({ ...before, loading });
    try {
      const list = await this.load(subject, signal);
      if (!signal.aborted) {
        this.put({ subject, list, error: undefined, loading: undefined });
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      const known = error instanceof HooksError ? error : undefined;
      this.put({ ...this.get(subject), error: known, loading: undefined });
      if (!known) {
        throw error;
      }
    }
  }

  /** Loads a subject's hooks anew where somebody has wanted them, since they were changed. */
  async renew(subject: HookSubject): Promise<void> {
    if (this.states.some((each) => isSameSubject(each.subject, subject))) {
      await this.reload(subject);
    }
  }

  /** Forgets the hooks of all other subjects. */
  retain(subjects: readonly HookSubject[]): void {
    const isRetained = ({ subject }: HookListState) => subjects.some((each) => isSameSubject(each, subject));
    this.states.filter((state) => !isRetained(state)).forEach(({ loading }) => loading?.abort());
    this.states = this.states.filter(isRetained);
  }

  /** Forgets all, and stops what is under way. */
  clear(): void {
    this.states.forEach(({ loading }) => loading?.abort());
    this.states = [];
  }

  private put(state: HookListState): void {
    this.states = this.with(state);
    this.changes.fire(state.subject);
  }

  private with(state: HookListState): readonly HookListState[] {
    return [...this.states.filter(({ subject }) => !isSameSubject(subject, state.subject)), state];
  }
}
