import {
  Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  Disposable,
  languages,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  Uri,
  workspace,
} from 'vscode';
import type { EventCatalog } from '../../catalog/eventCatalog';
import { referenceUrl } from '../../presentation/referenceUrl';
import type { LanguageSettings } from '../languageSettings';
import { lineSource, tokenRange } from '../lineSource';
import { KeyScan, type LineChange } from '../scan';
import { type Finding, KeyLookup } from './findings';
import { findingText } from './findingText';

const source = 'bitbucket-webhooks';
/** After the last keystroke, before a document is checked. Milliseconds. */
const pause = 300;

/** A document in a language that is checked, from when it is opened until it is closed. */
interface Watched {
  readonly scan: KeyScan;
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** The version that was checked last. */
  version?: number;
  findings: readonly Finding[];
}

/** Checks the event keys of open documents, a moment after they have changed. */
export class KeyDiagnostics implements Disposable {
  private readonly collection = languages.createDiagnosticCollection(source);
  private readonly watched = new Map<TextDocument, Watched>();
  /** Of the events that are known now; made when a document is checked. */
  private lookup: KeyLookup | undefined;
  private readonly disposable: Disposable;

  constructor(
    private readonly catalog: EventCatalog,
    private readonly settings: LanguageSettings,
  ) {
    this.disposable = Disposable.from(
      this.collection,
      // A document whose language changes is closed and opened.
      workspace.onDidOpenTextDocument((document) => {
        this.watch([document]);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.noteChanges(document, contentChanges);
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
      }),
      settings.onDidChange(() => {
        this.watchAll();
      }),
      Disposable.from(
        catalog.onDidChange(() => {
          this.lookup = undefined;
          for (const [document, watched] of this.watched) {
            // The others are checked soon.
            if (watched.version !== undefined) {
              this.report(document, watched);
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
    this.disposable.dispose();
  }

  /** What was found in this version of a document; checks it now if that hasn't been done. */
  findingsIn(document: TextDocument): readonly Finding[] {
    const watched = this.watched.get(document);
    if (watched && watched.version !== document.version) {
      this.check(document, watched);
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
      if (languageIds.includes(document.languageId)) {
        const watched = { scan: new KeyScan(document.languageId, document.uri.path), findings: [] };
        this.watched.set(document, watched);
        this.schedule(document, watched);
      }
    }
  }

  /** On the keystroke path: only notes what has changed, to read it later. */
  private noteChanges(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    const watched = this.watched.get(document);
    // Without changes, the document was only saved.
    if (watched && changes.length > 0) {
      for (const change of changes) {
        watched.scan.change(lineChange(change));
      }
      this.schedule(document, watched);
    }
  }

  private schedule(document: TextDocument, watched: Watched): void {
    clearTimeout(watched.timer);
    watched.timer = setTimeout(() => {
      this.check(document, watched);
    }, pause);
  }

  private forget(document: TextDocument): void {
    clearTimeout(this.watched.get(document)?.timer);
    this.watched.delete(document);
    this.collection.delete(document.uri);
  }

  private check(document: TextDocument, watched: Watched): void {
    clearTimeout(watched.timer);
    this.report(document, watched);
    if (watched.scan.holdsKeys) {
      this.catalog.wake();
    }
  }

  /** Reads what has changed in a document, and looks its keys up in the events that are known now. */
  private report(document: TextDocument, watched: Watched): void {
    const lookup = (this.lookup ??= new KeyLookup(this.catalog.listKnownEvents()));
    const findings = lookup.findingsIn(watched.scan.read(lineSource(document), lookup.judge));
    if (findings.length > 0 || watched.findings.length > 0) {
      const wanted = this.settings.severity ?? DiagnosticSeverity.Hint;
      this.collection.set(
        document.uri,
        findings.map((finding) => diagnosticOf(finding, wanted)),
      );
    }
    watched.findings = findings;
    watched.version = document.version;
  }
}

function diagnosticOf(finding: Finding, wanted: DiagnosticSeverity): Diagnostic {
  const most = mostSevere(finding);
  // The larger number is the milder severity.
  const severity = wanted > most ? wanted : most;
  const diagnostic = new Diagnostic(tokenRange(finding.token), findingText(finding), severity);
  diagnostic.source = source;
  diagnostic.code = { value: finding.kind, target: Uri.parse(referenceUrl) };
  if (finding.kind === 'duplicate') {
    diagnostic.tags = [DiagnosticTag.Unnecessary];
  }
  return diagnostic;
}

function lineChange({ range, text }: TextDocumentContentChangeEvent): LineChange {
  return { first: range.start.line, last: range.end.line, count: text.split(/\r\n|\r|\n/).length };
}

/** How severe a finding can be, whatever the user has set. */
function mostSevere(finding: Finding): DiagnosticSeverity {
  switch (finding.kind) {
    case 'unknown':
      // The bundled list may be older than the key.
      return finding.origin.kind === 'bundled' ? DiagnosticSeverity.Information : DiagnosticSeverity.Error;
    case 'duplicate':
      return DiagnosticSeverity.Hint;
    default:
      return DiagnosticSeverity.Information;
  }
}
