import type { HookDraft } from './change';
import type { Hook } from './hook';

/** What is sent of a hook. */
export interface HookBody {
  readonly description: string;
  readonly url: string;
  readonly active?: boolean;
  readonly events: readonly string[];
  readonly skip_cert_verification?: boolean;
  readonly history_enabled?: boolean;
  readonly secret?: string | null;
}

/** The body of `POST …/hooks`. Bitbucket verifies certificates unless it is told otherwise, and is told so here. */
export function creationBody({ url, title, events, isActive, secret }: HookDraft): HookBody {
  return {
    description: title,
    url,
    active: isActive,
    skip_cert_verification: false,
    events: [...new Set(events)],
    ...(secret === undefined ? {} : { secret }),
  };
}

/**
 * The body of `PUT …/hooks/{uid}`, which replaces all but the secret. What Bitbucket doesn't document is in it only where
 * an answer had it.
 *
 * @param secret `null` takes it away; left out, it stays.
 */
export function changeBody(hook: Hook, secret: string | null | undefined): HookBody {
  const { title, url, isActive, events, skipsCertificates, keepsHistory } = hook;
  return {
    description: title,
    url,
    ...(isActive === undefined ? {} : { active: isActive }),
    events: [...new Set(events)],
    ...(skipsCertificates === undefined ? {} : { skip_cert_verification: skipsCertificates }),
    ...(keepsHistory === undefined ? {} : { history_enabled: keepsHistory }),
    ...(secret === undefined ? {} : { secret }),
  };
}
