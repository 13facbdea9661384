import {
  Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  Disposable,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { EventCatalog } from '../../catalog/eventCatalog';
import { forgeForConnectUrl, referenceUrl } from '../../presentation/references';
import { documentPath } from '../documentPath';
import type { Finder } from '../lazyFinder';
import type { LanguageSettings } from '../languageSettings';
import { rangeOf } from '../rangeOf';
import type { Finding } from './finding';
import { findingText } from './findingText';

const source = 'bitbucket-webhooks';
/** After the last keystroke, before a document is checked. Milliseconds. */
const pause = 300;

/** A document in a language that is checked, from when it is opened until it is closed. */
interface Watched {
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** What was found last, and in which version. */
  version?: number;
  findings: readonly Finding[];
}

/** Checks the event keys of open documents, a moment after they have changed. */
export class KeyDiagnostics implements Disposable {
  private readonly collection = languages.createDiagnosticCollection(source);
  private readonly watched = new Map<TextDocument, Watched>();
  private readonly disposable: Disposable;

  constructor(
    private readonly catalog: EventCatalog,
    private readonly finder: Finder,
    private readonly settings: LanguageSettings,
  ) {
    this.disposable = Disposable.from(
      this.collection,
      // A document whose language changes is closed and opened.
      workspace.onDidOpenTextDocument((document) => {
        this.watch([document]);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const watched = this.watched.get(document);
        // Without changes, the document was only saved.
        if (watched && contentChanges.length > 0) {
          this.schedule(document, watched);
        }
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
      }),
      settings.onDidChange(() => {
        this.watchAll();
      }),
      Disposable.from(
        catalog.onDidChange(() => {
          for (const [document, watched] of this.watched) {
            // The others are checked soon.
            if (watched.version !== undefined) {
              void this.check(document, watched);
            }
          }
        }),
      ),
    );
    this.watchAll();
  }

  dispose(): void {
    for (const { timer } of this.watched.values()) {
      clearTimeout(timer);
    }
    this.watched.clear();
    this.disposable.dispose();
  }

  /** What was found in this version of a document; checks it now if that hasn't been done. */
  async findingsIn(document: TextDocument): Promise<readonly Finding[]> {
    const watched = this.watched.get(document);
    if (watched && watched.version !== document.version) {
      await this.check(document, watched);
    }
    return watched?.findings ?? [];
  }

  private watchAll(): void {
    for (const document of this.watched.keys()) {
      this.forget(document);
    }
    this.watch(workspace.textDocuments);
  }

  private watch(documents: readonly TextDocument[]): void {
    const { languageIds, severity } = this.settings;
    for (const document of severity === undefined ? [] : documents) {
      if (languageIds.includes(document.languageId) && canBeMended(document)) {
        const watched = { findings: [] };
        this.watched.set(document, watched);
        this.schedule(document, watched);
      }
    }
  }

  private schedule(document: TextDocument, watched: Watched): void {
    clearTimeout(watched.timer);
    watched.timer = setTimeout(() => {
      void this.check(document, watched);
    }, pause);
  }

  private forget(document: TextDocument): void {
    clearTimeout(this.watched.get(document)?.timer);
    this.watched.delete(document);
    this.collection.delete(document.uri);
  }

  /** Checks a document with the events that are known now. What comes too late for its text is thrown away. */
  private async check(document: TextDocument, watched: Watched): Promise<void> {
    clearTimeout(watched.timer);
    const { version } = document;
    const isWanted = (): boolean => document.version === version && this.watched.get(document) === watched;
    const checked = await this.finder.check(document, documentPath(document.uri), isWanted);
    if (checked === undefined || !isWanted()) {
      return;
    }
    this.report(document, watched, checked.findings);
    if (checked.holdsKeys) {
      this.catalog.wake();
    }
  }

  private report(document: TextDocument, watched: Watched, findings: readonly Finding[]): void {
    if (findings.length > 0 || watched.findings.length > 0) {
      const wanted = this.settings.severity ?? DiagnosticSeverity.Hint;
      this.collection.set(
        document.uri,
        findings.map((finding) => diagnosticOf(document, finding, wanted)),
      );
    }
    watched.findings = findings;
    watched.version = document.version;
  }
}

/** What can't be written is none of the user's doing: the other side of a diff, a file of a read-only file system. */
function canBeMended({ uri: { scheme } }: TextDocument): boolean {
  return scheme !== 'git' && workspace.fs.isWritableFileSystem(scheme) !== false;
}

function diagnosticOf(document: TextDocument, finding: Finding, wanted: DiagnosticSeverity): Diagnostic {
  const most = mostSevere(finding);
  // The larger number is the milder severity.
  const severity = wanted > most ? wanted : most;
  const diagnostic = new Diagnostic(rangeOf(document, finding), findingText(finding), severity);
  diagnostic.source = source;
  diagnostic.code = {
    value: finding.kind,
    target: Uri.parse(finding.kind === 'connectEnds' ? forgeForConnectUrl : referenceUrl),
  };
  if (finding.kind === 'duplicate') {
    diagnostic.tags = [DiagnosticTag.Unnecessary];
  } else if (finding.kind === 'removed') {
    diagnostic.tags = [DiagnosticTag.Deprecated];
  }
  return diagnostic;
}

/** How severe a finding can be, whatever the user has set. */
function mostSevere(finding: Finding): DiagnosticSeverity {
  switch (finding.kind) {
    case 'wrongHeader':
      return DiagnosticSeverity.Error;
    case 'unknown':
      // The bundled list may be older than the key; what people are known to write instead is wrong by any list.
      return finding.origin.kind === 'bundled' && !finding.isKnownMistake
        ? DiagnosticSeverity.Information
        : DiagnosticSeverity.Error;
    case 'otherDialect':
      // A Forge name may stand among webhooks' keys on purpose; no app can be deployed with one of those.
      return finding.dialect === 'webhook' ? DiagnosticSeverity.Error : DiagnosticSeverity.Information;
    case 'duplicate':
    case 'removed':
    case 'connectEnds':
      return DiagnosticSeverity.Hint;
    default:
      return DiagnosticSeverity.Information;
  }
}
