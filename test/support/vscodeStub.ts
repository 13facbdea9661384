/**
 * What the extension uses of VS Code's API when it is tested or measured outside of it: the same classes with the same
 * fields, and functions that do nothing. esbuild puts it in the place of `vscode`.
 */
class Disposable {
  static from(...disposables: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const disposable of disposables) {
        disposable.dispose();
      }
    });
  }

  constructor(readonly dispose: () => unknown) {}
}

class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => unknown>();

  readonly event = (listener: (value: T) => unknown): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };

  fire(value: T): void {
    for (const listener of this.listeners) {
      listener(value);
    }
  }

  dispose(): void {
    this.listeners.clear();
  }
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = new Position(startLine, startCharacter);
    this.end = new Position(endLine, endCharacter);
  }
}

class CompletionItem {
  constructor(
    readonly label: unknown,
    readonly kind: number,
  ) {}
}

class CompletionList {
  constructor(
    readonly items: readonly unknown[],
    readonly isIncomplete: boolean,
  ) {}
}

class Hover {
  constructor(
    readonly contents: unknown,
    readonly range: Range,
  ) {}
}

class MarkdownString {
  constructor(readonly value: string) {}
}

class Diagnostic {
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

class TreeItem {
  constructor(
    readonly label: string,
    readonly collapsibleState?: number,
  ) {}
}

class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: unknown,
  ) {}
}

class ThemeColor {
  constructor(readonly id: string) {}
}

class CodeActionKind {
  static readonly QuickFix = new CodeActionKind('quickfix');

  constructor(readonly value: string) {}
}

class CodeAction {
  constructor(
    readonly title: string,
    readonly kind: CodeActionKind,
  ) {}
}

class WorkspaceEdit {
  readonly size = 0;
}

class LanguageModelTextPart {
  constructor(readonly value: string) {}
}

class LanguageModelToolResult {
  constructor(readonly content: readonly unknown[]) {}
}

class Selection extends Range {}

class FileSystemError extends Error {
  readonly code = 'FileNotFound';
}

const nothing = (): undefined => undefined;
const disposable = (): Disposable => new Disposable(nothing);
const noEvent = disposable;

const Uri = {
  from: ({ scheme, path }: { scheme: string; path: string }) => ({ scheme, path, toString: () => `${scheme}:${path}` }),
  parse: (value: string) => ({ value, path: value, toString: () => value }),
  joinPath: ({ path }: { path: string }, name: string) => ({ path: `${path}/${name}` }),
};

const CompletionItemKind = { Event: 22 };
const CompletionItemTag = { Deprecated: 1 };
const EndOfLine = { LF: 1, CRLF: 2 };
const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };
const DiagnosticTag = { Unnecessary: 1, Deprecated: 2 };
const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
const QuickPickItemKind = { Separator: -1, Default: 0 };
const FileType = { File: 1 };

const l10n = {
  t: (text: string, ...values: readonly unknown[]) =>
    values.length === 0 ? text : text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)])),
};

/** What the extension has registered, for those who call it. */
const registered: { completion?: unknown; readonly commands: Map<string, (...args: unknown[]) => unknown> } = {
  commands: new Map(),
};

/** What users would see and have: messages, the rows of the last pick list, the clipboard. */
const seen: { readonly said: string[]; rows: readonly unknown[]; clipboard: string } = {
  said: [],
  rows: [],
  clipboard: '',
};

/** What happens to documents, for those who make it happen. */
const documentEvents = {
  opened: new EventEmitter<unknown>(),
  changed: new EventEmitter<unknown>(),
  closed: new EventEmitter<unknown>(),
};

const languages = {
  createDiagnosticCollection: () => ({ set: nothing, delete: nothing, dispose: nothing }),
  registerCompletionItemProvider: (_selector: unknown, provider: unknown) => {
    registered.completion = provider;
    return disposable();
  },
  registerHoverProvider: disposable,
  registerCodeActionsProvider: disposable,
  registerDocumentDropEditProvider: disposable,
};

const commands = {
  registerCommand: (id: string, run: (...args: unknown[]) => unknown) => {
    registered.commands.set(id, run);
    return disposable();
  },
  executeCommand: nothing,
};
const lm = { registerTool: disposable };
const env = {
  language: 'en',
  clipboard: { writeText: (text: string) => void (seen.clipboard = text) },
  openExternal: nothing,
};

const say = (text: string): void => void seen.said.push(text);

const window = {
  activeTextEditor: undefined as unknown,
  setStatusBarMessage: say,
  showInformationMessage: say,
  /** Whoever is asked takes the first. */
  showQuickPick: (rows: readonly unknown[]) => Promise.resolve(rows[0]),
  /** Whoever is asked goes away. */
  createQuickPick: () => {
    const hidden = new EventEmitter<void>();
    return {
      set items(rows: readonly unknown[]) {
        seen.rows = rows;
      },
      get items() {
        return seen.rows;
      },
      value: '',
      selectedItems: [],
      activeItems: [],
      onDidHide: hidden.event,
      onDidAccept: noEvent,
      onDidChangeValue: noEvent,
      show: () => {
        hidden.fire();
      },
      dispose: nothing,
    };
  },
  createOutputChannel: () => ({
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    show: nothing,
    dispose: nothing,
  }),
  createTreeView: () => ({
    selection: [],
    onDidChangeVisibility: noEvent,
    onDidCollapseElement: noEvent,
    onDidExpandElement: noEvent,
    dispose: nothing,
  }),
  withProgress: (_options: unknown, run: () => unknown) => run(),
};

const workspace = {
  isTrusted: false,
  textDocuments: [],
  getWorkspaceFolder: () => undefined,
  /** As if no setting were set: the defaults that callers give, else those of package.json. */
  getConfiguration: () => ({
    get: (name: string, fallback?: unknown) => (name === 'apiBaseUrl' ? 'http://127.0.0.1:9/2.0' : fallback),
    inspect: (name: string) => ({ defaultValue: name === 'completion.languages' ? { yaml: true } : undefined }),
  }),
  onDidChangeConfiguration: noEvent,
  onDidOpenTextDocument: documentEvents.opened.event,
  onDidChangeTextDocument: documentEvents.changed.event,
  onDidCloseTextDocument: documentEvents.closed.event,
  fs: { readDirectory: () => Promise.resolve([]) },
};

const CompletionTriggerKind = { Invoke: 0, TriggerCharacter: 1, TriggerForIncompleteCompletions: 2 };

export {
  CodeAction,
  CodeActionKind,
  commands,
  CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  CompletionList,
  CompletionTriggerKind,
  Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  Disposable,
  documentEvents,
  EndOfLine,
  env,
  EventEmitter,
  FileSystemError,
  FileType,
  Hover,
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  languages,
  lm,
  MarkdownString,
  Position,
  QuickPickItemKind,
  Range,
  registered,
  seen,
  Selection,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
};
