import ts from 'typescript';
import { eventsModule, lineWith, type MadeDocument } from '../documents';
import { type OpenPeer, typedTexts, wholeKey } from './peer';
import { textWith } from './textVersions';

const file = '/made/hooks.ts';
const moduleFile = '/made/bitbucketEvents.ts';

/** A text that knows how it differs from the one before, as tsserver's do: so that only that is parsed again. */
class EditedSnapshot implements ts.IScriptSnapshot {
  constructor(
    readonly text: string,
    private readonly change: (old: ts.IScriptSnapshot) => ts.TextChangeRange | undefined,
  ) {}

  getText(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  getLength(): number {
    return this.text.length;
  }

  getChangeRange(old: ts.IScriptSnapshot): ts.TextChangeRange | undefined {
    return this.change(old);
  }
}

/** What VS Code's TypeScript extension asks, in tsserver. */
export const typescriptPeer: OpenPeer = (document) => {
  const start = offsetOf(document);
  const texts = [...typedTexts, wholeKey];
  const snapshots = texts.map((typed) => {
    const text = textWith(document, typed);
    return new EditedSnapshot(text, (old) => ({
      span: { start, length: typedLength(old.getLength(), text.length, typed.length) },
      newLength: typed.length,
    }));
  });
  let version = 0;
  let current = snapshots.at(-1);
  const types = ts.ScriptSnapshot.fromString(eventsModule);
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2022.d.ts'],
      types: [],
    }),
    getScriptFileNames: () => [file, moduleFile],
    getScriptVersion: (name) => (name === file ? String(version) : '1'),
    getScriptSnapshot: (name) => {
      if (name === file || name === moduleFile) {
        return name === file ? current : types;
      }
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => '/made',
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (name) => name === file || name === moduleFile || ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
  });
  const prepare = (sample: number): void => {
    version++;
    current = snapshots[sample % 2];
  };
  const offset = start + typedTexts[0].length;
  return {
    name: 'typescript',
    complete: { prepare, run: () => service.getCompletionsAtPosition(file, offset, undefined)?.entries.length ?? 0 },
    hover: { run: () => service.getQuickInfoAtPosition(file, offset) },
    validate: {
      prepare,
      run: () => service.getSyntacticDiagnostics(file).length + service.getSemanticDiagnostics(file).length,
    },
    finishTyping: () => {
      version++;
      current = snapshots.at(-1);
    },
  };
};

/** How long the typed part was in a text that differs in nothing else. */
function typedLength(oldLength: number, newLength: number, typed: number): number {
  return typed + oldLength - newLength;
}

function offsetOf(document: MadeDocument): number {
  const before = document.lines.slice(0, document.line).reduce((sum, text) => sum + text.length + 1, 0);
  return before + lineWith(document, '').slice(0, document.start).length;
}
