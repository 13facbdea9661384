import type { SyntaxNode } from '@lezer/common';
import { literalOf, type Reading, signOf, textOf } from '../syntax/reading';
import { isLiteral } from '../syntax/roles';
import { type Expression, nothing } from './expression';
import {
  type Deed,
  deedOf,
  plainName,
  type Product,
  productNamed,
  type Sense,
  senseOf,
  senseOfExpression,
  type SubjectType,
  subjectTypeNamed,
  subjectTypeOfAddress,
} from './vocabulary';

/** How something is held by what is around it. */
export type Kind =
  // Of a list.
  | 'element'
  // In a map, or in a body in braces, by an entry of it, which was the step before.
  | 'member'
  // Of a property, a variable, a constant, a parameter; `name` is what that is called.
  | 'value'
  // What the words of a declaration stand before: `enum Event`, `resource "bitbucket_hook" "ci"`.
  | 'declaration'
  // The name of an entry.
  | 'key'
  // Of a call; `name` is what is called, empty where that is only a name for what is in its brackets.
  | 'argument'
  // Of an element of markup.
  | 'tag'
  // One side of a comparison, or what is gone through; `name` is the other side.
  | 'operand'
  // What a `switch` or `match` compares with `name`.
  | 'case'
  // Of a union.
  | 'alternative'
  // A piece of a longer text.
  | 'part'
  | 'import'
  // The value that is written as a text.
  | 'text'
  // In a body, whose declaration is called `name`. What is around that holds no values.
  | 'statement';

/** What only the walk knows of a step. */
export interface Facts {
  readonly kind: Kind;
  readonly name?: () => Expression;
  /** The position among arguments. */
  readonly index?: number;
  /** Whether the call is a decorator or an annotation. */
  readonly isDecorator?: boolean;
  /** What stands between several of its kind: a mark of the language's lists, a bar, or what separates cases. */
  readonly separator?: 'mark' | 'bar' | 'case';
  /** The texts of a map's entries, by their plain names. */
  readonly entries?: () => ReadonlyMap<string, string>;
  /** The literals that stand as this one does, itself included. */
  readonly beside?: (step: Step) => SyntaxNode[];
}

/** A step outwards: `node` is the holder, `child` that of its children which leads inwards. What is asked is found out once. */
export class Step {
  /** The next one. */
  outer: Step | undefined;
  readonly kind: Kind;
  private readonly known: Partial<Record<string, unknown>> = {};

  constructor(
    protected readonly reading: Reading,
    protected readonly facts: Facts,
    readonly node: SyntaxNode,
    readonly child: SyntaxNode,
  ) {
    this.kind = facts.kind;
  }

  get index(): number {
    return this.facts.index ?? 0;
  }

  get isDecorator(): boolean {
    return this.facts.isDecorator ?? false;
  }

  get separator(): Facts['separator'] {
    return this.facts.separator;
  }

  get name(): Expression {
    return this.once('name', () => this.facts.name?.() ?? nothing);
  }

  /** What the name says. */
  get says(): Sense | undefined {
    return this.once('says', () => senseOfExpression(this.name));
  }

  /** What the function does that an argument is handed to. */
  get deed(): Deed | undefined {
    return undefined;
  }

  /** The name that stands beside a value which is only called so: `{ key: 'X-Event-Key', value: … }`. */
  get label(): string {
    const { entries } = this.outer ?? {};
    const isValue = /^values?$/.test(plainName(this.name.text));
    return (isValue ? (entries?.get('key') ?? entries?.get('name') ?? entries?.get('header')) : undefined) ?? '';
  }

  /** Whether what is right beside says that this is the value of the header that carries the key, or of a flag for events. */
  get isLabelled(): boolean {
    return senseOf(this.label) === 'header';
  }

  /** The product that is named here. */
  get product(): Product | undefined {
    return this.once('product', () => productNamed(this.name.text));
  }

  /** What the hook belongs to that is made or described here. */
  get subjectType(): SubjectType | undefined {
    return undefined;
  }

  /** The texts of a map's entries, by their plain names. */
  get entries(): ReadonlyMap<string, string> {
    return this.once('entries', () => this.facts.entries?.() ?? new Map<string, string>());
  }

