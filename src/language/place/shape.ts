import type { Step } from './step';
import { plainName } from './vocabulary';

/** So many steps outwards make a shape. */
const depth = 6;

/**
 * The shape of a place: the kinds of what holds a literal, with the names that tell one such place from another. Two
 * literals of the same shape are used alike.
 *
 * - Order in a list doesn't count; a position in arguments does, and in rows: lists in a list.
 * - A function's name is enough, wherever it is called; so are the operand of a comparison and the subject of a `switch`.
 * - What an assertion compares is enough, too, whatever function does it.
 * - A list's own name belongs to its shape. So does a property's in maps that repeat, in a list or as an argument: there
 *   it names a column. So does one that says that it is an event. Elsewhere it only labels the value, as an enum's
 *   constants and variables do.
 *
 * `undefined`: no shape, such as a property of a map that has neither a list nor a name around it.
 */
export function shapeOf(context: readonly Step[]): string | undefined {
  const parts: string[] = [];
  let isHeld = false;
  for (const [index, step] of context.slice(0, depth).entries()) {
    switch (step.kind) {
      case 'element':
        parts.push(step.outer?.kind === 'element' ? `row ${positionIn(step)}` : 'element');
        isHeld = true;
        break;
      case 'member':
        parts.push('member');
        break;
      case 'key':
      case 'alternative':
        parts.push(step.kind);
        isHeld = true;
        break;
      case 'value': {
        const isLabel = index === 0 && !isColumn(step) && step.says !== 'event' && step.says !== 'header';
        parts.push(isLabel ? 'value' : `value ${nameOf(step)}`);
        isHeld ||= !isLabel && index > 0;
        break;
      }
      case 'argument':
        parts.push(`argument ${step.index} ${calleeOf(step)}`);
        if (step.name.text === '') {
          break;
        }
        return parts.join(' < ');
      case 'declaration':
      case 'tag':
      case 'operand':
      case 'case':
        parts.push(`${step.kind} ${nameOf(step)}`);
        return parts.join(' < ');
      case 'statement':
        parts.push(`statement ${step.name.text}`);
        return isHeld || context[0]?.kind === 'value' ? parts.join(' < ') : undefined;
      case 'text':
        return isHeld ? parts.join(' < ') : undefined;
      default:
        return undefined;
    }
  }
  return isHeld ? parts.join(' < ') : undefined;
}

function nameOf({ name, kind }: Step): string {
  return kind === 'declaration' ? name.text : plainName(name.name === '' ? name.text : name.name);
}

/** An entry of a map that repeats. */
function isColumn({ outer }: Step): boolean {
  const repeats = outer?.kind === 'member' ? outer.outer?.kind : outer?.kind;
  return repeats === 'element' || repeats === 'argument' || repeats === 'tag';
}

/** `z.literal`; what an assertion is told, whatever it is called itself. */
function calleeOf({ name, deed }: Step): string {
  const isComparing = deed === 'expects' || deed === 'compares';
  return isComparing ? (name.receiver?.name ?? '') : name.path;
}

function positionIn({ node, child }: Step): number {
  let position = 0;
  for (let sibling = node.firstChild; sibling && sibling.from < child.from; sibling = sibling.nextSibling) {
    position += sibling.to - sibling.from > 1 ? 1 : 0;
  }
  return position;
}
