import * as v from 'valibot';

/** Longer ones are no query and no key. Characters. */
const maxTextLength = 200;
const maxKeys = 100;

/** Models send `null` and empty texts for what they leave out. */
const optionalText = v.pipe(
  v.nullish(v.pipe(v.string(), v.maxLength(maxTextLength)), ''),
  v.transform((text) => text.trim()),
);

const fields = {
  query: optionalText,
  subjectType: optionalText,
  keys: v.nullish(v.pipe(v.array(optionalText), v.maxLength(maxKeys))),
};
const lookupInput = v.object(fields);

/** What an assistant asks for; all of it is optional, and no combination is wrong. */
export type LookupInput = v.InferOutput<typeof lookupInput>;

/**
 * Validates what an assistant sent, which may be anything: VS Code doesn't hold it against the tool's `inputSchema`.
 * Throws what the model needs to know to do better, with the beginning of the wrong value at most.
 */
export function parseLookupInput(input: unknown): LookupInput {
  const parsed = v.safeParse(lookupInput, input ?? {});
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw wrongInput(v.getDotPath(issue) ?? 'input', `expected ${issue.expected}, received ${issue.received}`);
  }
  // Whoever asks in a field that there isn't must not get the answer to another question.
  const unknownField = Object.keys(input ?? {}).find((name) => !Object.hasOwn(fields, name));
  if (unknownField !== undefined) {
    throw wrongInput(unknownField, 'there is no such field');
  }
  return parsed.output;
}

function wrongInput(field: string, what: string): Error {
  return new Error(
    `Wrong input at ${JSON.stringify(field.slice(0, 50))}: ${what.slice(0, 50)}. The input is an object with the optional fields "query" (string), "subjectType" (string) and "keys" (array of at most ${maxKeys} strings), each text of at most ${maxTextLength} characters. Correct the input and call again.`,
  );
}
