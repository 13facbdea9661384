// What names say, in one place: those of values and operands, those of functions, and those of products.

/** Names are compared without case and separators: `bitbucket_events`, `bitbucketEvents`, `BITBUCKET_EVENTS`. */
export function plainName(name: string): string {
  return name.replace(/[-_\s.$]/g, '').toLowerCase();
}

/** What a name says of the value that it has. */
export type Sense = 'header' | 'rights' | 'event' | 'neutral' | 'prose';

/** By plain names: small letters, no separators. The first that fits counts. */
const senses: readonly (readonly [Sense, RegExp])[] = [
  // The request header that carries the key, in all spellings: `X-Event-Key`, `HTTP_X_EVENT_KEY`, `$x_event_key`.
  ['header', /^(?:http)?xeventkey$/],
  // What holds rights that look like keys: `pullrequest:write`.
  ['rights', /scopes?$|(?:permission|privilege|role|grant)s$/],
  [
    'rights',
    /^(?:oauth2?|security(?:definitions)?|permission|perms?|role|grant|rights?|capabilit(?:y|ies)|privilege)$/,
  ],
  // An event or several: `eventKey`, `bitbucketEvent`, `hook_event_type`, `allowed_events`.
  ['event', /^(?!dom|mouse|pointer|touch).*events?(?:type|name|header|id|key|value|list|set|array)?$/],
  ['event', /event(?:type|key|name|header|id)s$/],
  // What sets a hook off: `hookType`, `webhook_event_key`. A `webhook` by itself is one, or its address.
  ['event', /^(?:web)?hook(?:event|(?:event)?(?:type|name|key))$/],
  // How, not what: those around them count. `enum: […]` in a schema, `value` of a parameter.
  ['neutral', /^(?:enum|items|const|default|examples?|values?|anyof|oneof|allof|type|current|initial|of)$/],
  // Sentences, addresses or kinds: a key there is a mention.
  ['prose', /^(?:description|summary|title|body|message|docs|label|category|text|comment|placeholder)$/],
  ['prose', /^(?:ur[li]|href|path|uuid|image|(?:api)?version|kind|ref|schema|format|classname|id|uses|run)$/],
];

export function senseOf(name: string): Sense | undefined {
  const plain = plainName(name);
  return senses.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Whether a text is the name of a header that carries something else. */
export function isOtherHeader(text: string): boolean {
  return /^(?:x-[\w-]+|accept|authorization|content-\w+|host|user-agent)$/i.test(text) && senseOf(text) !== 'header';
}

/** Events as GitHub and GitLab call them, where none of Bitbucket's is called so. */
export function isOfOtherHost(text: string): boolean {
  return /^(?:push|ping|pull_request(?:_review)?|issues|issue_comment|create|delete|release|check_(?:run|suite)|workflow_(?:run|job)|merge_request|tag_push|note|(?:Push|Tag Push|Merge Request|Note|Issue|Pipeline|Job) Hook)$/.test(
    text,
  );
}

/** The same of an expression: its last name tells, and the header's anywhere in it. */
export function senseOfExpression({ text, name }: { readonly text: string; readonly name: string }): Sense | undefined {
  return holdsHeaderName(text) ? 'header' : senseOf(name === '' ? text : name);
}

/** The header's name anywhere in an expression: `req.headers['x-event-key']`, `r.Header.Get("X-Event-Key")`. */
export function holdsHeaderName(expression: string): boolean {
  return /x[-_]?event[-_]?key/i.test(expression);
}

/**
 * What a function does with a text that it is handed: makes pairs, gives it back in another form, waits for events of that name,
 * compares it with what it belongs to, expects it in a test, looks for it, changes a collection, tests how something
 * begins or ends, or tells it to people.
 */
export type Deed =
  'pairs' | 'wraps' | 'listens' | 'compares' | 'expects' | 'searches' | 'collects' | 'matches' | 'tells';

/** By a function's own name, or with what that belongs to, as they are written. */
const deeds: readonly (readonly [Deed, RegExp])[] = [
  ['pairs', /^(?:Map\.(?:of|entry|ofEntries)|array_combine|zip)$/],
  [
    'wraps',
    /^(?:enum|literal|union|array|tuple|list|[sS]et|List|Array|freeze|of|asList|concat|toset|tolist|setOf|listOf|arrayOf)$/,
  ],
  [
    'wraps',
    /^(?:Optional|Literal|Union|[Ff]rozen[Ss]et|default|oneOf|Readonly(?:Array)?|HashSet|vec|Exclude|Extract)$/,
  ],
  // `hooks.on('…')`: that it listens to hooks, its receiver or a text before says.
  ['listens', /^(?:on|once|off|(?:add|remove)Listener|addEventListener|subscribe|handles?|register)$/],
  ['compares', /^(?:equals?|equalsIgnoreCase|eq)$/],
  [
    'expects',
    /^(?:to(?:Be|Equal|StrictEqual|Contain|Have|Match|Include)\w*|eql|isEqualTo|assert\w*|\w*[eE]quals?|deepEqual|strictEqual)$/,
  ],
  ['searches', /^(?:includes?|has|[cC]ontains|indexOf|in_array|str_contains|stri?pos)$/],
  ['collects', /^(?:add|push|append|remove|delete|get)$/],
  ['matches', /(?:starts?_?with|has_?prefix|ends?_?with|match\w*)$/i],
  ['tells', /^(?:describe|it|test|log|info|warn|warning|error|debug|trace|print|println|printf|echo|puts|t)$/],
  ['tells', /^(?:Error|Exception|fetch|require|import|panic|raise|throw)$/],
];

export function deedOf({ name, path }: { readonly name: string; readonly path: string }): Deed | undefined {
  return deeds.find(([, pattern]) => pattern.test(name) || pattern.test(path))?.[0];
}

/** Whose events a document has at a place. */
export type Product = 'bitbucket' | 'other';

/** Products that have lists of events, too, Bitbucket's for one's own servers among them. */
const others =
  /^(?:github|gitlab|gitea|forgejo|gogs|harbor|dockerhub|quay|gcr|nexus|acr|cdevents|generic|slack|cel|jira|confluence|trello|stash|azuredevops|atlassian-?stash)|bitbucket-?(?:server|dc|datacenter)/;

/** The product that a name or a text says, with whatever else. */
export function productNamed(name: string): Product | undefined {
  const plain = plainName(name);
  // What GitHub's actions are told by others.
  if (plain.startsWith('githubeventclientpayload')) {
    return undefined;
  }
  if (others.test(plain)) {
    return 'other';
  }
  return plain.includes('bitbucket') ? 'bitbucket' : undefined;
}

/** What a hook belongs to. */
export type SubjectType = 'workspace' | 'repository';

/** `createWorkspaceHook`, `createRepositoryWebhook`, Terraform's `bitbucket_hook`, Pulumi's `bitbucket.Hook`. */
export function subjectTypeNamed(name: string): SubjectType | undefined {
  const plain = plainName(name);
  if (!plain.includes('hook')) {
    return undefined;
  }
  if (plain.includes('workspace')) {
    return 'workspace';
  }
  return plain.includes('repo') || /bitbucket[._:](?:index\/|new)?hook/i.test(name) ? 'repository' : undefined;
}

/** By the address that a hook is posted to. */
export function subjectTypeOfAddress(text: string): SubjectType | undefined {
  const owner = /\/?(workspaces|repositories)\/[^\s]*\/hooks\b/.exec(text)?.[1];
  return owner === undefined ? undefined : owner === 'workspaces' ? 'workspace' : 'repository';
}
