/** What webhooks are attached to: a workspace, or a repository of one. Each by its slug or its `{uuid}`. */
export interface HookSubject {
  readonly workspace: string;
  readonly repository?: string | undefined;
}

const slug = /^[A-Za-z0-9_.-]{1,100}$/;
const uuid = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;
/** They stand for other places in a path, also where they are escaped. */
const isDots = (text: string) => text === '.' || text === '..';

/** Whether a text has the form of a slug or of a `{uuid}`, and so is one segment of a path. */
export function isSlugOrUuid(text: string): boolean {
  return (slug.test(text) && !isDots(text)) || uuid.test(text);
}

/** The subject that `workspace/repository` or `workspace` names; `undefined` where it has another form. */
export function parseSubject(text: string): HookSubject | undefined {
  const [workspace = '', repository, ...others] = text.trim().split('/');
  const isGood = others.length === 0 && isSlugOrUuid(workspace) && isSlugOrUuid(repository ?? workspace);
  return isGood ? { workspace, repository } : undefined;
}

/** `workspace/repository` or `workspace`. */
export function subjectName({ workspace, repository }: HookSubject): string {
  return repository === undefined ? workspace : `${workspace}/${repository}`;
}

/** As `GET /hook_events` names it. */
export function subjectTypeOf({ repository }: HookSubject): 'repository' | 'workspace' {
  return repository === undefined ? 'workspace' : 'repository';
}

/** Whether two names mean the same: Bitbucket takes slugs in any case. */
export function isSameName(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

export function isSameSubject(one: HookSubject, other: HookSubject): boolean {
  return isSameName(one.workspace, other.workspace) && isSameName(one.repository, other.repository);
}

/** The address of a subject's hooks, built from its names alone. Throws a `RangeError` where one of them isn't a name. */
export function hooksUrl(baseUrl: URL, { workspace, repository }: HookSubject): URL {
  const names = repository === undefined ? ['workspaces', workspace] : ['repositories', workspace, repository];
  if (!names.every(isSlugOrUuid)) {
    throw new RangeError('neither a slug nor a {uuid}');
  }
  const url = new URL(baseUrl);
  url.pathname = [url.pathname.replace(/\/+$/, ''), ...names.map(encodeURIComponent), 'hooks'].join('/');
  return url;
}
