/** Names are compared without case and separators: `bitbucket_events`, `bitbucketEvents`, `BITBUCKET_EVENTS`. */
export function plainName(name: string): string {
  return name.replace(/[-_\s.$]/g, '').toLowerCase();
}

/** The request header that carries the key. */
export function isHeaderName(name: string): boolean {
  return plainName(name) === 'xeventkey';
}

/** A single value that is a Bitbucket event key and little else. */
export function isKeyName(name: string): boolean {
  return /eventkey$|^(?:bitbucket|bb)event(?:type|name)?$|^hookevent$/.test(plainName(name));
}

/** A single value that is some product's event. */
export function isEventName(name: string): boolean {
  return /^(?:web)?hook(?:event)?(?:type|name)?$|event(?:type|name|header|id)?$/.test(plainName(name));
}

/** A list of keys, by its name. */
export function isEventListName(name: string): boolean {
  return (
    /events?$|event(?:type|key|name)s$/.test(plainName(name)) && !/^(?:dom|mouse|pointer|touch)/.test(plainName(name))
  );
}

const scopeNames = new Set([
  'scope',
  'scopes',
  'requiredscopes',
  'oauthscopes',
  'oauth2',
  'oauth',
  'security',
  'securitydefinitions',
  'permission',
  'permissions',
  'capability',
  'capabilities',
]);

/** Lists whose entries look like keys (`pullrequest:write`) and are rights. */
export function isScopeName(name: string): boolean {
  return scopeNames.has(plainName(name)) || plainName(name).endsWith('scopes');
}

const proseNames = new Set([
  'description',
  'summary',
  'title',
  'body',
  'message',
  'docs',
  'label',
  'category',
  'text',
  'comment',
  'url',
  'href',
  'uri',
  'path',
  'uuid',
  'image',
  'version',
  'apiversion',
  'kind',
  '$ref',
  '$schema',
  'format',
]);

/** Values that are sentences, addresses or kinds: a key there is a mention. */
export function isProseName(name: string): boolean {
  return proseNames.has(plainName(name)) || plainName(name) === 'ref' || plainName(name) === 'schema';
}
