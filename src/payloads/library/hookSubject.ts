/** An event and what webhooks that can subscribe to it may be attached to. */
interface Subscribable {
  readonly key: string;
  readonly subjectTypes: readonly string[];
}

/**
 * What a hook for some events is to be attached to: what they were selected under, if that is one; else a repository,
 * unless one of them is only to be had of a workspace.
 */
export function hookSubject(
  selectedUnder: readonly string[],
  keys: readonly string[],
  events: readonly Subscribable[],
): 'repository' | 'workspace' {
  const [only, ...others] = new Set(selectedUnder);
  if (others.length === 0 && (only === 'repository' || only === 'workspace')) {
    return only;
  }
  const isOfWorkspaceOnly = (key: string) => {
    const subjectTypes = events.find((event) => event.key === key)?.subjectTypes ?? [];
    return subjectTypes.includes('workspace') && !subjectTypes.includes('repository');
  };
  return keys.some(isOfWorkspaceOnly) ? 'workspace' : 'repository';
}
