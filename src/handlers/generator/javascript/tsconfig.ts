import { parse } from 'jsonc-parser';
import type { ProjectReader } from '../framework';

/** What of a tsconfig.json says how imports are written; names in lower case. */
export interface CompilerOptions {
  readonly module?: string;
  readonly moduleResolution?: string;
  readonly allowImportingTsExtensions?: boolean;
  readonly rewriteRelativeImportExtensions?: boolean;
}

/** A chain of configurations that extend each other ends here, be it a circle. */
const longestChain = 8;

/** The options of the project's tsconfig.json with those that it extends; `undefined` where there is none. */
export async function readCompilerOptions(reader: ProjectReader): Promise<CompilerOptions | undefined> {
  const text = await reader.read('tsconfig.json');
  return text === undefined ? undefined : optionsIn(reader, text, '.', longestChain);
}

async function optionsIn(
  reader: ProjectReader,
  text: string,
  folder: string,
  mayExtend: number,
): Promise<CompilerOptions> {
  const config = (parse(text) ?? {}) as { extends?: unknown; compilerOptions?: unknown };
  const bases = mayExtend === 0 ? [] : [config.extends].flat().filter((base) => typeof base === 'string');
  let options: CompilerOptions = {};
  for (const base of bases) {
    for (const path of pathsOf(base, folder, reader)) {
      const found = await reader.read(path);
      if (found !== undefined) {
        const parent = path.slice(0, path.lastIndexOf('/'));
        options = { ...options, ...(await optionsIn(reader, found, parent, mayExtend - 1)) };
        break;
      }
    }
  }
  return { ...options, ...own(config.compilerOptions) };
}

/** Where a configuration may be that another extends: beside it, or in a package. */
function pathsOf(base: string, folder: string, reader: ProjectReader): string[] {
  const places = base.startsWith('.')
    ? [`${folder}/${base}`]
    : ['.', ...reader.outer].map((outer) => `${outer}/node_modules/${base}`);
  return places.flatMap((place) => (place.endsWith('.json') ? [place] : [`${place}.json`, `${place}/tsconfig.json`]));
}

function own(value: unknown): CompilerOptions {
  const options = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const names = Object.entries(options).map(([name, each]) => [
    name,
    typeof each === 'string' ? each.toLowerCase() : each,
  ]);
  return Object.fromEntries(names) as CompilerOptions;
}
