import { DiagnosticSeverity, type Disposable, EventEmitter, workspace } from 'vscode';

const section = 'bitbucketWebhooks';
const builtInLanguageIds = ['yaml', 'json', 'jsonc', 'typescript', 'typescriptreact', 'javascript', 'javascriptreact'];

const severities: Readonly<Record<string, DiagnosticSeverity>> = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};

/** The settings of the language features, as they stand. */
export class LanguageSettings implements Disposable {
  private readonly changes = new EventEmitter<void>();
  private readonly subscription = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${section}.completion`) || change.affectsConfiguration(`${section}.diagnostics`)) {
      this.changes.fire();
    }
  });

  readonly onDidChange = this.changes.event;

  /** The languages in which keys are offered and checked. */
  get languageIds(): readonly string[] {
    const added = workspace.getConfiguration(section).get<unknown>('completion.languages');
    const ids = Array.isArray(added) ? added.filter((id) => typeof id === 'string' && id !== '') : [];
    return [...new Set([...builtInLanguageIds, ...(ids as string[])])];
  }

  /** Of a wrong key; `undefined`: nothing is checked. */
  get severity(): DiagnosticSeverity | undefined {
    return severities[workspace.getConfiguration(section).get('diagnostics.severity', 'warning')];
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }
}
