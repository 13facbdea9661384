import { Container, type Role, type Slot } from '../container';
import { deepest, levelsOut } from '../limits';
import type { Lines } from '../slotsIn';
import type { KeyToken } from '../types';
import { frameAt, type Frame } from './containers';
import type { Lexeme } from './lexeme';
import { propertyBefore } from './operand';
import { roleAt, unionStart } from './roles';

const openers: Readonly<Record<string, Frame['bracket']>> = { ')': '(', ']': '[', '}': '{' };

/** Reads lexemes from left to right, and gives every string on the wanted lines its surroundings. */
export function readSlots(lexemes: readonly Lexeme[], script: boolean, wanted: Lines): Slot[] {
  const slots: Slot[] = [];
  const root: Frame = { bracket: '', container: new Container('block', undefined), isIndex: false };
  const open: Frame[] = [root];
  /** Brackets that are open within too many others. */
  let tooDeep = 0;
  const templates: string[] = [];
  const groups = new Map<unknown, string[]>();
  const groupOf = (key: unknown): string[] => {
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    return group;
  };
  let index = -1;
  for (const lexeme of lexemes) {
    index++;
    const frame = open.at(-1) ?? root;
    if (lexeme.kind === 'punctuator') {
      const opener = openers[lexeme.text];
      if (lexeme.text === '(' || lexeme.text === '[' || lexeme.text === '{') {
        if (open.length < deepest) {
          open.push(frameAt(lexemes, index, frame, script));
        } else {
          tooDeep++;
        }
      } else if (opener !== undefined && tooDeep > 0) {
        tooDeep--;
      } else if (opener !== undefined) {
        close(open, opener);
        nameByWhatFollows(lexemes, index, frame);
      } else if (lexeme.text === ':' && lexemes[index - 1]?.kind === 'word' && frame.container.kind === 'map') {
        const name = propertyBefore(lexemes, index);
        if (name !== undefined) {
          frame.container.addKey(name);
        }
      }
    } else if (lexeme.kind === 'template') {
      readTemplate(lexeme.text, open, root, templates);
    } else if (lexeme.kind === 'string') {
      const found = roleAt(lexemes, index, frame, script);
      if (found !== undefined) {
        const { container } = frame;
        const { group, at } = company(lexemes, index, found, container, groupOf);
        if (lexeme.line >= wanted.first && lexeme.line <= wanted.last) {
          const { role, name } = found;
          slots.push({ token: tokenOf(lexeme, script), role, name, container, group, index: at });
        }
      }
    }
  }
  return slots;
}

/** Adds a string to those it is in company with: the cases of its switch, the members of its union, … */
function company(
  lexemes: readonly Lexeme[],
  index: number,
  { role, name }: { role: Role; name?: string | undefined },
  container: Container,
  groupOf: (key: unknown) => string[],
): { group: readonly string[]; at: number } {
  const text = lexemes[index]?.text ?? '';
  if (role === 'propertyName') {
    const at = container.addKey(text);
    return { group: container.keys, at };
  }
  if (role === 'value') {
    if (name !== undefined && container.kind === 'map') {
      container.addScalar(name, text);
    }
    return { group: [text], at: 0 };
  }
  if (role === 'case' || role === 'union' || role === 'comparison') {
    const group = groupOf(role === 'case' ? container : role === 'union' ? unionStart(lexemes, index) : (name ?? ''));
    return { group, at: group.push(text) - 1 };
  }
  const at = container.addItem(text);
  return { group: container.items, at };
}

function tokenOf(lexeme: Lexeme, script: boolean): KeyToken {
  const { line, start, end, text, quote, closed } = lexeme;
  return { line, start, end, text, quote, needsQuotes: !script && quote === undefined, closed };
}

/** Closes the innermost bracket of its kind; brackets left open inside it go too. A stray closer closes nothing. */
function close(open: Frame[], opener: string): void {
  for (let at = open.length - 1; at > Math.max(0, open.length - levelsOut); at--) {
    if (open[at]?.bracket === opener) {
      while (open.length > at) {
        open.pop();
      }
      return;
    }
  }
}

/** Inside `${…}` stands code again. The text around the substitutions is an entry of what holds the template. */
function readTemplate(part: string, open: Frame[], root: Frame, templates: string[]): void {
  if (part.startsWith('}')) {
    close(open, '{');
    templates.push((templates.pop() ?? '') + part);
  } else {
    templates.push(part);
  }
  const { container } = open.at(-1) ?? root;
  if (part.endsWith('${')) {
    open.push({ bracket: '{', container: new Container('block', container), isIndex: false });
  } else {
    container.addItem(templates.pop() ?? '');
  }
}

/** `['repo:push', …].includes(eventKey)`: the list's name comes after it. */
function nameByWhatFollows(lexemes: readonly Lexeme[], index: number, { container, bracket }: Frame): void {
  const method = lexemes[index + 2];
  if (bracket === '[' && container.name === undefined && lexemes[index + 1]?.text === '.' && method?.kind === 'word') {
    if (/^(?:includes|indexOf|contains|some|has)$/.test(method.text)) {
      let at = index + 4;
      while (lexemes[at + 1]?.text === '.' && lexemes[at + 2]?.kind === 'word') {
        at += 2;
      }
      container.name = lexemes[at]?.kind === 'word' ? lexemes[at]?.text : undefined;
    }
  }
}
