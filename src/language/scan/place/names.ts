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

const scopeName = /scopes$|^(?:scope|oauth2?|security(?:definitions)?|permissions?|capabilit(?:y|ies))$/;

/** Lists whose entries look like keys (`pullrequest:write`) and are rights. */
export function isScopeName(name: string): boolean {
  return scopeName.test(plainName(name));
}

const proseName =
  /^(?:description|summary|title|body|message|docs|label|category|text|comment|ur[li]|href|path|uuid|image|(?:api)?version|kind|ref|schema|format)$/;

/** Values that are sentences, addresses or kinds: a key there is a mention. */
export function isProseName(name: string): boolean {
  return proseName.test(plainName(name));
}
