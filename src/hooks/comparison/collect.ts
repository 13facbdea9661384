import type { Finder } from '../../language/lazyFinder';
import { inSlices, isTurnOver, yieldToEventLoop } from '../../language/syntax/turns';
import type { Use } from '../../language/uses/uses';
import { isTestOrSample, languageOfPath } from './sourceFiles';

/** A file of the workspace. */
export interface SourceFile {
  /** As people know it: in its folder, with the folder's name where several are open. */
  readonly path: string;
  /** The same, with that name always: it may speak of Bitbucket. */
  readonly ownPath: string;
  readonly uri: string;
}

/** A place in the workspace that uses an event, or several. */
export interface Place extends Use {
  readonly file: SourceFile;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Whether the file is a test or a sample. */
  readonly isTest: boolean;
}

/** What a file holds; or why nobody knows. */
export type Content = { readonly text: string } | 'tooLarge' | 'binary' | 'unreadable';

/** What was found in the files of a workspace. */
export interface Collected {
  readonly places: readonly Place[];
  /** How many files there are, and how many of them were looked into. */
  readonly files: number;
  readonly read: number;
  readonly leftOut: Readonly<Record<'tooLarge' | 'binary' | 'unreadable', number>>;
}

/** So many files are read at a time: more wait for each other. */
const batch = 16;

/** What collecting needs of the world around. */
export interface Sources {
  /** The files that may be read, whatever they are. */
  readonly files: readonly SourceFile[];
  read(file: SourceFile): Promise<Content>;
  /** Told after each batch how many files are done. */
  onProgress?(done: number, of: number): void;
  isWanted(): boolean;
}

/** Looks into files for places that use events; once nobody wants more, what was found until then. */
export async function collectPlaces(finder: Pick<Finder, 'uses'>, sources: Sources): Promise<Collected> {
  const files = await inSlices(readable(sources.files));
  const places: Place[] = [];
  const leftOut = { tooLarge: 0, binary: 0, unreadable: 0 };
  let read = 0;
  for (let start = 0; start < files.length && sources.isWanted(); start += batch) {
    const some = files.slice(start, start + batch);
    const contents = await Promise.all(some.map((file) => sources.read(file)));
    for (const [index, file] of some.entries()) {
      if (isTurnOver()) {
        await yieldToEventLoop();
      }
      const content = contents[index] ?? 'unreadable';
      if (typeof content === 'string') {
        leftOut[content]++;
      } else if (sources.isWanted()) {
        places.push(...(await placesIn(finder, file, content.text)));
        read++;
      }
    }
    sources.onProgress?.(Math.min(start + batch, files.length), files.length);
  }
  return { places, files: files.length, read, leftOut };
}

function* readable(files: readonly SourceFile[]): Generator<SourceFile | undefined> {
  for (const file of files) {
    yield languageOfPath(file.path) === undefined ? undefined : file;
  }
}

async function placesIn(finder: Pick<Finder, 'uses'>, file: SourceFile, text: string): Promise<Place[]> {
  const languageId = languageOfPath(file.path) ?? '';
  const uses = (await finder.uses({ languageId, getText: () => text }, file.ownPath)) ?? [];
  const isTest = isTestOrSample(file.path);
  let [line, lineStart] = [1, 0];
  return uses.map((use) => {
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < use.from; end = text.indexOf('\n', lineStart)) {
      [line, lineStart] = [line + 1, end + 1];
    }
    return { ...use, file, line, column: use.from - lineStart + 1, isTest };
  });
}

/** Whether bytes are no text: as Git tells. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8_000).includes(0);
}
