import * as v from 'valibot';

/** Longer ones are no query and no key. Characters. */
const maxTextLength = 200;
const maxKeys = 100;

const text = v.pipe(v.string(), v.maxLength(maxTextLength));
/** Models send `null` and empty texts for what they leave out. */
const optionalText = v.pipe(
  v.nullish(text, ''),
  v.transform((value) => value.trim()),
);

const lookupInput = v.object({
  query: optionalText,
  subjectType: optionalText,
  keys: v.nullish(v.pipe(v.array(optionalText), v.maxLength(maxKeys))),
});

/** What an assistant asks for; all of it is optional, and no combination is wrong. */
export type LookupInput = v.InferOutput<typeof lookupInput>;

/** Throws what the model needs to know to do better. */
export function parseLookupInput(input: unknown): LookupInput {
  return parse(
    lookupInput,
    input,
    `the optional fields "query" (string), "subjectType" (string) and "keys" (array of at most ${maxKeys} strings), each text of at most ${maxTextLength} characters`,
  );
}

const payloadInput = v.object({
  key: v.pipe(text, v.trim(), v.minLength(1)),
  part: v.pipe(
    optionalText,
    v.transform((part) => (part === '' ? 'sample' : part)),
    v.picklist(['sample', 'schema', 'type']),
  ),
  variant: optionalText,
});

/** What an assistant asks for of an event's payload. */
export type PayloadInput = v.InferOutput<typeof payloadInput>;

/** Throws what the model needs to know to do better. */
export function parsePayloadInput(input: unknown): PayloadInput {
  return parse(
    payloadInput,
    input,
    '"key" (an event key such as "repo:push") and the optional fields "part" ("sample", "schema" or "type"; left out: "sample") and "variant" (the id of a variant, for "sample")',
  );
}

const codeInput = v.object({ key: optionalText });

/** Throws what the model needs to know to do better. */
export function parseCodeInput(input: unknown): v.InferOutput<typeof codeInput> {
  return parse(codeInput, input, 'the optional field "key" (an event key such as "repo:push")');
}

/**
 * Validates what an assistant sent, which may be anything: VS Code doesn't hold it against the tool's `inputSchema`. An
 * error has the beginning of the wrong value at most.
 *
 * @param fields What there is to send, in words.
 */
function parse<E extends v.ObjectEntries>(
  schema: v.ObjectSchema<E, undefined>,
  input: unknown,
  fields: string,
): v.InferOutput<v.ObjectSchema<E, undefined>> {
  const parsed = v.safeParse(schema, input ?? {});
  const wrong = (field: string, what: string) =>
    new Error(
      `Wrong input at ${JSON.stringify(field.slice(0, 50))}: ${what.slice(0, 50)}. The input is an object with ${fields}. Correct the input and call again.`,
    );
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw wrong(
      v.getDotPath(issue) ?? 'input',
      `expected ${issue.expected ?? issue.message}, received ${issue.received}`,
    );
  }
  // Whoever asks in a field that there isn't must not get the answer to another question.
  const unknownField = Object.keys(input ?? {}).find((name) => !Object.hasOwn(schema.entries, name));
  if (unknownField !== undefined) {
    throw wrong(unknownField, 'there is no such field');
  }
  return parsed.output;
}
