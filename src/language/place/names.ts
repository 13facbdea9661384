/** Names are compared without case and separators: `bitbucket_events`, `bitbucketEvents`, `BITBUCKET_EVENTS`. */
export function plainName(name: string): string {
  return name.replace(/[-_\s.$]/g, '').toLowerCase();
}

/**
 * The last name of an expression: `eventKey` of `(await hook()).eventKey.toLowerCase()`, `EVENTS` of `export const EVENTS`,
 * `getEventKey` of `hook.getEventKey()`.
 */
export function lastName(expression: string): string {
  const bare = expression.replace(
    /(?:\??\.(?![gG]et[A-Z_])\w+\(\)|[!?;{(]|\s+(?:as|satisfies)\s.*|\s+(?:extends|implements)\s.*|\)|\s)+$/s,
    '',
  );
  const [, variable] = /^["']?\$\{(\w+)\}["']?$/.exec(bare) ?? [];
  if (variable !== undefined) {
    return variable;
  }
  return /["'\]]$/.test(bare) ? (/([\w.-]+)["'\])]+$/.exec(bare)?.[1] ?? '') : (/[\w-]+$/.exec(bare)?.[0] ?? '');
}

/** The request header that carries the key, in all spellings: `X-Event-Key`, `HTTP_X_EVENT_KEY`, `$x_event_key`. */
export function isHeaderName(name: string): boolean {
  return /^(?:http)?xeventkey$/.test(plainName(name));
}

/** The same anywhere in an expression: `req.headers['x-event-key']`, `r.Header.Get("X-Event-Key")`. */
export function holdsHeaderName(expression: string): boolean {
  return /x[-_]?event[-_]?key/i.test(expression);
}

/** A single value that is an event: `event`, `eventKey`, `hook_event_type`, `bitbucketEvent`. */
export function isEventName(name: string): boolean {
  return /^(?:web)?hook(?:event)?(?:type|name|key)?$|events?(?:type|name|header|id|key|value)?$/.test(plainName(name));
}

/** A list of events: `events`, `eventTypes`, `allowed_events`, `WEBHOOK_EVENTS`. */
export function isEventListName(name: string): boolean {
  const plain = plainName(name);
  return (
    /events?(?:list|set|array)?$|event(?:type|key|name|header|id)s$/.test(plain) &&
    !/^(?:dom|mouse|pointer|touch)/.test(plain)
  );
}

/** Names that say how, not what: those around them count. `enum: […]` in a schema, `value` of a parameter. */
export function isNeutralName(name: string): boolean {
  return /^(?:enum|items|const|default|examples?|values?|anyof|oneof|allof|type|current|initial|of)$/.test(
    plainName(name),
  );
}

const rightsName =
  /scopes?$|^(?:oauth2?|security(?:definitions)?|permissions?|perms?|roles?|grants?|rights?|capabilit(?:y|ies)|privileges?)$/;

/** What holds rights that look like keys: `pullrequest:write`. */
export function isRightsName(name: string): boolean {
  return rightsName.test(plainName(name)) || /(?:permission|privilege|scope|role|grant)s$/.test(plainName(name));
}

const proseName =
  /^(?:description|summary|title|body|message|docs|label|category|text|comment|ur[li]|href|path|uuid|image|(?:api)?version|kind|ref|schema|format|classname|placeholder|id|uses|run)$/;

/** Values that are sentences, addresses or kinds: a key there is a mention. */
export function isProseName(name: string): boolean {
  return proseName.test(plainName(name));
}
