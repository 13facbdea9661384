import { Container, type Role, type Slot } from '../container';
import type { KeyToken } from '../types';
import type { Level } from './line';

interface OpenLevel {
  readonly column: number;
  readonly container: Container;
  /** Of a map: the key whose value comes next. */
  key: string;
}

/** Where a value belongs: an item of a list, or the value of a key. */
export interface Holder {
  readonly container: Container;
  readonly name: string | undefined;
  /** Column of the mark that holds it: what belongs to the value stands to the right of it. */
  readonly column: number;
}

/** The open levels of indentation while a YAML document is read from top to bottom, and the slots found so far. */
export class Outline {
  readonly slots: Slot[] = [];
  private levels: OpenLevel[] = [];
  private root = new Container('block', undefined);

  /** A new document, or the loss of all orientation. */
  reset(): void {
    this.levels = [];
    this.root = new Container('block', undefined);
  }

  enter({ kind, column, name }: Level): void {
    const isList = kind === 'dash';
    while (this.closes(this.levels.at(-1), column, isList)) {
      this.levels.pop();
    }
    let top = this.levels.at(-1);
    if (top?.column !== column || (top.container.kind === 'list') !== isList) {
      const holder = top?.container.kind === 'map' ? top.key : undefined;
      const container = new Container(isList ? 'list' : 'map', top?.container ?? this.root, holder);
      top = { column, container, key: '' };
      this.levels.push(top);
    }
    if (!isList) {
      top.key = name;
      top.container.addKey(name);
    }
  }

  /** What a value on this line, or on the next one if it is indented deeper, belongs to. */
  get holder(): Holder {
    const top = this.levels.at(-1);
    return top === undefined
      ? { container: this.root, name: undefined, column: -1 }
      : { container: top.container, name: top.container.kind === 'map' ? top.key : undefined, column: top.column };
  }

  addValue(holder: Holder, token: KeyToken): void {
    const { container, name } = holder;
    if (container.kind !== 'map') {
      const index = container.addItem(token.text);
      this.addSlot(container.kind === 'list' ? 'element' : 'other', holder, token, container.items, index);
      return;
    }
    container.addScalar(name ?? '', token.text);
    this.addSlot('value', holder, token, [token.text], 0);
  }

  /** A key that reads like an event key: the name of a handler or a command. */
  addName(token: KeyToken): void {
    const { holder } = this;
    this.addSlot('propertyName', holder, token, holder.container.keys, holder.container.keys.length - 1);
  }

  private addSlot(
    role: Role,
    { container, name }: Holder,
    token: KeyToken,
    group: readonly string[],
    index: number,
  ): void {
    this.slots.push({ token, role, name, container, group, index });
  }

  /** A list may stand in the column of the key that holds it; a key in that column ends the list. */
  private closes(top: OpenLevel | undefined, column: number, isList: boolean): boolean {
    return (
      top !== undefined && (top.column > column || (top.column === column && !isList && top.container.kind === 'list'))
    );
  }
}
