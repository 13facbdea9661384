import { commentVariants } from './pullRequestComments';
import { commitStatusVariants } from './commitStatuses';
import { issueVariants } from './issues';
import { pullRequestVariants } from './pullRequests';
import { pushVariants } from './push';
import { repositoryVariants } from './repositories';
import { spanVariants } from './spans';
import type { Variant } from './variant';

/** The variants of each event of which a body is known, by event key; the first one is what is shown first. */
export const samples: ReadonlyMap<string, readonly Variant[]> = new Map([
  ['repo:push', pushVariants],
  ...repositoryVariants,
  ...commitStatusVariants,
  ...issueVariants,
  ...pullRequestVariants,
  ...commentVariants,
  ...spanVariants,
]);