  /** The literals that stand as this one does, itself included: of the same list, union, `switch`, arguments, column or map. */
  get beside(): readonly SyntaxNode[] {
    return this.once('beside', () => this.facts.beside?.(this) ?? []);
  }

  /** The texts before this one in its brackets. */
  get textsBefore(): readonly string[] {
    return this.beside.filter(({ from }) => from < this.child.from).map((node) => this.textOf(node));
  }

  protected textOf(node: SyntaxNode): string {
    return textOf(this.reading, literalOf(this.reading, node));
  }

  /** `'--event', '…'`. */
  protected get isBehindFlag(): boolean {
    let previous = this.child.prevSibling;
    while (previous && signOf(this.reading, previous) === ',') {
      previous = previous.prevSibling;
    }
    const text = previous && isLiteral(previous) ? this.textOf(previous) : '';
    return /^--?\w/.test(text) && senseOf(text) === 'event';
  }

  protected once<T>(fact: string, find: () => T): T {
    if (!(fact in this.known)) {
      this.known[fact] = find();
    }
    return this.known[fact] as T;
  }
}

class ElementStep extends Step {
  override get isLabelled(): boolean {
    return this.isBehindFlag;
  }
}

class ValueStep extends Step {
  override get isLabelled(): boolean {
    return this.says === 'header' || super.isLabelled;
  }
}

class ArgumentStep extends Step {
  override get says(): undefined {
    return undefined;
  }

  override get product(): undefined {
    return undefined;
  }

  override get deed(): Deed | undefined {
    return deedOf(this.name);
  }

  /** `.set('X-Event-Key', '…')`. */
  override get isLabelled(): boolean {
    return this.index > 0 && (this.textsBefore.some((text) => senseOf(text) === 'header') || this.isBehindFlag);
  }

  override get subjectType(): SubjectType | undefined {
    const texts = this.beside.map((node) => this.textOf(node));
    return texts.flatMap((text) => subjectTypeOfAddress(text) ?? [])[0] ?? subjectTypeNamed(this.name.path);
  }
}

class DeclarationStep extends Step {
  override get subjectType(): SubjectType | undefined {
    // Classes and enums are named after what they handle, and that may be some of a hook's events.
    const { text } = this.name;
    return text.includes('bitbucket_') ? subjectTypeNamed(text) : undefined;
  }
}

/** Entries of a map that say what it is of: Flux's `type: bitbucket`, Tekton's `ref: { name: github }`. */
const tellingEntries = 'type kind source provider name url href ref.name vendor service platform'.split(' ');
const addressEntries = 'url uri href path endpoint links.self.href'.split(' ');

class MemberStep extends Step {
  override get product(): Product | undefined {
    return this.once('product', () => {
      const { entries } = this;
      if ([...entries.keys()].some((name) => /^(?:jira|confluence)/.test(name))) {
        return 'other';
      }
      const found = tellingEntries.flatMap((name) => productNamed(entries.get(name) ?? '') ?? []);
      return found.find((product) => product === 'other') ?? found[0];
    });
  }

  override get subjectType(): SubjectType | undefined {
    const { entries } = this;
    const own = entries.get('subjecttype') ?? entries.get('subject.type');
    if (own === 'workspace' || own === 'repository') {
      return own;
    }
    const address = addressEntries.flatMap((name) => subjectTypeOfAddress(entries.get(name) ?? '') ?? [])[0];
    // Pulumi's resources: `type: bitbucket:WorkspaceHook`.
    const resource = entries.get('type') ?? '';
    return address ?? (/^bitbucket[:_]/.test(resource) ? subjectTypeNamed(resource) : undefined);
  }
}

const classes: Partial<Record<Kind, typeof Step>> = {
  element: ElementStep,
  value: ValueStep,
  argument: ArgumentStep,
  declaration: DeclarationStep,
  member: MemberStep,
};

/** A step of a kind, with what that kind tells. */
export function stepOf(reading: Reading, facts: Facts, node: SyntaxNode, child: SyntaxNode): Step {
  return new (classes[facts.kind] ?? Step)(reading, facts, node, child);
}
