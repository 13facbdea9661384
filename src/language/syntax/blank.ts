/** `{{ … }}` of Helm, Jinja and GitHub Actions, within ten lines. */
const template = /\{\{[^\n]*?\}\}|\{\{(?:[^\n]*\n){1,9}?[^\n]*?\}\}/g;

/**
 * Puts spaces where templates are, so that what is around them parses; positions stay. Of GitHub's `${{ … == 'a' }}` only
 * the braces go: what is compared may be a key.
 */
export function blankTemplates(text: string): string {
  return text.includes('{{') ? text.replace(comparison, '   $1  ').replace(template, spaces) : text;
}

const comparison = /\$\{\{([^\n{}]*[=!]=[^\n{}]*)\}\}/g;

/** Puts spaces where comments of JSON's relatives are; positions stay. No string of JSON goes on in another line. */
export function blankComments(text: string): string {
  const parts: string[] = [];
  let done = 0;
  const start = /\/[/*]/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const at = found.index;
    if (isInString(text, Math.max(done, text.lastIndexOf('\n', at) + 1), at)) {
      continue;
    }
    const isLine = found[0] === '//';
    const close = text.indexOf(isLine ? '\n' : '*/', at + 2);
    const end = close === -1 ? text.length : close + (isLine ? 0 : 2);
    parts.push(text.slice(done, at), spaces(text.slice(at, end)));
    done = start.lastIndex = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}

/** Whether what begins outside of a string ends in one. */
function isInString(text: string, from: number, to: number): boolean {
  let isInside = false;
  for (let at = from; at < to; at++) {
    const character = text.charAt(at);
    if (character === '\\') {
      at++;
    } else if (character === '"') {
      isInside = !isInside;
    }
  }
  return isInside;
}

/** Puts a name where programs put values, as in Terraform that is made by Go: `%s`, `%[1]q`; positions stay. */
export function maskFormatVerbs(text: string): string {
  return text.replace(/%(?:\[\d+\])?[a-z]/g, (verb) => 'x'.repeat(verb.length));
}

/** As many spaces, in the same lines. */
export function spaces(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
