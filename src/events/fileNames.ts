/** An event key in the name of a file: `repo:push` is `repo-push`. */
export const fileNameOf = (key: string) => key.replaceAll(':', '-');

export const schemaFile = (key: string) => `${fileNameOf(key)}.schema.json`;
/** The file with the schema for bodies that people write, who leave out what they don't need. */
export const writtenSchemaFile = (key: string) => `${fileNameOf(key)}.written.schema.json`;
export const sampleFile = (key: string, variant: string) => `${fileNameOf(key)}.${variant}.json`;

/**
 * The event whose body a document has that is named like `repo-push.anything.bitbucket.json`, or `repo-push.tag.json`
 * among our own documents.
 *
 * @param keys The events that there are.
 * @param isOurs Whether it is a document of ours, and not a file that may be called anything.
 */
export function eventKeyOfPath(path: string, keys: Iterable<string>, isOurs: boolean): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isMeant = isOurs ? name.endsWith('.json') : name.endsWith('.bitbucket.json');
  const [start] = name.split('.');
  return isMeant ? [...keys].find((key) => fileNameOf(key) === start) : undefined;
}
