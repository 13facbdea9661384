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

/** The address that such a body is posted to. */
function hooksUrl({ subjectType, names = unnamed }: Hook): string {
  const { workspace, repository } = names;
  const path = subjectType === 'workspace' ? ['workspaces', workspace] : ['repositories', workspace, repository];
  return `https://api.bitbucket.org/2.0/${path.map(encodeURIComponent).join('/')}/hooks`;
}

/**
 * A command for sh. In its here-document only the secret expands. A variable that
 * is unset or empty ends the command before curl is run, also where it is pasted into a terminal.
 */
export function hookCurl(hook: Hook): string {
  return `# For sh. With an access token of a repository, project or workspace, write in the place of --user:
#   --header "Authorization: Bearer \${BITBUCKET_ACCESS_TOKEN:?}"
# The secret must not hold quotes or backslashes.
curl --fail-with-body --request POST "${hooksUrl(hook)}" \\
  --user "\${BITBUCKET_EMAIL:?}:\${BITBUCKET_API_TOKEN:?}" \\
  --header "Content-Type: application/json" \\
  --data-binary @- <<EOF
${hereDocument(hook)}EOF
`;
}

/** The body, in which nothing but the secret expands. */
function hereDocument(hook: Hook): string {
  const escaped = hookBody(hook).replace(/[\\$`]/g, '\\$&');
  // Quotes within a text are escaped, so that this is nothing but the field.
  return escaped.replace('"secret": "SECRET"', () => '"secret": "${BITBUCKET_WEBHOOK_SECRET:?}"');
}

/**
 * A command for Windows PowerShell 5.1 and PowerShell 7: one block, so that it stops where a variable is unset, also
 * where it is pasted into a terminal. Nothing but the variables expands in it.
 */
export function hookPowerShell(hook: Hook): string {
  const { url, description } = withDefaults(hook);
  const events = [...new Set(hook.events)].map((event) => `      ${quoted(event)}`).join(',\n');
  return `# For PowerShell. With an access token of a repository, project or workspace, write instead of Basic and what follows:
#   "Bearer $env:BITBUCKET_ACCESS_TOKEN"
& {
  foreach ($name in 'BITBUCKET_EMAIL', 'BITBUCKET_API_TOKEN', 'BITBUCKET_WEBHOOK_SECRET') {
    if (-not [Environment]::GetEnvironmentVariable($name)) { throw "The variable $name is not set." }
  }
  $hook = [ordered]@{
    description = ${quoted(description)}
    url = ${quoted(url)}
    active = $true
    skip_cert_verification = $false
    secret = $env:BITBUCKET_WEBHOOK_SECRET
    events = @(
${events}
    )
  }
  $user = [Text.Encoding]::UTF8.GetBytes("$($env:BITBUCKET_EMAIL):$($env:BITBUCKET_API_TOKEN)")
  $request = @{
    Method = 'Post'
    Uri = ${quoted(hooksUrl(hook))}
    Headers = @{ Authorization = "Basic $([Convert]::ToBase64String($user))" }
    ContentType = 'application/json'
    Body = [Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $hook))
  }
  Invoke-RestMethod @request
}
`;
}

/** For PowerShell, in which nothing is special between single quotes, but these, the typographic ones too. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
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
