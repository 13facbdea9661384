import { DiagnosticSeverity, type Disposable, EventEmitter, workspace } from 'vscode';

const section = 'bitbucketWebhooks';

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
    const configuration = workspace.getConfiguration(section);
    const set = configuration.get<unknown>('completion.languages');
    const byDefault = configuration.inspect<unknown>('completion.languages')?.defaultValue;
    return Object.entries({ ...switchesOf(byDefault), ...switchesOf(set) }).flatMap(([id, isOn]) => (isOn ? [id] : []));
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

/** Which languages are on or off; a list, as earlier versions had it, has those that are on. */
function switchesOf(set: unknown): Readonly<Record<string, boolean>> {
  const switches: Record<string, boolean> = {};
  const pairs: [unknown, unknown][] = Array.isArray(set)
    ? set.map((id: unknown): [unknown, unknown] => [id, true])
    : Object.entries(typeof set === 'object' && set !== null ? set : {});
  for (const [id, isOn] of pairs) {
    if (typeof id === 'string' && typeof isOn === 'boolean') {
      switches[id] = isOn;
    }
  }
  return switches;
}
