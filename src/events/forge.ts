/** What the names of Bitbucket's events begin with in a Forge app; other products' have theirs behind `avi:`. */
export const forgePrefix = 'avi:bitbucket:';

/** The scope that an app needs for an event, by what it is about. */
export function forgeScope(name: string): string {
  const subject = name.slice(name.lastIndexOf(':') + 1);
  const resource = subject.startsWith('pullrequest')
    ? 'pullrequest'
    : subject === 'deployment'
      ? 'pipeline'
      : 'repository';
  return `read:${resource}:bitbucket`;
}

/** The day on which the list of Forge's names was right. */
export const forgeListDate = new Date('2026-11-30');
