import type { HookSubject } from '../../bitbucket/hookSubject';
import { changeBody, creationBody } from './bodies';
import { differences, type HookChange, type HookDraft, type HookField, mergeChange } from './change';
import type { Hook } from './hook';
import { HooksError, type HooksFault, notAHook } from './hooksFault';
import type { HooksClient } from './hooksClient';

/** What has become of a request to create a hook. */
export type Creation =
  /** With the fields that Bitbucket has made something else of. */
  | { readonly kind: 'created'; readonly hook: Hook; readonly others: readonly HookField[] }
  /** No answer came, but there is one now as it was wanted. */
  | { readonly kind: 'found'; readonly hook: Hook }
  /** No answer came, and nobody knows more. */
  | { readonly kind: 'unknown'; readonly fault: HooksFault };

/** What has become of a request to change a hook. */
export type Changing =
  | { readonly kind: 'changed'; readonly hook: Hook; readonly others: readonly HookField[] }
  /** It is as it was wanted, already. */
  | { readonly kind: 'unchanged'; readonly hook: Hook }
  /** Somebody else has changed the same: nothing was sent. */
  | { readonly kind: 'conflict'; readonly now: Hook; readonly fields: readonly HookField[] }
  /** It was deleted meanwhile. */
  | { readonly kind: 'deleted' }
  /** It is read-only, or something in it can't be sent back as it is: nothing was sent. */
  | { readonly kind: 'fixed'; readonly why: 'readOnly' | 'inexact' }
  | { readonly kind: 'unknown'; readonly fault: HooksFault };

/** What has become of a request to delete a hook. */
export type Deletion = { readonly kind: 'deleted' } | { readonly kind: 'unknown'; readonly fault: HooksFault };

/**
 * Creates, changes and deletes hooks: nothing twice, nothing guessed. What isn't answered is never sent again; Bitbucket
 * is asked what has become of it. Every method rejects with a `HooksError` where Bitbucket has refused, or nothing was
 * sent.
 */
export class HookWriter {
  constructor(private readonly client: Pick<HooksClient, 'listHooks' | 'getHook' | 'write'>) {}

  /** @param before All hooks that the subject had just now, by which a new one is told. */
  async create(
    subject: HookSubject,
    draft: HookDraft,
    before: readonly Hook[],
    signal: AbortSignal,
  ): Promise<Creation> {
    const written = await this.client.write('POST', subject, undefined, creationBody(draft), signal);
    const wanted = (hook: Hook): Hook => ({ ...hook, ...plainOf(draft), skipsCertificates: false });
    if (written.kind === 'answered' && written.hook) {
      return { kind: 'created', hook: written.hook, others: differences(wanted(written.hook), written.hook) };
    }
    const fault: HooksFault = written.kind === 'lost' ? written.fault : notAHook();
    const list = await this.look(() => this.client.listHooks(subject, signal));
    const known = new Set(before.map(({ uuid }) => uuid));
    const hook = list?.hooks.find((each) => !known.has(each.uuid) && differences(wanted(each), each).length === 0);
    return hook ? { kind: 'found', hook } : { kind: 'unknown', fault };
  }

  /** A hook as it is now; `undefined` where it was deleted. */
  async find(subject: HookSubject, { uuid }: Hook, signal: AbortSignal): Promise<{ readonly hook: Hook | undefined }> {
    return { hook: await this.client.getHook(subject, uuid, signal) };
  }

  /** @param shown The hook that the change was made for. */
  async change(subject: HookSubject, shown: Hook, change: HookChange, signal: AbortSignal): Promise<Changing> {
    const { hook: now } = await this.find(subject, shown, signal);
    if (!now) {
      return { kind: 'deleted' };
    }
    if (now.isReadOnly === true || !now.isExact) {
      return { kind: 'fixed', why: now.isReadOnly === true ? 'readOnly' : 'inexact' };
    }
    const merged = mergeChange(shown, now, change);
    if ('conflicts' in merged) {
      return { kind: 'conflict', now, fields: merged.conflicts };
    }
    const { hook: wanted } = merged;
    if (change.secret === undefined && differences(wanted, now).length === 0) {
      return { kind: 'unchanged', hook: now };
    }
    const body = changeBody(wanted, change.secret);
    const written = await this.client.write('PUT', subject, shown.uuid, body, signal);
    if (written.kind === 'answered' && written.hook) {
      return { kind: 'changed', hook: written.hook, others: differences(wanted, written.hook) };
    }
    const fault: HooksFault = written.kind === 'lost' ? written.fault : notAHook();
    const after = await this.look(() => this.client.getHook(subject, shown.uuid, signal));
    // Of a secret there is nothing to see, other than that there is none.
    const isSecretSeen = change.secret === undefined || (change.secret === null && after?.hasSecret === false);
    return after && isSecretSeen && differences(wanted, after).length === 0
      ? { kind: 'changed', hook: after, others: [] }
      : { kind: 'unknown', fault };
  }

  async remove(subject: HookSubject, hook: Hook, signal: AbortSignal): Promise<Deletion> {
    const written = await this.client.write('DELETE', subject, hook.uuid, undefined, signal);
    if (written.kind === 'answered') {
      return { kind: 'deleted' };
    }
    const { fault } = written;
    const found = await this.look(() => this.find(subject, hook, signal));
    return found && !found.hook ? { kind: 'deleted' } : { kind: 'unknown', fault };
  }

  /** What Bitbucket says now; `undefined` where it doesn't. */
  private async look<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof HooksError) {
        return undefined;
      }
      throw error;
    }
  }
}

const plainOf = ({ url, title, events, isActive }: HookDraft) => ({ url, title, events, isActive });
