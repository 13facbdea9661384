import * as v from 'valibot';
import { type HookSubject, isSameName, isSlugOrUuid, subjectName } from '../bitbucket/hookSubject';

const name = v.pipe(v.string(), v.check(isSlugOrUuid));

/**
 * Whose token it is: a person's own, which goes along with the e-mail address of their Atlassian account; or one that a
 * repository, a project or a workspace gives out, of which nobody can ask what it reaches.
 */
export const holderSchema = v.variant('kind', [
  v.object({ kind: v.literal('apiToken'), email: v.string() }),
  v.object({
    kind: v.literal('accessToken'),
    /** What it may serve, as the user says. */
    reach: v.object({ workspace: name, repository: v.optional(name) }),
  }),
]);

export type Holder = v.InferOutput<typeof holderSchema>;

/** A token and all that sending it takes. It is for the files of this folder alone. */
export interface Credential {
  readonly holder: Holder;
  readonly token: string;
}

/** How people tell tokens apart. */
export function holderName(holder: Holder): string {
  return holder.kind === 'apiToken' ? holder.email : subjectName(holder.reach);
}

/** How special a token is among those that may serve a subject; 0: it doesn't. */
export function specificity(holder: Holder, { workspace, repository }: HookSubject): number {
  if (holder.kind === 'apiToken') {
    return 1;
  }
  const { reach } = holder;
  if (!isSameName(reach.workspace, workspace)) {
    return 0;
  }
  return reach.repository === undefined ? 2 : isSameName(reach.repository, repository) ? 3 : 0;
}

/** The value of the header `Authorization`. */
export function authorizationOf({ holder, token }: Credential): string {
  return holder.kind === 'apiToken' ? `Basic ${base64(`${holder.email}:${token}`)}` : `Bearer ${token}`;
}

/** Takes a credential out of texts, of JSON too: an answer may repeat what it was asked with. */
export function redactorFor(credential: Credential): (text: string) => string {
  const { token } = credential;
  const [, sent = ''] = authorizationOf(credential).split(' ');
  const secrets = [
    ...new Set([sent, token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1), base64(token)]),
  ];
  return (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '…'), text);
}

/** Of the text as UTF-8. */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/** Why a text is no e-mail address that Basic authentication takes. */
export type EmailFault = 'noAddress' | 'colon';

export function emailFault(text: string): EmailFault | undefined {
  const email = text.trim();
  if (email.includes(':')) {
    return 'colon';
  }
  return /^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u.test(email) ? undefined : 'noAddress';
}

/** Why a text is no token: it is empty, or has something in it that no token has and no header could. */
type TokenFault = 'empty' | 'characters';

export function tokenFault(text: string): TokenFault | undefined {
  const token = text.trim();
  return token === '' ? 'empty' : /^[\x21-\x7e]+$/.test(token) ? undefined : 'characters';
}
