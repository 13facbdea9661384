import { pathAround, type Step } from '../syntax/path';
import { literalOf, type Reading, textOf } from '../syntax/reading';
import { isLiteral } from '../syntax/roles';
import { textsIn } from './maps';
import { plainName } from './names';

/** What a hook belongs to. */
export type SubjectType = 'workspace' | 'repository';

const hookPath = /\/?(workspaces|repositories)\/[^\s]*\/hooks\b/;

/**
 * What the hook around a place belongs to, if the document says so: a hook's own `subject_type`, the address it is posted
 * to, or the name of the function or resource that creates it.
 */
export function subjectTypeOf(reading: Reading, path: readonly Step[]): SubjectType | undefined {
  for (const step of path) {
    const found = statedBy(reading, step);
    if (found !== undefined) {
      return found;
    }
  }
  const around = pathAround(reading);
  return around && subjectTypeOf(around.reading, around.path);
}

function statedBy(reading: Reading, step: Step): SubjectType | undefined {
  switch (step.kind) {
    case 'member':
      return statedIn(textsIn(reading, step.node));
    case 'argument':
      return subjectInAddresses(literalsOf(reading, step)) ?? subjectInName(/\S*$/.exec(step.callee)?.[0] ?? '');
    case 'declaration':
      // Classes and enums are named after what they handle, and that may be some of a hook's events.
      return step.name.includes('bitbucket_') ? subjectInName(step.name) : undefined;
    default:
      return undefined;
  }
}

function statedIn(texts: ReadonlyMap<string, string>): SubjectType | undefined {
  const own = texts.get('subjecttype') ?? texts.get('subject.type');
  if (own === 'workspace' || own === 'repository') {
    return own;
  }
  // Pulumi's resources: `type: bitbucket:WorkspaceHook`.
  const resource = texts.get('type') ?? '';
  const addresses = ['url', 'uri', 'href', 'path', 'endpoint', 'links.self.href'].flatMap(
    (name) => texts.get(name) ?? [],
  );
  return subjectInAddresses(addresses) ?? (/^bitbucket[:_]/.test(resource) ? subjectInName(resource) : undefined);
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

/** `createWorkspaceHook(…)`, `createRepositoryWebhook(…)`, Terraform's `bitbucket_hook` and `bitbucket_workspace_hook`. */
function subjectInName(name: string): SubjectType | undefined {
  const plain = plainName(name);
  if (!plain.includes('hook')) {
    return undefined;
  }
  if (plain.includes('workspace')) {
    return 'workspace';
  }
  return plain.includes('repo') || /bitbucket_hook|bitbucket:hook/i.test(name) ? 'repository' : undefined;
}

function literalsOf(reading: Reading, { node }: Step): string[] {
  const texts: string[] = [];
  for (let child = node.firstChild; child && texts.length < 20; child = child.nextSibling) {
    if (isLiteral(child)) {
      texts.push(textOf(reading, literalOf(reading, child)));
    }
  }
  return texts;
}
