import { levelsOut } from './limits';
import type { KeyToken, SubjectType } from './types';

const noTexts: readonly string[] = [];
const noScalars: ReadonlyMap<string, string> = new Map();
const noChildren: readonly Container[] = [];

/**
 * What holds a token: a list, a map, a call or a block of code. YAML, JSON and code are all read into this shape,
 * so that the rules of where a key may stand are written once. Most containers stay empty, and cost next to nothing.
 */
export class Container {
  /** What it says of the hook in it; `undefined` until someone has asked, once the scan has ended. */
  subjectType: SubjectType | 'unknown' | undefined;
  private ownItems: string[] | undefined;
  private ownKeys: string[] | undefined;
  /** Names and texts in turns: a map is only made of those that someone asks about. */
  private ownScalars: string[] | undefined;
  private scalarsByName: ReadonlyMap<string, string> | undefined;
  private ownChildren: Container[] | undefined;

  constructor(
    readonly kind: 'list' | 'map' | 'call' | 'block',
    readonly parent: Container | undefined,
    /** The property, variable or operand it belongs to: `events` in `events: […]`, `eventKey` in `switch (eventKey) {…}`. */
    public name?: string,
    /** Of a call: the function's name, `enum` in `z.enum(…)`. */
    readonly callee?: string,
    /** Of a call: what the function is called on, `z` in `z.enum(…)`, `event_key` in `expect(x.event_key).toBe(…)`. */
    readonly receiver?: string,
  ) {
    if (parent !== undefined) {
      (parent.ownChildren ??= []).push(this);
    }
  }

  /** Texts of its own entries: a list's items, a call's literal arguments. */
  get items(): readonly string[] {
    return this.ownItems ?? noTexts;
  }

  /** Names of its own properties, in order. */
  get keys(): readonly string[] {
    return this.ownKeys ?? noTexts;
  }

  /** Texts of its own properties. */
  get scalars(): ReadonlyMap<string, string> {
    return (this.scalarsByName ??= this.ownScalars ? mapOf(this.ownScalars) : noScalars);
  }

  get children(): readonly Container[] {
    return this.ownChildren ?? noChildren;
  }

  /** The index of the new item. */
  addItem(text: string): number {
    return (this.ownItems ??= []).push(text) - 1;
  }

  addKey(name: string): number {
    return (this.ownKeys ??= []).push(name) - 1;
  }

  addScalar(name: string, text: string): void {
    (this.ownScalars ??= []).push(name, text);
    this.scalarsByName = undefined;
  }
}

function mapOf(namesAndTexts: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let at = 0; at < namesAndTexts.length; at += 2) {
    map.set(namesAndTexts[at] ?? '', namesAndTexts[at + 1] ?? '');
  }
  return map;
}

/** How a token stands in its container. */
export type Role =
  'element' | 'value' | 'argument' | 'case' | 'comparison' | 'union' | 'propertyName' | 'fragment' | 'other';

/** A token, with all that the rules ask about its surroundings. */
export interface Slot {
  readonly token: KeyToken;
  readonly role: Role;
  /** The property or operand that names the value. */
  readonly name: string | undefined;
  readonly container: Container;
  /** The texts of its list, switch or union, its own among them at `index`. Filled up until the scan ends. */
  readonly group: readonly string[];
  readonly index: number;
}

/** The names around a slot, nearest first: `['value', 'params', 'interceptors']`. */
export function namesAround(slot: Slot, depth = 6): string[] {
  const names = slot.role === 'value' && slot.name !== undefined ? [slot.name] : [];
  let at: Container | undefined = slot.container;
  for (let level = 0; at !== undefined && names.length < depth && level < levelsOut; level++) {
    if (at.name !== undefined) {
      names.push(at.name);
    }
    at = at.parent;
  }
  return names;
}

/** The nearest map around a container, itself included. */
export function nearestMap(container: Container | undefined): Container | undefined {
  let at = container;
  for (let level = 0; at !== undefined && at.kind !== 'map' && level < levelsOut; level++) {
    at = at.parent;
  }
  return at?.kind === 'map' ? at : undefined;
}
