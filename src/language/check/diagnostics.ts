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
import { referenceUrl } from '../../presentation/referenceUrl';
import type { LanguageSettings } from '../languageSettings';
import { lineSource, tokenRange } from '../lineSource';
import { type Found, scanDocument, speaksOfBitbucket } from '../scan';
import { type Finding, findingsIn } from './findings';
import { findingText } from './findingText';

const source = 'bitbucket-webhooks';
/** After the last keystroke, before a document is checked. Milliseconds. */
const pause = 300;

interface Checked {
  readonly version: number;
  /** What stands where keys can stand; nothing in a document that doesn't speak of Bitbucket. */
  readonly found: readonly Found[];
  findings: readonly Finding[];
}

/** Checks the event keys of open documents, a moment after they have changed. */
export class KeyDiagnostics implements Disposable {
  private readonly collection = languages.createDiagnosticCollection(source);
  private readonly checked = new Map<TextDocument, Checked>();
  private readonly timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  private readonly disposable: Disposable;

  constructor(
    private readonly catalog: EventCatalog,
    private readonly settings: LanguageSettings,
  ) {
    this.disposable = Disposable.from(
      this.collection,
      workspace.onDidOpenTextDocument((document) => {
        this.schedule(document);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        this.schedule(document);
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
      }),
      settings.onDidChange(() => {
        this.checkAll();
      }),
      Disposable.from(
        catalog.onDidChange(() => {
          this.report();
        }),
      ),
    );
    this.checkAll();
  }

  dispose(): void {
    for (const timer of this.timers.values()) {
      clearTimeout(timer);
    }
    this.disposable.dispose();
  }

  /** What was found in this version of a document; checks it now if that hasn't been done. */
  findingsIn(document: TextDocument): readonly Finding[] {
    if (this.checked.get(document)?.version !== document.version) {
      this.check(document);
    }
    return this.checked.get(document)?.findings ?? [];
  }

  private checkAll(): void {
    for (const document of workspace.textDocuments) {
      this.forget(document);
      this.schedule(document);
    }
  }

  private schedule(document: TextDocument): void {
    if (!this.settings.languageIds.includes(document.languageId)) {
      return;
    }
    clearTimeout(this.timers.get(document));
    this.timers.set(
      document,
      setTimeout(() => {
        this.timers.delete(document);
        this.check(document);
      }, pause),
    );
  }

  private forget(document: TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
    this.checked.delete(document);
    this.collection.delete(document.uri);
  }

  private check(document: TextDocument): void {
    const lines = lineSource(document);
    const isWanted = this.settings.severity !== undefined && speaksOfBitbucket(lines, document.uri.path);
    const found = isWanted
      ? scanDocument(document.languageId, lines).filter(({ place }) => place.strength === 'strong')
      : [];
    if (found.length > 0) {
      this.catalog.wake();
    }
    this.checked.set(document, { version: document.version, found, findings: [] });
    this.report(document);
  }

  /** Looks up again what was found, in one document or, since the catalogue has changed, in all. */
  private report(only?: TextDocument): void {
    const events = this.catalog.listKnownEvents();
    for (const [document, checked] of this.checked) {
      if (!only || only === document) {
        checked.findings = findingsIn(checked.found, events);
        this.collection.set(
          document.uri,
          checked.findings.map((finding) => this.diagnostic(finding)),
        );
      }
    }
  }

  private diagnostic(finding: Finding): Diagnostic {
    const wanted = this.settings.severity ?? DiagnosticSeverity.Hint;
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
