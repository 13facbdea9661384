import { basename, join } from 'node:path';
import ts from 'typescript';

const folder = join(process.cwd(), 'virtual');
const strictest: ts.CompilerOptions = {
  ...{ strict: true, noEmit: true, allowJs: true, checkJs: true, exactOptionalPropertyTypes: true, skipLibCheck: true },
  ...{ target: ts.ScriptTarget.ES2022, types: ['node'], lib: ['lib.es2023.d.ts'] },
};
const libraries = new Map<string, ts.SourceFile | undefined>();

/** What the compiler has against some files, by name, as strict as it gets: the name of the file before each. */
export function complaintsAbout(files: Readonly<Record<string, string>>, module = ts.ModuleKind.Preserve): string[] {
  const paths = new Map(Object.entries(files).map(([name, text]) => [join(folder, name), text]));
  const options = { ...strictest, module };
  const disk = ts.createCompilerHost(options);
  const parse: ts.CompilerHost['getSourceFile'] = (path, how) => {
    const text = paths.get(path);
    if (text !== undefined) {
      return ts.createSourceFile(path, text, how, true);
    }
    const library = libraries.get(path) ?? disk.getSourceFile(path, how);
    libraries.set(path, library);
    return library;
  };
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: parse,
    fileExists: (path) => paths.has(path) || disk.fileExists(path),
    readFile: (path) => paths.get(path) ?? disk.readFile(path),
    directoryExists: (path) => path === folder || (disk.directoryExists?.(path) ?? true),
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([...paths.keys()], options, host)).map(({ file, messageText }) => {
    const name = basename(file?.fileName ?? '');
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)}`;
  });
}
