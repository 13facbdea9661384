import { type HookSubject, isSameSubject } from '../../bitbucket/hookSubject';
import { Emitter } from '../../catalog/emitter';
import type { AttachedHook, HookList } from './hook';
import { HooksError } from './hooksFault';

/** What is known of a subject's hooks. */
export interface HookListState {
  readonly subject: HookSubject;
  /** As they were had last; `undefined` until they were. */
  readonly list: HookList | undefined;
  /** Why they couldn't be had just now. */
  readonly error: HooksError | undefined;
  readonly isLoading: boolean;
}

/** The hooks of several subjects, each loaded when somebody wants it. */
export class HookLists {
  private states: readonly HookListState[] = [];
  private controller = new AbortController();
  private readonly changes = new Emitter<HookSubject>();

  /** Fires when a load has ended. */
  readonly onDidChange = this.changes.event;

  /** @param load Rejects with a `HooksError`, or as its signal was aborted. */
  constructor(private readonly load: (subject: HookSubject, signal: AbortSignal) => Promise<HookList>) {}

  get(subject: HookSubject): HookListState {
    const state = this.states.find((each) => isSameSubject(each.subject, subject));
    return state ?? { subject, list: undefined, error: undefined, isLoading: false };
  }

  /** All hooks that are known. */
  get all(): readonly AttachedHook[] {
    return this.states.flatMap(({ subject, list }) => (list?.hooks ?? []).map((hook) => ({ subject, hook })));
  }

  /** Loads a subject's hooks, unless they are known, on their way, or couldn't be had. */
  want(subject: HookSubject): Promise<void> | undefined {
    const { list, error, isLoading } = this.get(subject);
    return list !== undefined || error !== undefined || isLoading ? undefined : this.reload(subject);
  }

  /** Loads a subject's hooks anew. Those that are known stay until then, and where that fails. */
  async reload(subject: HookSubject): Promise<void> {
    if (this.get(subject).isLoading) {
      return;
    }
    const { signal } = this.controller;
    this.states = this.with({ ...this.get(subject), isLoading: true });
    try {
      const list = await this.load(subject, signal);
      if (!signal.aborted) {
        this.put({ subject, list, error: undefined, isLoading: false });
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      const known = error instanceof HooksError ? error : undefined;
      this.put({ ...this.get(subject), error: known, isLoading: false });
      if (!known) {
        throw error;
      }
    }
  }

  /** Forgets the hooks of all other subjects. */
  retain(subjects: readonly HookSubject[]): void {
    this.states = this.states.filter(({ subject }) => subjects.some((each) => isSameSubject(each, subject)));
  }

  /** Forgets all, and stops what is under way. */
  clear(): void {
    this.controller.abort();
    this.controller = new AbortController();
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
