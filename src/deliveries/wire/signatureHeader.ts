/** A signature as it was found in a text. */
export interface GivenSignature {
  /** Of its header, in small letters: empty where the text has none. */
  readonly header: string;
  /** What is before `=`, as it is written: empty where there is nothing. */
  readonly algorithm: string;
  /** As it is written. */
  readonly digest: string;
}

/** What a text says of a signature. */
export type FoundSignature =
  | ({ readonly kind: 'signature' } & GivenSignature)
  /** It says that there is none. */
  | { readonly kind: 'none' }
  /** Different ones under the same name. */
  | { readonly kind: 'several' }
  | { readonly kind: 'malformed' };

export const bitbucketHeader = 'x-hub-signature';

/** A header's name alone is no name in a log's own words, such as `expectedSignature`. */
const headerName = /(?<![\w-])x-[\w-]*signature[\w-]*/g;
const withAlgorithm = /(?<![\w-])(sha-?\d{1,3}|md5)=([\w+/-]+={0,2})/gi;
/** Hex of SHA-1 to SHA-512, or base64 of the same. */
const bare =
  /(?<![\w+/-])(?:[\da-f]{40}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128}|(?:[\w+/-]{27}|[\w+/-]{43})=|[\w+/-]{86}==)(?![\w+/=-])/gi;
const maxLength = 100_000;

/**
 * Takes a signature out of whatever a log or a debugger has printed of it: a header with its name or without, a line of a
 * dictionary, or all headers of a request. Of several it takes that of Bitbucket's header, if there is one.
 */
export function findSignature(text: string): FoundSignature {
  const part = text.slice(0, maxLength);
  const found = signaturesIn(part);
  const [first] = found;
  if (!first) {
    return saysNothing(part) ? { kind: 'none' } : { kind: 'malformed' };
  }
  const ours = found.filter(({ header }) => header === bitbucketHeader);
  const [given = first, ...others] = ours.length > 0 ? ours : [first];
  return others.some(({ digest, algorithm }) => digest !== given.digest || algorithm !== given.algorithm)
    ? { kind: 'several' }
    : { kind: 'signature', ...given };
}

function signaturesIn(text: string): GivenSignature[] {
  const matches = [...text.matchAll(withAlgorithm)];
  const found = matches.length > 0 ? matches : [...text.matchAll(bare)];
  let from = 0;
  return found.map((match) => {
    const before = text.slice(from, match.index);
    from = match.index + match[0].length;
    const [, algorithm = '', digest = match[0]] = match;
    return { header: lastHeader(before), algorithm, digest };
  });
}

/** PHP, Python's WSGI and CGI write `HTTP_X_HUB_SIGNATURE`. */
function lastHeader(text: string): string {
  const names = text.toLowerCase().replaceAll('_', '-').replaceAll('http-x-', 'x-').match(headerName);
  return names?.at(-1) ?? '';
}

/** Whether it has nothing but names, punctuation, and words for nothing. */
function saysNothing(text: string): boolean {
  const words = text.toLowerCase().match(/[^\s"'`:;,=>()[\]{}\\]+/g) ?? [];
  return words.every((word) => /^(?:.*signature.*|sha256|undefined|null|none|nil|missing)$/.test(word));
}
