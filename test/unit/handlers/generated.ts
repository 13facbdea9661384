import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { payloads } from '../../../src/events/payloads';
import type { HandledEvent, HandlerPlan, HandlerProject } from '../../../src/handlers/generator/framework';
import { frameworks } from '../../../src/handlers/generator/frameworks';
import { payloadSchema } from '../../../src/payloads/build/payloadSchema';
import { payloadTypes } from '../../../src/payloads/build/payloadTypes';
import { selectTypes } from '../../../src/payloads/library/selectTypes';
import { schemaTypes } from '../../../src/payloads/library/types/schemaTypes';
import type { TypeLanguage } from '../../../src/payloads/library/types/typeLanguage';

export type Files = Readonly<Record<string, string>>;

/** Reads files in memory, by path below the workspace. */
export function readerOf(files: Files, folder = '') {
  const resolve = (path: string) => join('/', folder, path).slice(1);
  const depth = folder === '' ? 0 : folder.split('/').length;
  return {
    read: (path: string) => Promise.resolve(files[resolve(path)]),
    exists: (path: string) => {
      const wanted = resolve(path);
      return Promise.resolve(Object.keys(files).some((file) => file === wanted || file.startsWith(`${wanted}/`)));
    },
    outer: Array.from({ length: depth }, (_, index) =>
      Array(index + 1)
        .fill('..')
        .join('/'),
    ),
  };
}

export function openProject(id: string, files: Files = {}, folder?: string): Promise<HandlerProject> {
  const framework = frameworks.find((each) => each.id === id) ?? assert.fail(id);
  return framework.open(readerOf(files, folder));
}

export const eventOf = (key: string): HandledEvent => {
  const body = payloads.get(key)?.variants[0]?.body;
  return { key, sample: body && `${JSON.stringify(body, undefined, 2)}\n` };
};

let types: Promise<string> | undefined;

async function typesOf(keys: readonly string[], language: TypeLanguage): Promise<string> {
  types ??= payloadTypes();
  return language === 'TypeScript' ? selectTypes(await types, keys) : schemaTypes[language](keys.map(payloadSchema));
}

/** What a framework writes for some events, into an empty folder or among files that are there. */
export async function generate(
  id: string,
  keys: readonly string[],
  files: Files = {},
  folder?: string,
): Promise<HandlerPlan> {
  const project = await openProject(id, files);
  const { typeLanguage } = frameworks.find((each) => each.id === id) ?? assert.fail(id);
  const events = keys.map(eventOf);
  const published = events.filter(({ sample }) => sample !== undefined).map(({ key }) => key);
  return project.write({ events, types: await typesOf(published, typeLanguage), folder: folder ?? project.folder });
}

/** A folder below `out`, where generated code finds the packages that the tests have. */
export const generatedFolder = join(process.cwd(), 'out', 'handlers', String(process.pid));
process.on('exit', () => {
  rmSync(generatedFolder, { recursive: true, force: true });
});

/** Writes what was generated; returns the folder. */
export function writeGenerated(name: string, plan: HandlerPlan, files: Files = {}): string {
  const folder = join(generatedFolder, name);
  const all = { ...files, ...Object.fromEntries(plan.files.map(({ path, contents }) => [path, contents])) };
  for (const [path, contents] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
  return folder;
}

const all = [...payloads.keys()];

/** One event, several, all, and one of which nobody has published a body. */
export const choices: Readonly<Record<string, readonly string[]>> = {
  one: ['repo:push'],
  several: ['pullrequest:created', 'pullrequest:fulfilled', 'repo:push', 'repo:commit_status_updated'],
  all,
  unpublished: ['repo:imported'],
};
