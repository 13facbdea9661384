import type { Container, Slot } from '../container';
import { neighbours } from '../limits';
import type { SubjectType } from '../types';

const hookPath = /\/?(workspaces|repositories)\/[^\s]*\/hooks\b/;

/**
 * What the hook around a slot belongs to, if the document says so: a hook's own `subject_type`, the address it is
 * posted to, or the name of the function or resource that creates it.
 */
export function subjectTypeOf(slot: Slot): SubjectType | undefined {
  let depth = 0;
  for (let at: Container | undefined = slot.container; at !== undefined && depth < 6; at = at.parent) {
    const found = stated(at);
    if (found !== undefined) {
      return found;
    }
    depth++;
  }
  return undefined;
}

/** Asked for every token of a list, answered once for the list. */
function stated(container: Container): SubjectType | undefined {
  container.subjectType ??= statedIn(container) ?? 'unknown';
  return container.subjectType === 'unknown' ? undefined : container.subjectType;
}

function statedIn({ kind, scalars, items, callee, name, children }: Container): SubjectType | undefined {
  if (kind === 'call') {
    return subjectInAddresses(items.slice(0, neighbours)) ?? subjectInName(callee);
  }
  if (kind !== 'map') {
    return undefined;
  }
  const parts = children.slice(0, neighbours);
  const own = scalars.get('subject_type') ?? scalars.get('subjectType') ?? subjectOf(parts);
  if (own === 'workspace' || own === 'repository') {
    return own;
  }
  // Classes, enums and constants are named after what they handle, and that may be some of a hook's events.
  const resource = name?.startsWith('bitbucket_') ? name : undefined;
  return subjectInAddresses([...addresses(scalars), ...linksIn(parts)]) ?? subjectInName(resource);
}

function subjectInAddresses(texts: readonly string[]): SubjectType | undefined {
  for (const text of texts) {
    const found = hookPath.exec(text)?.[1];
    if (found !== undefined) {
      return found === 'workspaces' ? 'workspace' : 'repository';
    }
  }
  return undefined;
}

function addresses(scalars: ReadonlyMap<string, string>): string[] {
  return ['url', 'uri', 'href', 'path', 'endpoint'].flatMap((name) => scalars.get(name) ?? []);
}

/** `"subject": { "type": "repository" }`. */
function subjectOf(children: readonly Container[]): string | undefined {
  return children.find(({ kind, name }) => kind === 'map' && name === 'subject')?.scalars.get('type');
}

/** `"links": { "self": { "href": "…/repositories/w/r/hooks/…" } }`. */
function linksIn(children: readonly Container[]): string[] {
  const links = children.find(({ kind, name }) => kind === 'map' && name === 'links');
  return (links?.children ?? []).flatMap(({ scalars }) => scalars.get('href') ?? []);
}

/** `createWorkspaceHook(…)`, `createRepositoryWebhook(…)`, Terraform's `bitbucket_hook` and `bitbucket_workspace_hook`. */
function subjectInName(name: string | undefined): SubjectType | undefined {
  if (name === undefined || !/hook/i.test(name)) {
    return undefined;
  }
  if (/workspace/i.test(name)) {
    return 'workspace';
  }
  return /repo/i.test(name) || name === 'bitbucket_hook' ? 'repository' : undefined;
}
