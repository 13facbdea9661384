import { contextOf } from '../place/context';
import type { Place } from '../place/place';
import { type Purpose, purposeOf } from '../place/rules';
import type { Step } from '../place/step';
import { senseOf } from '../place/vocabulary';
import { literalAt, type Reading } from '../syntax/reading';
import { roleOf } from '../syntax/roles';
import { type Named, returningFunction } from './returned';

/** So many occurrences tell what a name is for, those of names that stand for the same included. */
const maxOccurrences = 50;

/** The names of a text. */
export class Names {
  private readonly known = new Map<string, readonly number[]>();

  constructor(private readonly text: string) {}

  /**
   * What the names of constants and lists that hold a key, and of functions that give one back, are used for elsewhere in
   * the text: `case PUSH`, `events.includes(eventKey)`, `events: EVENTS`. Empty where nothing is done with them.
   */
  purposesOf(reading: Reading, { context, purpose }: Place): Purpose[] {
    const [first] = context;
    // A type says what may come, and not what is done then.
    if (purpose === 'handles' || first?.kind === 'alternative') {
      return [];
    }
    const holder = context.find(({ kind }) => kind === 'value' || kind === 'declaration');
    if (holder !== undefined) {
      const isList = first?.kind === 'element' || first?.kind === 'argument';
      const { name } = holder.name;
      // A variable that holds the key of what has come is compared itself.
      const isOfWhatCame = !isList && /^(?:hook_?)?event(?:_?(?:key|name|type))?$/i.test(name);
      return holder.isLabelled || isOfWhatCame ? [] : this.follow(reading, { name, value: holder.child });
    }
    const returning = returningFunction(reading, context);
    const found = returning ? this.follow(reading, returning) : [];
    return returning && found.length === 0 && senseOf(returning.name) === 'event' ? ['subscribes'] : found;
  }

  private follow(reading: Reading, { name, value }: Named, budget = { left: maxOccurrences }): Purpose[] {
    const found = new Set<Purpose>();
    const occurrences = this.occurrencesOf(name);
    const declared = occurrences.findLast((index) => index < value.from);
    for (const index of occurrences) {
      if (--budget.left < 0) {
        break;
      }
      const isElsewhere = index !== declared && (index < value.from || index > value.to);
      const node = reading.tree.resolveInner(index, 1);
      if (isElsewhere && roleOf(node) !== 'comment' && literalAt(reading, index) === undefined) {
        const context = contextOf(reading, node);
        const variable = variableOf(context);
        const further = variable ? this.follow(reading, variable, budget) : [];
        for (const each of further.length > 0 ? further : [purposeOf(reading.language, context)]) {
          found.add(each);
        }
      }
    }
    found.delete('mentions');
    return [...found];
  }

  private occurrencesOf(name: string): readonly number[] {
    if (!/^[\w$]{3,}$/.test(name)) {
      return [];
    }
    const pattern = new RegExp(`(?<!\\w)${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
    const known = this.known.get(name) ?? [...this.text.matchAll(pattern)].map(({ index }) => index);
    this.known.set(name, known);
    return known;
  }
}

/** The variable that has just this as its value. */
function variableOf([first, second]: readonly Step[]): Named | undefined {
  return first?.kind === 'value' && second?.kind !== 'member'
    ? { name: first.name.name, value: first.child }
    : undefined;
}
