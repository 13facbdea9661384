import * as v from 'valibot';

const parts = ['sample', 'schema', 'type'] as const;
const text = v.pipe(v.string(), v.maxLength(200));
/** Models send `null` and empty texts for what they leave out. */
const optionalText = v.pipe(
  v.nullish(text, ''),
  v.transform((value) => value.trim()),
);

const fields = {
  key: v.pipe(text, v.trim(), v.minLength(1)),
  part: v.pipe(
    optionalText,
    v.transform((part) => (part === '' ? 'sample' : part)),
    v.picklist(parts),
  ),
  variant: optionalText,
};
const payloadInput = v.object(fields);

/** What an assistant asks for of an event's payload. */
export type PayloadInput = v.InferOutput<typeof payloadInput>;

/** Validates what an assistant sent, which may be anything; throws what the model needs to know to do better. */
export function parsePayloadInput(input: unknown): PayloadInput {
  const parsed = v.safeParse(payloadInput, input ?? {});
  const unknownField = Object.keys(input ?? {}).find((name) => !Object.hasOwn(fields, name));
  if (!parsed.success || unknownField !== undefined) {
    const field = parsed.success ? unknownField : v.getDotPath(parsed.issues[0]);
    throw new Error(
      `Wrong input at ${JSON.stringify((field ?? 'input').slice(0, 50))}. The input is an object with "key" (an event key such as "repo:push") and the optional fields "part" ("sample", "schema" or "type"; left out: "sample") and "variant" (the id of a variant, for "sample"). Correct the input and call again.`,
    );
  }
  return parsed.output;
}
