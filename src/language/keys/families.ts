/** Other ways to write the part before the colon. */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/^pull_?requests?:/i, 'pullrequest:'],
  [/^repository:/i, 'repo:'],
  [/^issues:/i, 'issue:'],
];

/** The family that a text begins with in another spelling, such as `pull_request:`; `undefined` where it doesn't. */
export function familyAlias(text: string): { readonly written: string; readonly family: string } | undefined {
  for (const [pattern, family] of aliases) {
    const [written] = pattern.exec(text) ?? [];
    if (written !== undefined && written !== family) {
      return { written, family };
    }
  }
  return undefined;
}
