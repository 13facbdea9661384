import type { FoundTyping } from '../find';
import { headerNames, writtenLike } from './headerNames';

/** What headers are read from, or by: `headers`, `getHeader`, `$_SERVER`, `META`. */
const holds = /^(?:\$?_SERVER|META|env|(?:get|http|request|req|has)?_?headers?(?:line|value)?)$/i;

/**
 * The names of Bitbucket's headers that can stand where someone types: `headers['x-‸']`, `getHeader("‸")`. None at other
 * places, and where the file doesn't speak of Bitbucket.
 */
export function headersAt({ place, typed, mentionsBitbucket }: FoundTyping): string[] {
  const [first] = place.context;
  if (!mentionsBitbucket || first?.kind !== 'argument' || first.index > 0) {
    return [];
  }
  const { name, receiver } = first.name;
  const isOfHeaders =
    holds.test(plain(name)) || (receiver !== undefined && holds.test(plain(receiver.name)) && isReader(name));
  return isOfHeaders ? headerNames.map((header) => writtenLike(exampleFor(typed, name, first.node.name), header)) : [];
}

function plain(name: string): string {
  return name.replace(/^\$(?!_)/, '');
}

function isReader(name: string): boolean {
  return /^(?:get|has|match|canonical|requestMatches|fetch|dig|value|first|contains_?key|get_?(?:first|str))$/i.test(
    name,
  );
}

/** How headers are written at a place: as it is begun, or as usual there. */
function exampleFor(typed: string, name: string, holder: string): string {
  if (/^(?:\$?_SERVER|META|env)$/.test(name) || /^HTTP_/i.test(typed)) {
    return 'HTTP_X_';
  }
  // In Node.js only small letters find them, and elsewhere these do, too.
  const isIndexed = /^(?:MemberExpression|SubscriptExpression)$/.test(holder);
  return typed === '' || !/[a-z]/i.test(typed)
    ? isIndexed
      ? 'x-'
      : 'X-Event'
    : typed.startsWith('x')
      ? 'x-'
      : 'X-Event';
}
