import { pathAround, type Step } from '../syntax/path';
import type { Reading } from '../syntax/reading';
import { textsIn } from './maps';
import { plainName } from './names';

/** Whose events a document has at a place. */
export type Product = 'bitbucket' | 'other';

/** Products that have lists of events, too; Bitbucket's for one's own servers, and what Connect and Forge apps are told. */
const others =
  /^(?:github|gitlab|gitea|forgejo|gogs|harbor|dockerhub|quay|gcr|nexus|acr|cdevents|generic|slack|cel|jira|confluence|trello|stash|azuredevops|bitbucket(?:server|dc|datacenter)|atlassian-?stash)/;

/** Entries of a map that say what it is of: Flux's `type: bitbucket`, Tekton's `ref: { name: github }`. */
const telling = [
  'type',
  'kind',
  'source',
  'provider',
  'name',
  'url',
  'href',
  'ref.name',
  'vendor',
  'service',
  'platform',
];

/** How far outwards somebody looks. Steps. */
const reach = 12;

/** The product that is named nearest around a place, by a name or by an entry of a map. */
export function productAround(reading: Reading, path: readonly Step[]): Product | undefined {
  if (isForgeTrigger(path)) {
    return 'other';
  }
  for (const step of path.slice(0, reach)) {
    const product =
      step.kind === 'member' ? productOfMap(reading, step) : 'name' in step ? productNamed(step.name) : undefined;
    if (product !== undefined) {
      return product;
    }
  }
  const around = pathAround(reading);
  return around && productAround(around.reading, around.path);
}

/** A Forge manifest's `modules.trigger[].events`. */
function isForgeTrigger(path: readonly Step[]): boolean {
  const names = path.flatMap((step) => (step.kind === 'value' ? [plainName(step.name)] : []));
  return names.some((name, index) => name === 'trigger' && names[index + 1] === 'modules');
}

function productOfMap(reading: Reading, { node }: Step): Product | undefined {
  const texts = textsIn(reading, node);
  if ([...texts.keys()].some((name) => /^(?:jira|confluence)/.test(name))) {
    return 'other';
  }
  const found = telling.flatMap((name) => productNamed(texts.get(name) ?? '') ?? []);
  return found.find((product) => product === 'other') ?? found[0];
}

function productNamed(name: string): Product | undefined {
  const plain = plainName(name);
  if (others.test(plain) || /bitbucket-?(?:server|dc|datacenter)/.test(plain)) {
    return 'other';
  }
  return plain.includes('bitbucket') ? 'bitbucket' : undefined;
}
