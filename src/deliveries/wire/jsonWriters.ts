import { type JsonStyle, parseJsonText, writeJson } from './jsonText';

const layouts = ['onOneLine', 'onManyLines'] as const;
const languages = ['javaScript', 'python', 'php', 'go'] as const;

/** What has written JSON: something that changes nothing but the spaces, or the library of a language. */
export type JsonWriter = (typeof layouts | typeof languages)[number];

export function isJsonWriter(name: string): name is JsonWriter {
  return [...layouts, ...languages].some((writer) => writer === name);
}

export function isLibraryWriter(name: string): boolean {
  return languages.some((writer) => writer === name);
}

/** Longer bodies are compared as they are. Bitbucket sends at most 256 kB ("Troubleshoot webhooks", 2026). Characters. */
const maxLength = 1_000_000;

/** What is done to a whole text: what it is about stands in strings only. */
type Escape = (text: string) => string;

const asIs: Escape = (text) => text;
const escaped =
  (pattern: RegExp): Escape =>
  (text) =>
    text.replace(pattern, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const slashes: Escape = (text) => text.replaceAll('/', '\\/');
const isInteger = (digits: string) => /^-?\d+$/.test(digits);

/** The shortest digits that give the same number again, on which all languages agree; only their form differs. */
function shortest(digits: string): { sign: string; mantissa: string; exponent: number } {
  const [, sign = '', mantissa = '', exponent = ''] = /^(-?)(.+)e(.+)$/.exec(Number(digits).toExponential()) ?? [];
  return {
    sign: Object.is(Number(digits), -0) ? '-' : sign,
    mantissa: mantissa.replace('.', ''),
    exponent: Number(exponent),
  };
}

/** Neither in powers of ten, nor without a point. */
function decimal(digits: string): string {
  const { sign, mantissa, exponent } = shortest(digits);
  if (exponent < 0) {
    return `${sign}0.${'0'.repeat(-exponent - 1)}${mantissa}`;
  }
  const whole = mantissa.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${mantissa.slice(exponent + 1) || '0'}`;
}

/** Also Go's, which says so in its sources. */
const javaScriptNumber = (digits: string) => JSON.stringify(Number(digits));

/** Whole numbers are as long as they are; `float.__repr__` has powers of ten from 1e16 on, with two digits at least. */
function pythonNumber(digits: string): string {
  if (isInteger(digits)) {
    return digits === '-0' ? '0' : digits;
  }
  const { sign, mantissa, exponent } = shortest(digits);
  if (exponent >= -4 && exponent < 16) {
    return decimal(digits);
  }
  const point = mantissa.length > 1 ? `${mantissa.charAt(0)}.${mantissa.slice(1)}` : mantissa;
  return `${sign}${point}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** Whole numbers of 64 bits are as they are; others have powers of ten from 1.0e+17 on, or under 0.0001. */
function phpNumber(digits: string, hasZeroFraction: boolean): string {
  if (isInteger(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits)) {
    return digits === '-0' ? '0' : digits;
  }
  const { sign, mantissa, exponent } = shortest(digits);
  if (exponent >= -4 && exponent < 17) {
    const text = decimal(digits);
    return hasZeroFraction ? text : text.replace(/\.0$/, '');
  }
  return `${sign}${mantissa.charAt(0)}.${mantissa.slice(1) || '0'}e${exponent < 0 ? '' : '+'}${exponent}`;
}

interface Library {
  readonly writer: JsonWriter;
  readonly styles: readonly JsonStyle[];
  readonly escapes: readonly Escape[];
}

/** Each style with each of some changes. */
const each = (styles: readonly JsonStyle[], ...changes: readonly Partial<JsonStyle>[]): JsonStyle[] =>
  styles.flatMap((style) => changes.map((change) => ({ ...style, ...change })));

const oneLine: JsonStyle = { number: asIs };
const manyLines = [{ indent: '  ' }, { indent: '    ' }, { indent: '\t' }];
/** Those end lines in JavaScript: PHP and Go never leave them as they are. */
const lineEnds = escaped(/[\u2028\u2029]/g);
const beyondAscii = escaped(/[\u0080-\uffff]/g);
const goNumber = (digits: string) => (Object.is(Number(digits), -0) ? '-0' : javaScriptNumber(digits));

/** With their usual settings, those that change least first. */
const libraries: readonly Library[] = [
  { writer: 'onOneLine', styles: [oneLine], escapes: [asIs] },
  { writer: 'onManyLines', styles: each([oneLine], ...manyLines), escapes: [asIs] },
  {
    writer: 'javaScript',
    styles: each([{ number: javaScriptNumber }], {}, ...manyLines),
    escapes: [asIs],
  },
  {
    // `json.dumps` escapes all but printable ASCII, `ensure_ascii=False` nothing.
    writer: 'python',
    styles: each(
      each([{ number: pythonNumber }], { isSpaced: true }, { isSpaced: false }, ...manyLines),
      { isSorted: false },
      { isSorted: true },
    ),
    escapes: [escaped(/[\u007f-\uffff]/g), asIs],
  },
  {
    // `json_encode` has flags for all of that; a list without items may have been an object.
    writer: 'php',
    styles: each(
      each(
        each(
          [oneLine],
          ...[false, true].map((isFloat) => ({ number: (digits: string) => phpNumber(digits, isFloat) })),
        ),
        { emptyObject: '{}' },
        { emptyObject: '[]' },
      ),
      {},
      { indent: '    ' },
    ),
    escapes: [(text) => beyondAscii(slashes(text)), (text) => lineEnds(slashes(text)), beyondAscii, lineEnds],
  },
  {
    // `encoding/json` sorts the keys of a map, not those of a structure, and escapes what HTML would read.
    writer: 'go',
    styles: each(each([{ number: goNumber }], { isSorted: true }, { isSorted: false }), {}, ...manyLines),
    escapes: [escaped(/[<>&\u2028\u2029]/g), lineEnds],
  },
];

/** The same JSON as others write it. None for what isn't JSON, or is too long. */
export function* rewrittenJson(text: string): Generator<{ readonly writer: JsonWriter; readonly text: string }> {
  const json = text.length <= maxLength ? parseJsonText(text) : undefined;
  if (!json) {
    return;
  }
  for (const { writer, styles, escapes } of libraries) {
    for (const style of styles) {
      const written = writeJson(json, style);
      for (const escape of escapes) {
        yield { writer, text: escape(written) };
      }
    }
  }
}
