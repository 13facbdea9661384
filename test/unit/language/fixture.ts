import { bundledList } from '../../../src/catalog/bundled/bundledList';
import { mergeEvents } from '../../../src/catalog/mergeEvents';
import { live } from '../../../src/catalog/storedList';
import { type FoundTyping, KeyFinder } from '../../../src/language/find';
import { type Asked, isOffered } from '../../../src/language/place/offer';
import { knownAs } from '../../support/knownEvents';

/** All events of the bundled list, as if Bitbucket itself had just sent them. */
export const events = mergeEvents(
  [...bundledList.subjectTypes].map(([name, listed]) => ({ name, events: listed, origin: live })),
);

export const known = knownAs(events);

export const isKey = (text: string): boolean => known.findEvent(text) !== undefined;

/** Takes the cursor mark out of a fixture. `‸` stands where `|` would be read as a block scalar or a union. */
export function withCursor(marked: string): { text: string; cursor: number } {
  const mark = marked.includes('‸') ? '‸' : '|';
  const cursor = marked.indexOf(mark);
  if (cursor === -1) {
    throw new Error(`no cursor mark in ${marked}`);
  }
  return { text: marked.slice(0, cursor) + marked.slice(cursor + mark.length), cursor };
}

/** What stands at the mark for someone who types there. */
export async function at(languageId: string, marked: string, path = 'a'): Promise<FoundTyping | undefined> {
  const { text, cursor } = withCursor(marked);
  const found = await new KeyFinder(known).whereTyped({ languageId, getText: () => text }, path, cursor);
  return found === 'unread' ? undefined : found;
}

/** Whether keys are offered at the mark. */
export async function offered(languageId: string, marked: string, asked: Asked, path?: string): Promise<boolean> {
  const found = await at(languageId, marked, path);
  return found !== undefined && isOffered(found, asked);
}

/** The document with its token replaced, as a completion would. */
export async function accept(languageId: string, marked: string, key: string): Promise<string> {
  const found = await at(languageId, marked);
  const { text } = withCursor(marked);
  return found === undefined
    ? text
    : text.slice(0, found.from) + (found.needsQuotes ? `"${key}"` : key) + text.slice(found.to);
}
