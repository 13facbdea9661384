import { StringStream, type StreamParser } from '@codemirror/language';

/** A piece of a text that a mode or an expression has recognised; offsets. */
export interface Token {
  readonly kind: 'string' | 'bare' | 'comment' | 'keyword' | 'other';
  readonly from: number;
  readonly to: number;
}

/** Tells the tokens of a line; may remember what goes on in the next. */
export type Tokenizer = (line: string, start: number) => Token[];

/** Bracket by bracket, word by word: what modes leave together, and what is read without one. */
const pieces =
  /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\\n]|\\.)*`?|[\w$@#:-]*[\w$]|=>|->|[=!:<>]=+|[=!]~|\S/g;
const words = /[\w$@-]*[\w$]|=>|->|[=!:<>]=+|[=!]~|\S/g;

/** Reads quoted words, where nobody knows a language's comments. */
export function quotedWords(): Tokenizer {
  return (line, start) =>
    [...line.matchAll(pieces)].map(({ 0: text, index }) => ({
      kind: /^["'`]/.test(text) ? 'string' : 'other',
      from: start + index,
      to: start + index + text.length,
    }));
}

/** Reads what CodeMirror's mode of a language says. */
export function byMode(mode: StreamParser<unknown>, hasRawStrings = false): Tokenizer {
  const state = mode.startState?.(4) ?? {};
  let isInRaw = false;
  return (line, start) => {
    const tokens: Token[] = [];
    if (line === '') {
      mode.blankLine?.(state, 4);
    }
    const stream = new StringStream(line, 4, 4);
    while (!stream.eol()) {
      stream.start = stream.pos;
      const isRaw = hasRawStrings && (isInRaw || /^\$*"""/.test(line.slice(stream.pos)));
      isInRaw = isRaw && !skipRaw(stream, isInRaw);
      const style = isRaw ? 'string' : (mode.token(stream, state) ?? '');
      if (!isRaw && /^[!=]$/.test(stream.current())) {
        // Ruby's mode takes `!=` for two signs, that of shells `==`.
        stream.eat(/[=~]/);
      }
      // Some modes say twice what they see before they go on.
      if (stream.pos > stream.start) {
        add(tokens, kindOf(style), start + stream.start, stream.current());
      }
    }
    return tokens;
  };
}

/** Goes to the end of a raw string, or of the line; whether that closes it. */
function skipRaw(stream: StringStream, isOpen: boolean): boolean {
  stream.match(isOpen ? /^/ : /^\$*"""/);
  const isClosed = stream.skipTo('"""');
  if (isClosed === true) {
    stream.match('"""');
  } else {
    stream.skipToEnd();
  }
  return isClosed === true;
}

function kindOf(style: string): Token['kind'] {
  if (style.startsWith('comment')) {
    return 'comment';
  }
  if (style.startsWith('string')) {
    return 'string';
  }
  return style.startsWith('quote') ? 'bare' : style.startsWith('keyword') ? 'keyword' : 'other';
}

function add(tokens: Token[], kind: Token['kind'], from: number, text: string): void {
  const last = tokens.at(-1);
  if ((kind === 'string' || kind === 'comment' || kind === 'bare') && text.trim() !== '') {
    if (kind === 'bare' && last?.kind === kind && last.to === from) {
      tokens[tokens.length - 1] = { ...last, to: from + text.length };
    } else {
      tokens.push({ kind, from, to: from + text.length });
    }
    return;
  }
  if (last?.kind === 'bare' && last.to === from && text === ':') {
    // Modes of properties take the colon in a value for another sign between name and value.
    tokens[tokens.length - 1] = { ...last, to: from + 1 };
    return;
  }
  for (const { 0: word, index } of text.matchAll(words)) {
    const at = from + index;
    const isSame =
      last?.kind === 'other' &&
      kind === 'other' &&
      last.to === at &&
      tokens.at(-1) === last &&
      /^\w+$/.test(word) &&
      text.length === 1;
    if (isSame) {
      tokens[tokens.length - 1] = { ...last, to: at + word.length };
    } else {
      tokens.push({ kind, from: at, to: at + word.length });
    }
  }
}
