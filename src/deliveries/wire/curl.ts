import type { Header } from '../../events/headers';

/**
 * A command for sh that sends the same bytes with the same headers.
 *
 * @param address `undefined` where it has a query, which is not for a clipboard: the command takes it from `$TARGET`.
 * @returns `undefined` for a body with NUL, which no argument of a command can hold.
 */
export function curlCommand(headers: readonly Header[], body: string, address: string | undefined): string | undefined {
  if (body.includes('\0')) {
    return undefined;
  }
  const lines = [
    `printf %s ${quoted(body)} |`,
    '  curl --globoff --include --data-binary @-',
    ...headers.map(([name, value]) => `  --header ${quoted(`${name}: ${value}`)}`),
    `  ${address === undefined ? '"${TARGET:?}"' : quoted(address)}`,
  ];
  return `${lines[0] ?? ''}\n${lines.slice(1).join(' \\\n')}\n`;
}

/** For sh, in which nothing is special between single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
