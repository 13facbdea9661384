import { goNumber, javaScriptNumber, phpNumber, pythonNumber } from './jsonNumbers';
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

/** The ways in which something writes JSON: each style with each escape. */
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
