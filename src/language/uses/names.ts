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

/**
 * What the names of constants and lists that hold a key, and of functions that give one back, are used for elsewhere in
 * the text: `case PUSH`, `events.includes(eventKey)`, `events: EVENTS`. Empty where nothing is done with them.
 */
export function purposesByName(reading: Reading, { context, purpose }: Place): Purpose[] {
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
    return holder.isLabelled || isOfWhatCame ? [] : purposesOf(reading, { name, value: holder.child });
  }
  const returning = returningFunction(reading, context);
  const found = returning ? purposesOf(reading, returning) : [];
  return returning && found.length === 0 && senseOf(returning.name) === 'event' ? ['subscribes'] : found;
}

function purposesOf(reading: Reading, { name, value }: Named, budget = { left: maxOccurrences }): Purpose[] {
  if (!/^[\w$]{3,}$/.test(name)) {
    return [];
  }
  const found = new Set<Purpose>();
  const pattern = new RegExp(`(?<!\\w)${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
  const occurrences = [...reading.text.matchAll(pattern)].map(({ index }) => index);
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
      const further = variable ? purposesOf(reading, variable, budget) : [];
      for (const each of further.length > 0 ? further : [purposeOf(reading.language, context)]) {
        found.add(each);
      }
    }
  }
  found.delete('mentions');
  return [...found];
}

/** The variable that has just this as its value. */
function variableOf([first, second]: readonly Step[]): Named | undefined {
  return first?.kind === 'value' && second?.kind !== 'member'
    ? { name: first.name.name, value: first.child }
    : undefined;
}
