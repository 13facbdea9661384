import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certainty } from '../../events/event';
import { events } from '../../events/events';
import { sampleFile, schemaFile, writtenSchemaFile } from '../../events/fileNames';
import { deliveryHeaders, inventedHookUuid } from '../../events/headers';
import { payloads } from '../../events/payloads';
import { bareUuidOf } from '../../events/shared/invented';
import type { PayloadEntry, PayloadIndex } from '../library/payloadIndex';
import { payloadSchema, writtenSchema } from './payloadSchema';
import { payloadTypes } from './payloadTypes';

/** Writes what `dist/payloads` has: two schemas an event, a sample a variant, the index of these, and the types. */
export async function writePayloads(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  for (const [key, { variants }] of payloads) {
    write(schemaFile(key), json(payloadSchema(key)));
    write(writtenSchemaFile(key), json(writtenSchema(key)));
    for (const { id, body } of variants) {
      write(sampleFile(key, id), json(body));
    }
  }
  write('index.json', json(payloadIndex()));
  write('types.d.ts', await payloadTypes());
}

export function payloadIndex(): PayloadIndex {
  return { version: 1, events: Object.fromEntries([...payloads.keys()].map((key) => [key, entryOf(key)])) };
}

function entryOf(key: string): PayloadEntry {
  const certainty = events.get(key) ?? { certainty: 'unknown' };
  return {
    ...written(certainty),
    schema: schemaFile(key),
    headers: headersOf(key),
    variants: (payloads.get(key)?.variants ?? []).map((variant) => ({
      id: variant.id,
      title: variant.title,
      file: sampleFile(key, variant.id),
      ...written(variant.certainty ?? certainty),
    })),
  };
}

const written = ({ certainty, newest }: Certainty): Certainty => ({
  certainty,
  ...(newest !== undefined && { newest }),
});

/** Those of a delivery that is made up. A hook with a secret adds a signature. */
export const headersOf = (key: string) =>
  deliveryHeaders({ eventKey: key, hookUuid: inventedHookUuid, requestUuid: bareUuidOf(`request ${key}`), attempt: 1 });

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
