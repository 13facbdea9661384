import type { CatalogEvent } from '../../catalog/eventCatalog';
import type { Certainty } from '../../events/event';
import { events as records } from '../../events/events';
import type { PayloadFiles } from '../../payloads/payloadFiles';
import { certaintySentence, english, sampleNotes } from '../../presentation/certaintyText';
import { checkKeys } from './checkKeys';
import type { PayloadInput } from './input';

/** Where payloads are read. */
export type PayloadSource = Pick<PayloadFiles, 'entry' | 'sample' | 'schema' | 'types'>;

/** An answer must not flood a prompt: characters of JSON, some 15,000 tokens. What is there stays below. */
export const maxAnswerLength = 45_000;

/**
 * What an assistant is told of an event's payload: what users see, in English. Throws what the model needs to know where
 * there is no such event or variant.
 */
export async function describePayload(
  source: PayloadSource,
  known: readonly CatalogEvent[],
  { key, part, variant }: PayloadInput,
): Promise<object> {
  const entry = await source.entry(key);
  if (!entry) {
    throw new Error(unknownKey(key, known));
  }
  const removed = records.get(key)?.removed;
  const head = { key, ...(removed && { removed }), certainty: entry.certainty, ...sentences(key, entry) };
  const { variants } = entry;
  if (variants.length === 0) {
    return head;
  }
  const shown = variant === '' ? variants[0] : variants.find(({ id }) => id === variant);
  if (!shown) {
    const ids = JSON.stringify(variants.map(({ id }) => id));
    throw new Error(`${key} has no variant ${JSON.stringify(variant)}. Variants: ${ids}. Call again with one of them.`);
  }
  switch (part) {
    case 'schema':
      return { ...head, schema: JSON.parse((await source.schema(key)) ?? 'null') as unknown };
    case 'type':
      return { ...head, language: 'TypeScript', type: await source.types([key]) };
    case 'sample':
      return {
        ...{ ...head, certainty: shown.certainty, ...sentences(key, shown) },
        variant: shown.id,
        variants: variants.map(({ id, title }) => ({ id, title })),
        headers: Object.fromEntries(entry.headers),
        body: JSON.parse((await source.sample({ key, variant: shown.id })) ?? 'null') as unknown,
      };
  }
}

function sentences(key: string, certainty: Certainty) {
  const note = sampleNotes(key, certainty, english);
  return { certaintyMeans: certaintySentence(certainty, english), ...(note !== '' && { note }) };
}

function unknownKey(key: string, known: readonly CatalogEvent[]): string {
  const [checked] = checkKeys([key], known, '');
  if (checked?.status === 'valid') {
    return `${key} is an event of Bitbucket that this version of the extension has no payload of. Don't make one up.`;
  }
  const instead = checked && 'useInstead' in checked ? checked.useInstead : [];
  return `There is no event key ${JSON.stringify(key.slice(0, 100))}.${
    instead.length > 0 ? ` Did you mean one of ${JSON.stringify(instead)}?` : ''
  } Call again with an event key such as "repo:push".`;
}
