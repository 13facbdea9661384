import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sureness } from '../library/certainty';
import { surenessByKey, unknown } from '../library/certainty';
import { sampleFile, schemaFile } from '../library/fileNames';
import { english } from '../library/localize';
import type { PayloadEntry, PayloadIndex } from '../library/payloadIndex';
import { headersOf } from '../library/samples/headers';
import { samples } from '../library/samples/samples';
import { payloadSchema } from '../library/schema/payloadSchema';
import { payloads } from '../library/schema/payloads';
import { variantTitles } from '../library/titles';
import { payloadTypes } from './payloadTypes';

/** Writes what `dist/payloads` has: a schema an event, a sample a variant, the index of both, and the types. */
export async function writePayloads(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  for (const key of payloads.keys()) {
    write(schemaFile(key), json(payloadSchema(key)));
    for (const { id, body } of samples.get(key) ?? []) {
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
  const titles = variantTitles(english);
  const sureness: Sureness = surenessByKey.get(key) ?? unknown;
  return {
    ...sureness,
    schema: schemaFile(key),
    headers: headersOf(key),
    variants: (samples.get(key) ?? []).map((variant) => ({
      id: variant.id,
      title: titles[variant.id],
      file: sampleFile(key, variant.id),
      ...(variant.sureness ?? sureness),
    })),
  };
}

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
