import { issuePayloads } from './issue/payload';
import { pipelinePayloads } from './pipeline/payload';
import { projectPayloads } from './project/payload';
import { pullrequestPayloads } from './pullrequest/payload';
import { repoPayloads } from './repo/payload';
import { accounts } from './shared/accounts';
import { commits } from './shared/commits';
import type { Payload } from './shared/payload';
import { repositories } from './shared/repositories';
import type { Schema } from './shared/schema';
import { texts } from './shared/texts';

const families = [repoPayloads, issuePayloads, pullrequestPayloads, pipelinePayloads, projectPayloads];

/** What each event carries, by key. Only the build reads it: nothing of it is in the extension's code. */
export const payloads: ReadonlyMap<string, Payload> = new Map(
  families.flatMap((family) => Object.entries(family.payloads)),
);

/** What schemas refer to, by name; each is written once. */
export const entities: Readonly<Record<string, Schema>> = Object.assign(
  { ...accounts, ...repositories, ...commits, ...texts },
  ...families.map((family) => family.entities),
) as Readonly<Record<string, Schema>>;
