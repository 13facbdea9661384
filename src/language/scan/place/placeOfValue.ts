import type { Container, Slot } from '../container';
import { neighbours } from '../limits';
import type { Place } from '../types';
import { named, none, open, strong } from './answers';
import { companyAround, isInScopeList, isUnderBitbucket, otherValues } from './evidence';
import { companyOf, looksLikeCloudKey } from './keyShape';
import { isEventListName, isEventName, isHeaderName, isKeyName, isProseName, plainName } from './names';

/** The value of a property or a variable: the name decides, then the map's other values. */
export function placeOfValue(slot: Slot): Place {
  const name = slot.name ?? '';
  if (isHeaderName(name) || isHeaderEntry(slot)) {
    return strong(slot, 'header', true);
  }
  if (isInScopeList(slot)) {
    return none('scope');
  }
  if (isProseName(name)) {
    return none('prose');
  }
  if (isKeyName(name)) {
    return strong(slot, 'eventProperty', true);
  }
  if (plainName(name) === 'event') {
    return placeOfEvent(slot);
  }
  const others = otherValues(slot).filter(looksLikeCloudKey);
  if (others.length > 1) {
    return strong(slot, 'constant', companyOf(others) === 'keys');
  }
  if (isEventName(name) || (isEventListName(name) && name.endsWith('s'))) {
    return strong(slot, 'eventProperty', isUnderBitbucket(slot));
  }
  return named;
}

/** `event:` is the field of three things of Bitbucket, and of much else. */
function placeOfEvent(slot: Slot): Place {
  const { container } = slot;
  if (container.parent?.kind === 'list' && plainName(container.parent.name ?? '') === 'webhooks') {
    return isOtherDescriptor(slot, container.parent) ? none('foreign') : strong(slot, 'connectModule', true);
  }
  if (container.scalars.has('category') || container.parent?.name === 'values') {
    return strong(slot, 'hookEvent', true);
  }
  return strong(slot, 'eventProperty', isUnderBitbucket(slot));
}

/** A Connect descriptor of Jira or Confluence: the same shape, other events. */
function isOtherDescriptor({ container }: Slot, webhooks: Container): boolean {
  const events = webhooks.children
    .slice(0, neighbours)
    .filter((hook) => hook !== container)
    .flatMap((hook) => hook.scalars.get('event') ?? []);
  const isOfJira = webhooks.parent?.keys.slice(0, neighbours).some((key) => /^(?:jira|confluence)/.test(key)) ?? false;
  return isOfJira || companyOf(events) === 'foreign';
}

/** `{ "key": "X-Event-Key", "value": "…" }`, as HTTP clients store a header. */
function isHeaderEntry({ name, container }: Slot): boolean {
  const header = container.scalars.get('key') ?? container.scalars.get('name') ?? container.scalars.get('header');
  return name === 'value' && header !== undefined && isHeaderName(header);
}

/** An operand of a comparison, a case of a switch, a member of a union: code that asks which event it has. */
export function placeOfAlternative(slot: Slot, kind: 'comparison' | 'case' | 'union'): Place {
  const { name = '', container } = slot;
  const company = companyAround(slot);
  if (company === 'keys' || isHeaderName(name) || isKeyName(name)) {
    return strong(slot, kind, true);
  }
  if (company === 'perhaps') {
    return strong(slot, kind, isEventName(name) || isEventListName(name));
  }
  if (company === 'foreign') {
    return open;
  }
  if (isEventName(name) || (kind === 'union' && isEventListName(name))) {
    return strong(slot, kind, false);
  }
  return container.kind === 'map' && kind === 'union' ? named : open;
}
