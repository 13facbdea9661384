/**
 * The event whose body a document has that is named like `repo-push.anything.bitbucket.json`, or `repo-push.tag.json`
 * among our own documents.
 *
 * @param keys The events that there are.
 * @param isOurs Whether it is a document of ours, and not a file that may be called anything.
 */
export function eventKeyOfName(name: string, keys: Iterable<string>, isOurs: boolean): string | undefined {
  const isMeant = isOurs ? name.endsWith('.json') : name.endsWith('.bitbucket.json');
  const [start] = name.split('.');
  return isMeant ? [...keys].find((key) => key.replaceAll(':', '-') === start) : undefined;
}
