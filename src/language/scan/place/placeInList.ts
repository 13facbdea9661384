import { namesAround, nearestMap, type Slot } from '../container';
import type { Place } from '../types';
import { named, none, open, strong } from './answers';
import { companyAround, isInScopeList, isUnderBitbucket, isUnderOtherProduct } from './evidence';
import type { Company } from './keyShape';
import { isEventListName, isEventName, isKeyName, plainName } from './names';

/** An item of a list. Its neighbours tell more than the list's name; the name decides where it stands alone. */
export function placeInList(slot: Slot): Place {
  if (isInScopeList(slot)) {
    return none('scope');
  }
  const company = companyAround(slot);
  const name = slot.container.name ?? '';
  if (company === 'foreign') {
    return none('foreign');
  }
  if (plainName(name) === 'enum' || slot.container.parent?.callee === 'enum') {
    return placeInEnum(slot, company);
  }
  if (isTektonEventTypes(slot)) {
    return isUnderOtherProduct(slot) && company === 'unknown'
      ? none('foreign')
      : strong(slot, 'tektonEventTypes', true);
  }
  const isNamed = isEventListName(name) || isKeyName(name) || (plainName(name) === 'types' && isUnderBitbucket(slot));
  if (company !== 'unknown') {
    return strong(slot, 'eventList', company === 'keys' || isNamed || isUnderBitbucket(slot));
  }
  if (isUnderOtherProduct(slot) || isForgeTrigger(slot)) {
    return none('foreign');
  }
  if (isNamed) {
    return strong(slot, 'eventList', true);
  }
  return name === '' || isEventName(name) ? open : named;
}

/** JSON Schema's `enum` under `event`, `events` or `eventTypes`, in OpenAPI documents, CRDs and validators. */
function placeInEnum(slot: Slot, company: Company): Place {
  const names = namesAround(slot).filter((name) => plainName(name) !== 'enum');
  const isOfEvents = names.slice(0, 3).some((name) => isEventListName(name) || isEventName(name) || isKeyName(name));
  if (company !== 'unknown') {
    return strong(slot, 'schemaEnum', company === 'keys' || isOfEvents);
  }
  return isOfEvents ? strong(slot, 'schemaEnum', false) : named;
}

/** A Forge manifest's `modules.trigger[].events`: `avi:…` events. */
function isForgeTrigger(slot: Slot): boolean {
  const [, holder, modules] = namesAround(slot, 3);
  return holder === 'trigger' && modules === 'modules';
}

/** `- name: eventTypes` with `value: […]`, a parameter of Tekton's interceptors. */
function isTektonEventTypes({ container }: Slot): boolean {
  const parameter = nearestMap(container)?.scalars.get('name');
  return /^values?$/.test(container.name ?? '') && parameter !== undefined && isEventListName(parameter);
}
