/** What stands for something that is left out. */
const omitted = '…';

/** Names, or parts of them, of what may open something for whoever reads it. */
const credential = /authorization|authenticat|cookie|token|secret|password|api-?key|session|credential|signature/i;
/** The same, where they are a word of their own: an author is no credential. */
const credentialWord = /(?:^|[-_.])(?:auth|jwt|csrf|xsrf|sid|pwd|passwd|otp)(?:$|[-_.])|[-_.]key$/i;

/**
 * Whether what has such a name, of a header or a parameter, may be a credential: cookies, what tunnels and gateways put
 * in, keys of any kind but the event's.
 */
export function isCredentialName(name: string): boolean {
  return credential.test(name) || (credentialWord.test(name) && !/^x-event-key$/i.test(name));
}

/**
 * A header's value without what may be a credential in it: in addresses the user's name, the query and the fragment; and
 * the value of any parameter whose name says so.
 *
 * @param name Of the header. `Location` has nothing but an address, whatever characters the server leaves unescaped in it.
 */
export function redactedValue(name: string, value: string): string {
  if (isCredentialName(name)) {
    return omitted;
  }
  const queries = /^(?:content-)?location$/i.test(name) ? /[?#].+/gs : /[?#][^\s"<>]+/g;
  return value
    .replace(/\/\/[^\s/?#@"<>]+@/g, `//${omitted}@`)
    .replace(queries, (query) => query.charAt(0) + omitted)
    .replace(/(?<![\w-])([\w-]+)=("[^"]*"|[^\s;,&"<>]+)/g, (whole, parameter: string) =>
      isCredentialName(parameter) ? `${parameter}=${omitted}` : whole,
    );
}

/** A shorter text than this may be anywhere by chance. */
const minQueryLength = 8;

/**
 * Leaves the query of the address that was sent to out of a text that came back: it may hold a token, and is kept as a
 * secret. It is found as it was sent, unescaped, and in the ways that HTML, JSON and other addresses write it.
 */
export function withoutQueryOf({ search }: URL, text: string): string {
  if (search.length < 2) {
    return text;
  }
  return [search, unescaped(search)]
    .flatMap((form) => [form, form.replaceAll('&', '&amp;'), form.replaceAll('&', '\\u0026'), encodeURIComponent(form)])
    .reduce((rest, form) => {
      const [mark = '', query = ''] = form.split(/^(\?|%3F)/).slice(1);
      const cut = rest.replaceAll(form, mark + omitted);
      return query.length < minQueryLength ? cut : cut.replaceAll(query, omitted);
    }, text);
}

function unescaped(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}
