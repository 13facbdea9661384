import type { RepositoryNames } from '../../events/inventedNames';

/** A webhook that is to be created. */
export interface Hook {
  readonly subjectType: 'repository' | 'workspace';
  /** Keys; Bitbucket refuses a list in which one comes twice. */
  readonly events: readonly string[];
  /** What it is to be attached to; placeholders where it isn't known. */
  readonly names: RepositoryNames | undefined;
  /** The address that it sends to; an example's where there is none. */
  readonly url?: string;
  /** Its title. */
  readonly description?: string;
}

const exampleUrl = 'https://example.com/bitbucket-webhook';
const plainDescription = 'Bitbucket webhook';
const unnamed: RepositoryNames = { workspace: 'WORKSPACE', repository: 'REPOSITORY' };

/** The body of `POST /2.0/repositories/…/hooks` or `/2.0/workspaces/…/hooks`, after Atlassian's specification. */
export function hookBody(request: Hook): string {
  const { events, url, description } = withDefaults(request);
  const hook = {
    description,
    url,
    active: true,
    skip_cert_verification: false,
    secret: 'SECRET',
    events: [...new Set(events)],
  };
  return `${JSON.stringify(hook, undefined, 2)}\n`;
}

function withDefaults({ url = '', description = '', ...hook }: Hook): Required<Hook> {
  return { ...hook, url: url || exampleUrl, description: description || plainDescription };
}

/** A command for sh. In its here-document only the secret expands. */
export function hookCurl(hook: Hook): string {
  const { workspace, repository } = hook.names ?? unnamed;
  const names = hook.subjectType === 'workspace' ? ['workspaces', workspace] : ['repositories', workspace, repository];
  const path = names.map(encodeURIComponent).join('/');
  return `# With an access token of a repository, project or workspace, write in the place of --user:
#   --header "Authorization: Bearer $BITBUCKET_ACCESS_TOKEN"
# The secret must not hold quotes or backslashes.
curl --fail-with-body --request POST "https://api.bitbucket.org/2.0/${path}/hooks" \\
  --user "$BITBUCKET_EMAIL:$BITBUCKET_API_TOKEN" \\
  --header "Content-Type: application/json" \\
  --data-binary @- <<EOF
${hereDocument(hook)}EOF
`;
}

/** The body, in which nothing but the secret expands. */
function hereDocument(hook: Hook): string {
  const escaped = hookBody(hook).replace(/[\\$`]/g, '\\$&');
  // Quotes within a text are escaped, so that this is nothing but the field.
  return escaped.replace('"secret": "SECRET"', () => '"secret": "$BITBUCKET_WEBHOOK_SECRET"');
}

/** A resource for Terraform with the provider DrFaust92/bitbucket. */
export function hookTerraform(request: Hook): string {
  const { subjectType, events, names = unnamed, url, description } = withDefaults(request);
  const isWorkspace = subjectType === 'workspace';
  const place = isWorkspace
    ? `  workspace   = "${names.workspace}"`
    : `  owner       = "${names.workspace}"\n  repository  = "${names.repository}"`;
  return `# Provider: DrFaust92/bitbucket
resource "${isWorkspace ? 'bitbucket_workspace_hook' : 'bitbucket_hook'}" "webhook" {
${place}
  url         = ${forTerraform(url)}
  description = ${forTerraform(description)}
  secret      = var.bitbucket_webhook_secret

  # True if it is left out: then Bitbucket would send to anybody.
  skip_cert_verification = false

  events = [
${[...new Set(events)].map((event) => `    "${event}",\n`).join('')}  ]
}

variable "bitbucket_webhook_secret" {
  type      = string
  sensitive = true
}
`;
}

/** A text in quotes in which nothing is a template. */
function forTerraform(text: string): string {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, '$&$&');
}

/** An event and what webhooks that can subscribe to it may be attached to. */
interface Subscribable {
  readonly key: string;
  readonly subjectTypes: readonly string[];
}

/**
 * What a hook for some events is to be attached to: what they were selected under, if that is one; else a repository,
 * unless one of them is only to be had of a workspace.
 */
export function hookSubject(
  selectedUnder: readonly string[],
  keys: readonly string[],
  events: readonly Subscribable[],
): 'repository' | 'workspace' {
  const [only, ...others] = new Set(selectedUnder);
  if (others.length === 0 && (only === 'repository' || only === 'workspace')) {
    return only;
  }
  const isOfWorkspaceOnly = (key: string) => {
    const subjectTypes = events.find((event) => event.key === key)?.subjectTypes ?? [];
    return subjectTypes.includes('workspace') && !subjectTypes.includes('repository');
  };
  return keys.some(isOfWorkspaceOnly) ? 'workspace' : 'repository';
}
