import { contextOf } from '../place/context';
import type { Place } from '../place/place';
import { type Purpose, purposeOf } from '../place/rules';
import { literalAt, type Reading } from '../syntax/reading';
import { roleOf } from '../syntax/roles';

/** So many occurrences of a name tell what it is for. */
const maxOccurrences = 50;

/**
 * What the names of constants and lists that hold a key are used for, elsewhere in the text: `case PUSH`,
 * `events.includes(eventKey)`, `events: EVENTS`. Empty where nothing is done with them.
 */
export function purposesByName(reading: Reading, { context, purpose }: Place): Purpose[] {
  const holder = context.find(({ kind }) => kind === 'value' || kind === 'declaration');
  const [first] = context;
  const isList = first?.kind === 'element' || first?.kind === 'argument';
  // A type says what may come, and not what is done then.
  const isType = first?.kind === 'alternative';
  if (purpose === 'handles' || holder === undefined || holder.isLabelled || isType) {
    return [];
  }
  const { name } = holder.name;
  // A variable that holds the key of what has come is compared itself.
  if (!/^[\w$]{3,}$/.test(name) || (!isList && /^(?:hook_?)?event(?:_?(?:key|name|type))?$/i.test(name))) {
    return [];
  }
  const found = new Set<Purpose>();
  const occurrences = [
    ...reading.text.matchAll(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g')),
  ];
  for (const { index } of occurrences.slice(0, maxOccurrences)) {
    const isElsewhere = index < holder.node.from || index > holder.node.to;
    const node = reading.tree.resolveInner(index, 1);
    if (isElsewhere && roleOf(node) !== 'comment' && literalAt(reading, index) === undefined) {
      found.add(purposeOf(reading.language, contextOf(reading, node)));
    }
  }
  found.delete('mentions');
  return [...found];
}
