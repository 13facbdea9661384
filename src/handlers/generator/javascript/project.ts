import { parse } from 'jsonc-parser';
import type { ProjectReader } from '../framework';
import type { ModuleStyle } from './moduleText';
import { type CompilerOptions, readCompilerOptions } from './tsconfig';

const packageManagers = { npm: 'package-lock.json', pnpm: 'pnpm-lock.yaml', yarn: 'yarn.lock', bun: 'bun.lock' };
export type PackageManager = keyof typeof packageManagers;

/** What all frameworks of the language have in common. */
export const javaScript = { manifests: ['package.json'], typeLanguage: 'TypeScript', numberPrefix: '-' } as const;

/** What is known of a folder that has a package.json, or is to get one. */
export interface JavaScriptProject {
  readonly isNew: boolean;
  readonly style: ModuleStyle;
  /** The packages that its package.json names. */
  readonly packages: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  readonly hasVitest: boolean;
  readonly packageManager: PackageManager;
  /** What of a new project's files is there already. */
  readonly taken: ReadonlySet<string>;
}

const projectFiles = ['package.json', 'tsconfig.json', '.gitignore', 'wrangler.jsonc'];

interface Manifest {
  readonly packages: readonly string[];
  readonly scripts: readonly string[];
  readonly isEsm: boolean;
  readonly packageManager: string | undefined;
}

/** @param newStyle How modules are written where there is no package.json yet. */
export async function openJavaScriptProject(reader: ProjectReader, newStyle: ModuleStyle): Promise<JavaScriptProject> {
  const own = await readManifest(reader, 'package.json');
  const outer = await Promise.all(reader.outer.map((folder) => readManifest(reader, `${folder}/package.json`)));
  const manifests = [own, ...outer].filter((manifest) => manifest !== undefined);
  const options = await readCompilerOptions(reader);
  const isThere = await Promise.all(projectFiles.map((file) => reader.exists(file)));
  const uses = (name: string) => manifests.some(({ packages }) => packages.includes(name));
  const isTypeScript = options !== undefined || uses('typescript');
  return {
    isNew: own === undefined,
    style: own === undefined ? newStyle : styleOf(isTypeScript, own.isEsm, options ?? {}),
    packages: new Set(own?.packages),
    scripts: new Set(own?.scripts),
    hasVitest: uses('vitest'),
    packageManager: await findPackageManager(reader, manifests),
    taken: new Set(projectFiles.filter((_, index) => isThere[index])),
  };
}

async function readManifest(reader: ProjectReader, path: string): Promise<Manifest | undefined> {
  const text = await reader.read(path);
  if (text === undefined) {
    return undefined;
  }
  const manifest = asRecord(parse(text));
  const namesIn = (name: string) => Object.keys(asRecord(manifest[name]));
  return {
    packages: ['dependencies', 'devDependencies', 'peerDependencies'].flatMap(namesIn),
    scripts: namesIn('scripts'),
    isEsm: manifest['type'] === 'module',
    packageManager: typeof manifest['packageManager'] === 'string' ? manifest['packageManager'] : undefined,
  };
}

/** The one that package.json names, else the one whose lock file is nearest. */
async function findPackageManager(reader: ProjectReader, manifests: readonly Manifest[]): Promise<PackageManager> {
  const managers = Object.keys(packageManagers) as PackageManager[];
  const named = manifests.find(({ packageManager }) => packageManager !== undefined)?.packageManager;
  const byName = managers.find((name) => named?.startsWith(`${name}@`));
  if (byName !== undefined) {
    return byName;
  }
  for (const folder of ['.', ...reader.outer]) {
    for (const name of managers) {
      if (await reader.exists(`${folder}/${packageManagers[name]}`)) {
        return name;
      }
    }
  }
  return 'npm';
}

/** How Node.js and TypeScript read modules there. */
function styleOf(isTypeScript: boolean, isEsmPackage: boolean, options: CompilerOptions): ModuleStyle {
  if (!isTypeScript) {
    return { isTypeScript, isEsm: isEsmPackage, importExtension: isEsmPackage ? '.js' : '' };
  }
  const { module = '', moduleResolution = '' } = options;
  const likeNode = [module, moduleResolution].some((name) => /^node(?:next|16|18|20)$/.test(name));
  const writesTs = options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true;
  return {
    isTypeScript,
    isEsm: likeNode ? isEsmPackage : module !== 'commonjs',
    importExtension: !likeNode ? '' : writesTs ? '.ts' : '.js',
  };
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
