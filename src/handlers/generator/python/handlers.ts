import { payloadTypeName } from '../../../payloads/library/selectTypes';
import type { HandledEvent } from '../framework';
import { arms } from './arms';

/** As Ruff and Black have it. */
const width = 88;

/** The module in which people write what happens with each event. */
export function handlersModule(events: readonly HandledEvent[]): string {
  const published = events.filter((event) => armOf(event) !== undefined).map(({ key }) => payloadTypeName(key));
  const imports = published.length === 0 ? '' : `\n${importLine('.payloads', published)}\n`;
  return `"""What is done with each event. Any of these functions may be async."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any
${imports}
logger = logging.getLogger(__name__)

Handler = Callable[[Any], Awaitable[None] | None]


${events.map(functionOf).join('\n\n')}

# By X-Event-Key.
HANDLERS: dict[str, Handler] = {
${events.map(({ key }) => `    "${key}": ${functionName(key)},\n`).join('')}}
`;
}

/** The function that handles an event. */
const functionName = (key: string): string => `on_${key.replace(/[^a-z\d]+/g, '_')}`;

const armOf = ({ key, sample }: HandledEvent): string | undefined => (sample === undefined ? undefined : arms[key]);

function functionOf(event: HandledEvent): string {
  const { key } = event;
  const arm = armOf(event);
  const parameter = `payload: ${arm === undefined ? 'dict[str, Any]' : payloadTypeName(key)}`;
  const line = `def ${functionName(key)}(${parameter}) -> None:`;
  const head = line.length <= width ? line : `def ${functionName(key)}(\n    ${parameter},\n) -> None:`;
  return `${head}\n${(arm ?? unpublished(key))
    .trim()
    .split('\n')
    .map((each) => (each === '' ? '\n' : `    ${each}\n`))
    .join('')}`;
}

const unpublished = (key: string): string => `
# Nobody has published what Bitbucket sends with this event: look at it before you
# rely on it.
logger.info("${key}: %s", payload)`;

/** Names from a module: on one line if they fit, else each on its own. */
function importLine(module: string, names: readonly string[]): string {
  const sorted = [...names].sort();
  const line = `from ${module} import ${sorted.join(', ')}`;
  return line.length <= width ? line : `from ${module} import (\n${sorted.map((name) => `    ${name},\n`).join('')})`;
}
