import type { Step } from '../syntax/path';
import { comparedBy } from './byName';
import { isEventName, lastName, plainName } from './names';

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
export function shapeOf(path: readonly Step[]): string | undefined {
  const parts: string[] = [];
  let isHeld = false;
  for (const [index, step] of path.slice(0, depth).entries()) {
    switch (step.kind) {
      case 'element':
        parts.push(isRow(path, index) ? `row ${positionIn(step)}` : 'element');
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
        const isLabel = index === 0 && !isColumn(path, index) && !isEventName(step.name);
        parts.push(isLabel ? 'value' : `value ${plainName(lastName(step.name) || step.name)}`);
        isHeld ||= !isLabel && index > 0;
        break;
      }
      case 'declaration':
        parts.push(`declaration ${step.name}`);
        return parts.join(' < ');
      case 'argument':
        parts.push(`argument ${step.index} ${comparedBy(step.callee) ?? shortest(step.callee)}`);
        if (step.callee === '') {
          break;
        }
        return parts.join(' < ');
      case 'tag':
        parts.push(`tag ${step.name}`);
        return parts.join(' < ');
      case 'operand':
      case 'case':
        parts.push(`${step.kind} ${plainName(lastName(step.name))}`);
        return parts.join(' < ');
      case 'statement':
        parts.push(`statement ${step.name}`);
        return isHeld || path[0]?.kind === 'value' ? parts.join(' < ') : undefined;
      default:
        return undefined;
    }
  }
  return isHeld ? parts.join(' < ') : undefined;
}

/** A list in a list: its first entries are one kind of thing, its second ones another. */
function isRow(path: readonly Step[], index: number): boolean {
  return path[index + 1]?.kind === 'element';
}

/** An entry of a map that repeats. */
function isColumn(path: readonly Step[], index: number): boolean {
  const outer = path[index + 1]?.kind === 'member' ? path[index + 2]?.kind : path[index + 1]?.kind;
  return outer === 'element' || outer === 'argument' || outer === 'tag';
}

function positionIn({ node, child }: Step): number {
  let position = 0;
  for (let sibling = node.firstChild; sibling && sibling.from < child.from; sibling = sibling.nextSibling) {
    position += sibling.to - sibling.from > 1 ? 1 : 0;
  }
  return position;
}

/** `z.literal` of `export const a = z.literal`; `toBe` of `expect(…).toBe`. */
function shortest(callee: string): string {
  return /@?[\w$]+(?:(?:\??\.|->|::)[\w$]+)*[!?]?(?:<[^()]*>)?$/.exec(callee)?.[0].replace(/<.*$/s, '') ?? callee;
}
