/** The name of the type of an event's body: that of `pullrequest:comment_created` is `PullRequestCommentCreatedPayload`. */
export function payloadTypeName(key: string): string {
  const words = key.replace('pullrequest', 'pull_request').split(/[:_]/);
  return `${words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')}Payload`;
}

/**
 * The types of some events out of `types.d.ts`, with all that they need and their comments; empty where it has none.
 * Every declaration there begins a line with `export`, with its comment before it.
 */
export function selectTypes(types: string, keys: readonly string[]): string {
  const declarations = declarationsIn(types);
  const wanted = new Set<string>();
  const want = (name: string) => {
    const declaration = declarations.get(name);
    if (declaration !== undefined && !wanted.has(name)) {
      wanted.add(name);
      namesIn(declaration).forEach(want);
    }
  };
  const payloads = keys.map(payloadTypeName);
  payloads.forEach(want);
  return [...wanted].map((name) => declarations.get(name)).join('\n');
}

/** The text of each declaration, by name. */
function declarationsIn(types: string): Map<string, string> {
  const parts = types.split(/^(?=\/\*\*|export )/m);
  const named = new Map<string, string>();
  parts.forEach((part, index) => {
    const name = /^export (?:interface|type) (\w+)/.exec(part)?.[1];
    if (name !== undefined) {
      const before = parts[index - 1] ?? '';
      named.set(name, `${before.startsWith('/**') ? before : ''}${part.trimEnd()}\n`);
    }
  });
  return named;
}

/** The names in a declaration that may be those of others: they begin with a capital letter. */
function namesIn(declaration: string): string[] {
  const code = declaration.replace(/\/\*\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(/\b[A-Z]\w+/g)].map(([name]) => name);
}
