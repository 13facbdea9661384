import { namesAround, nearestMap, type Container, type Slot } from '../container';
import { neighbours } from '../limits';
import { companyOf, type Company } from './keyShape';
import { isScopeName, plainName } from './names';

/** The other texts of the slot's list, switch, union or map. */
export function siblingsOf({ group, index }: Slot): string[] {
  return [...group.slice(Math.max(0, index - neighbours), index), ...group.slice(index + 1, index + 1 + neighbours)];
}

/** What the slot's neighbours in its list, switch, union or map say of it. */
export function companyAround(slot: Slot): Company {
  return companyOf(siblingsOf(slot));
}

/** The other values of the map that the slot's value stands in. */
export function otherValues({ container, name }: Slot): string[] {
  const values: string[] = [];
  for (const [key, text] of container.scalars) {
    if (key !== name && values.push(text) === neighbours) {
      break;
    }
  }
  return values;
}

export function isInScopeList(slot: Slot): boolean {
  return namesAround(slot, 4).some(isScopeName);
}

/** `bitbucket` in a name or in a plain value of the maps around: Argo's `bitbucket:`, Flux's `type: bitbucket`. */
export function isUnderBitbucket(slot: Slot): boolean {
  return namesAround(slot).some((name) => isBitbucket(name)) || mapsAround(slot, 3).some(speaksOfBitbucket);
}

/** Names of products that have event lists too. */
const otherProduct =
  /^(?:github|gitlab|gitea|gogs|harbor|dockerhub|quay|gcr|nexus|acr|cdevents|generic|slack|cel|bitbucket-?(?:server|dc|data-?center)|stash)/i;

/** True where the document says that the list is another product's: Flux's `type: github`, Tekton's `github` interceptor. */
export function isUnderOtherProduct(slot: Slot): boolean {
  const maps = mapsAround(slot, 2);
  return (
    namesAround(slot, 4).some((name) => otherProduct.test(name)) ||
    maps.some(
      ({ scalars }) => otherProduct.test(scalars.get('type') ?? '') || otherProduct.test(scalars.get('kind') ?? ''),
    ) ||
    maps.some(({ children }) =>
      children
        .slice(0, neighbours)
        .some(({ name, scalars }) => name === 'ref' && otherProduct.test(scalars.get('name') ?? '')),
    )
  );
}

function speaksOfBitbucket({ scalars }: Container): boolean {
  return ['type', 'kind', 'source', 'provider', 'name', 'url', 'href'].some((name) =>
    isBitbucket(scalars.get(name) ?? ''),
  );
}

function isBitbucket(text: string): boolean {
  const plain = plainName(text);
  return plain.includes('bitbucket') && !plain.includes('bitbucketserver') && !plain.includes('bitbucketdata');
}

/** The maps around a slot, nearest first. */
export function mapsAround(slot: Slot, depth: number): Container[] {
  const maps: Container[] = [];
  for (let at = nearestMap(slot.container); at !== undefined && maps.length < depth; at = nearestMap(at.parent)) {
    maps.push(at);
  }
  return maps;
}
