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
import { tokenRange } from '../lineSource';
import type { KeyDiagnostics } from './diagnostics';
import type { Finding } from './findings';
import { removalRanges } from './removal';

/** Mends what `KeyDiagnostics` finds. */
export class KeyQuickFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(private readonly diagnostics: KeyDiagnostics) {}

  provideCodeActions(document: TextDocument, range: Range, context: CodeActionContext): CodeAction[] {
    const findings = this.diagnostics.findingsIn(document);
    const here = findings.filter(({ token }) => tokenRange(token).intersection(range));
    const actions = here.flatMap((finding) => fixesOf(document, finding, diagnosticOf(finding, context)));
    const mendable = findings.filter((finding) => replacementsOf(finding).length > 0 && finding.kind === 'unknown');
    if (here.some((finding) => mendable.includes(finding)) && mendable.length > 1) {
      actions.push(fixAll(document, mendable));
    }
    return actions;
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

function fixesOf(document: TextDocument, finding: Finding, diagnostics: Diagnostic[]): CodeAction[] {
  if (finding.kind === 'duplicate') {
    const action = quickFix(l10n.t('Remove the duplicate “{0}”', finding.token.text), (edit) => {
      for (const range of removalRanges(document, finding.token)) {
        edit.delete(document.uri, range);
      }
    });
    return [Object.assign(action, { diagnostics, isPreferred: true })];
  }
  return replacementsOf(finding).map((key, index) => {
    const action = quickFix(l10n.t('Replace with “{0}”', key), (edit) => {
      edit.replace(document.uri, tokenRange(finding.token), key);
    });
    // A Data Center key may be meant as one.
    return Object.assign(action, { diagnostics, isPreferred: index === 0 && finding.kind === 'unknown' });
  });
}

function fixAll(document: TextDocument, findings: readonly Finding[]): CodeAction {
  return quickFix(l10n.t('Replace all {0} wrong event keys in this file', findings.length), (edit) => {
    for (const finding of findings) {
      const [best] = replacementsOf(finding);
      if (best !== undefined) {
        edit.replace(document.uri, tokenRange(finding.token), best);
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

function diagnosticOf(finding: Finding, { diagnostics }: CodeActionContext): Diagnostic[] {
  return diagnostics.filter(({ range }) => range.isEqual(tokenRange(finding.token)));
}
