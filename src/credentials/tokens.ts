import * as v from 'valibot';
import type { Memento, SecretStorage } from 'vscode';
import type { HookSubject } from '../bitbucket/hookSubject';
import { Emitter } from '../catalog/emitter';
import { type Credential, type Holder, holderName, holderSchema, specificity } from './credential';

const listKey = 'bitbucketWebhooks.tokens';

/** What is known of a token without it. */
const keptTokenSchema = v.object({
  id: v.string(),
  /** The origin of the API that it was entered for. */
  origin: v.string(),
  holder: holderSchema,
  /** Bitbucket has refused it: it isn't sent any more. */
  isRefused: v.optional(v.boolean()),
});

type KeptToken = v.InferOutput<typeof keptTokenSchema>;

/** What is kept as a secret. With its origin and holder once more, so that whoever changes the list can't send it elsewhere. */
const secretSchema = v.object({ origin: v.string(), holder: holderSchema, token: v.string() });

/** Why there is no token to send: none was entered, it was lost with the keyring, or Bitbucket has refused it. */
export type NoToken = 'signedOut' | 'lost' | 'refused';

/** The tokens, each bound to the origin of an API: in VS Code's SecretStorage and nowhere else. */
export class Tokens {
  private readonly changes = new Emitter<void>();

  /** Fires when there are others. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly storage: SecretStorage,
    /** Has the list of what is kept, since not every VS Code can list its secrets. */
    private readonly memory: Memento,
  ) {}

  /** Those that are kept, or were before they were lost; the last one first. */
  get kept(): readonly KeptToken[] {
    const list = v.safeParse(v.array(keptTokenSchema), this.memory.get(listKey));
    return list.success ? list.output : [];
  }

  /** Keeps a token in the place of the one that the same holder had. Rejects where there is no keyring. */
  async keep(origin: string, credential: Credential): Promise<void> {
    const isSame = (each: KeptToken) => each.origin === origin && isSameHolder(each.holder, credential.holder);
    const id = this.kept.find(isSame)?.id ?? crypto.randomUUID();
    await this.storage.store(keyOf(id), JSON.stringify({ origin, ...credential }));
    const entry: KeptToken = { id, origin, holder: credential.holder };
    await this.update([entry, ...this.kept.filter((each) => each.id !== id)]);
    this.changes.fire();
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.update(this.kept.filter(({ id }) => !ids.includes(id)));
    // Without a keyring there is nothing to delete either.
    await Promise.allSettled(ids.map((id) => this.storage.delete(keyOf(id))));
    this.changes.fire();
  }

  /** The most specific token for a subject that may be sent to an origin, or why there is none. */
  async choose(origin: string, subject: HookSubject): Promise<{ id: string; credential: Credential } | NoToken> {
    const serving = this.kept
      .filter((each) => each.origin === origin && specificity(each.holder, subject) > 0)
      .sort((one, other) => specificity(other.holder, subject) - specificity(one.holder, subject));
    let reason: NoToken = 'signedOut';
    for (const { id, isRefused } of serving) {
      const credential = isRefused === true ? 'refused' : ((await this.read(id, origin)) ?? 'lost');
      if (typeof credential === 'object') {
        return { id, credential };
      }
      // What is said is of the one that would have been taken.
      reason = reason === 'signedOut' ? credential : reason;
    }
    return reason;
  }

  /** Notes that Bitbucket has refused a token. */
  async refuse(id: string): Promise<void> {
    await this.update(this.kept.map((each) => (each.id === id ? { ...each, isRefused: true } : each)));
  }

  private async read(id: string, origin: string): Promise<Credential | undefined> {
    try {
      const secret = v.safeParse(secretSchema, JSON.parse((await this.storage.get(keyOf(id))) ?? 'null'));
      return secret.success && secret.output.origin === origin ? secret.output : undefined;
    } catch {
      // No keyring at all, which is a normal state. The cause is VS Code's, who logs it.
      return undefined;
    }
  }

  private async update(kept: readonly KeptToken[]): Promise<void> {
    await this.memory.update(listKey, kept);
  }
}

function isSameHolder(one: Holder, other: Holder): boolean {
  return one.kind === other.kind && holderName(one).toLowerCase() === holderName(other).toLowerCase();
}

const keyOf = (id: string) => `token ${id}`;
