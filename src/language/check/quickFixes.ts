import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  l10n,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { Finder } from '../lazyFinder';
import { rangeOf } from '../rangeOf';
import type { KeyDiagnostics } from './diagnostics';
import type { Finding } from './findings';

/** Mends what `KeyDiagnostics` finds. */
export class KeyQuickFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(
    private readonly diagnostics: KeyDiagnostics,
    private readonly finder: Finder,
  ) {}

  async provideCodeActions(document: TextDocument, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    const findings = await this.diagnostics.findingsIn(document);
    const here = findings.filter((finding) => rangeOf(document, finding).intersection(range));
    const actions: CodeAction[] = [];
    for (const finding of here) {
      const diagnostics = diagnosticsOf(document, finding, context);
      const fixes =
        finding.kind === 'duplicate' ? await this.removals(document, finding) : replacements(document, finding);
      actions.push(...fixes.map((fix) => Object.assign(fix, { diagnostics })));
    }
    const mendable = findings.filter((finding) => isMendable(finding));
    if (here.some((finding) => mendable.includes(finding)) && mendable.length > 1) {
      actions.push(fixAll(document, mendable));
    }
    return actions;
  }

  private async removals(document: TextDocument, finding: Finding): Promise<CodeAction[]> {
    const spans = await this.finder.removal(document, finding);
    const action = quickFix(l10n.t('Remove the duplicate “{0}”', finding.text), (edit) => {
      for (const span of spans) {
        edit.delete(document.uri, rangeOf(document, span));
      }
    });
    return [Object.assign(action, { isPreferred: true })];
  }
}

/** The keys that may stand in place of a finding's, the best first. */
function replacementsOf(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'unknown':
      return finding.candidates;
    case 'dataCenter':
      return finding.cloudKey === undefined ? [] : [finding.cloudKey];
    default:
      return [];
  }
}

function replacements(document: TextDocument, finding: Finding): CodeAction[] {
  const keys = replacementsOf(finding);
  return keys.map((key) => {
    const action = quickFix(l10n.t('Replace with “{0}”', key), (edit) => {
      edit.replace(document.uri, rangeOf(document, finding), key);
    });
    // A Data Center key may be meant as one; of two right keys the user knows which.
    return Object.assign(action, { isPreferred: isMendable(finding) });
  });
}

/** Whether there is one right key. */
function isMendable(finding: Finding): boolean {
  return (
    finding.kind === 'unknown' &&
    (finding.candidates.length === 1 || (finding.candidates.length > 1 && !finding.isKnownMistake))
  );
}

function fixAll(document: TextDocument, findings: readonly Finding[]): CodeAction {
  return quickFix(l10n.t('Replace all {0} wrong event keys in this file', findings.length), (edit) => {
    for (const finding of findings) {
      const [best] = replacementsOf(finding);
      if (best !== undefined) {
        edit.replace(document.uri, rangeOf(document, finding), best);
      }
    }
  });
}

function quickFix(title: string, fill: (edit: WorkspaceEdit) => void): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  fill(action.edit);
  return action;
}

function diagnosticsOf(document: TextDocument, finding: Finding, { diagnostics }: CodeActionContext): Diagnostic[] {
  return diagnostics.filter(({ range }) => range.isEqual(rangeOf(document, finding)));
}
