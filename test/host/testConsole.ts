import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Begins what the tests print, among all that the workbench reports through the same channel. */
const mark = '\u001e';

/**
 * Writes a module into `folder` that runs the tests of another, with a console whose output `printIfFromTests`
 * recognises, and returns its path. The web worker host can't load one module from another, so there it holds their
 * source, and has to stand inside the extension's folder to be run there.
 */
export function writeTestModule(folder: string, tests: string, web: boolean): string {
  const file = join(folder, 'tests.js');
  // On one line, so that the lines of a source keep their numbers in stack traces; and strict, as the source is by
  // itself, which can't say so where it doesn't come first.
  const prelude = `"use strict"; (${markConsole.toString().replaceAll('\n', ' ')})(${JSON.stringify(mark)}); `;
  writeFileSync(
    file,
    prelude + (web ? readFileSync(tests, 'utf8') : `exports.run = () => require(${JSON.stringify(tests)}).run();\n`),
  );
  return file;
}

/** Prints a message of the workbench if it is one that `writeTestModule` had marked. */
export function printIfFromTests(message: readonly unknown[]): void {
  const [text] = message;
  if (typeof text === 'string' && text.startsWith(mark)) {
    console.log(text.slice(mark.length));
  }
}

/**
 * Runs in the extension host, from its source text on one line: it uses nothing of this module, and has no comments.
 * It defines properties, since the extension host ignores assignments to the console's.
 */
function markConsole(prefix: string): void {
  const show = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.stack ?? value.message;
    if (typeof value !== 'object') return `${value as number}`;
    try {
      return JSON.stringify(value);
    } catch {
      return '[object with cycles]';
    }
  };
  const format = (...[first = '', ...rest]: unknown[]): string => {
    const text = show(first).replace(/%[sdifjoO%]/g, (verb) => {
      if (verb === '%%') return '%';
      return rest.length === 0 ? verb : show(rest.shift());
    });
    return [text, ...rest.map(show)].join(' ');
  };
  const print = console.info.bind(console);
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const value = (...args: unknown[]): void => {
      print(prefix + format(...args));
    };
    Object.defineProperty(console, method, { value });
  }
}
