import { accounts } from './accounts';
import { changes } from './changes';
import { comments } from './comments';
import { commits } from './commits';
import { commitStatuses } from './commitStatuses';
import { issues } from './issues';
import { pullRequests } from './pullRequests';
import { push } from './push';
import { repositories } from './repositories';
import type { Schema } from './schema';
import { spans } from './spans';

/** What events carry, by name; each is written once. */
export const entities: Readonly<Record<string, Schema>> = {
  ...accounts,
  ...repositories,
  ...commits,
  ...push,
  ...pullRequests,
  ...comments,
  ...commitStatuses,
  ...issues,
  ...changes,
  ...spans,
};
