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
import { keysAt } from '../insert/insertKeys';
import type { KeyDiagnostics } from './diagnostics';
import type { Finding } from './finding';

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
      const fixes = [
        ...replacements(document, finding),
        ...(await this.expansions(document, finding)),
        ...(await this.removals(document, finding)),
      ];
      actions.push(...fixes.map((fix) => Object.assign(fix, { diagnostics })));
    }
    const mendable = findings.filter(isMendable);
    if (here.some((finding) => mendable.includes(finding)) && mendable.length > 1) {
      const left = findings.filter((finding) => finding.kind === 'unknown' && !mendable.includes(finding)).length;
      actions.push(await this.fixAll(document, mendable, left));
    }
    return actions;
  }

  /** One edit for all that has one right key; what would stand twice in its list then goes. */
  private async fixAll(document: TextDocument, findings: readonly Finding[], left: number): Promise<CodeAction> {
    const title =
      left === 0
        ? l10n.t('Replace all {0} wrong event keys in this file', findings.length)
        : l10n.t('Replace {0} wrong event keys in this file ({1} left to you)', findings.length, left);
    const action = quickFix(title, () => undefined);
    const written = new Map<string, Set<string>>();
    for (const finding of findings) {
      const key = rightKeyFor(finding) ?? '';
      const beside = besideOf(finding);
      // Lists are told apart by what they hold: the same texts, whichever of them is mended.
      const list = [...beside, finding.text].sort().join();
      const before = written.get(list) ?? new Set(beside);
      written.set(list, before);
      if (!before.has(key)) {
        action.edit?.replace(document.uri, rangeOf(document, finding), key);
      } else if ('isListed' in finding && finding.isListed) {
        await this.remove(document, finding, action);
      }
      before.add(key);
    }
    return action;
  }

  /** All events that a wildcard was meant for, in its place. */
  private async expansions(document: TextDocument, finding: Finding): Promise<CodeAction[]> {
    if (finding.kind !== 'wildcard' || finding.keys.length === 0) {
      return [];
    }
    const { family, keys } = finding;
    const { range, text } = await keysAt(this.finder, document, finding, keys);
    const title = l10n.t('Replace with every event of “{0}”', family);
    return [
      quickFix(title, (edit) => {
        edit.replace(document.uri, range, text);
      }),
    ];
  }

  /** Of what stands twice, or would if it was replaced. */
  private async removals(document: TextDocument, finding: Finding): Promise<CodeAction[]> {
    const title = removalTitle(finding);
    if (title === undefined) {
      return [];
    }
    const action = quickFix(title, () => undefined);
    await this.remove(document, finding, action);
    return [Object.assign(action, { isPreferred: finding.kind !== 'wildcard' })];
  }

  private async remove(document: TextDocument, finding: Finding, { edit }: CodeAction): Promise<void> {
    for (const span of await this.finder.removal(document, finding)) {
      edit?.delete(document.uri, rangeOf(document, span));
    }
  }
}

function removalTitle(finding: Finding): string | undefined {
  if (finding.kind === 'duplicate') {
    return l10n.t('Remove the duplicate “{0}”', finding.text);
  }
  if (finding.kind === 'wildcard' || (finding.kind === 'removed' && finding.isListed)) {
    return l10n.t('Remove “{0}”', finding.text);
  }
  const key = rightKeyFor(finding);
  return key !== undefined && 'beside' in finding && finding.isListed && finding.beside.includes(key)
    ? l10n.t('Remove “{0}”: “{1}” is in this list already', finding.text, key)
    : undefined;
}

/** The keys that may stand in place of a finding's, the best first. */
function replacementsOf(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'unknown':
      return finding.candidates;
    case 'dataCenter':
      return finding.cloudKey === undefined ? [] : [finding.cloudKey];
    case 'otherDialect':
      return finding.names;
    case 'wrongHeader':
      return [finding.header];
    default:
      return [];
  }
}

function replacements(document: TextDocument, finding: Finding): CodeAction[] {
  const beside = besideOf(finding);
  const keys = replacementsOf(finding).filter((key) => !beside.includes(key));
  return keys.map((key) => {
    const action = quickFix(l10n.t('Replace with “{0}”', key), (edit) => {
      edit.replace(document.uri, rangeOf(document, finding), key);
    });
    // A Data Center key may be meant as one; of two right keys the user knows which.
    return Object.assign(action, { isPreferred: finding.kind !== 'dataCenter' && rightKeyFor(finding) === key });
  });
}

/** The key that is right in place of a finding's; `undefined` where none is, or where what is written may mean several. */
function rightKeyFor(finding: Finding): string | undefined {
  const keys = replacementsOf(finding);
  const isOneOfSeveral = finding.kind === 'otherDialect' || (finding.kind === 'unknown' && finding.isKnownMistake);
  const isAmbiguous = isOneOfSeveral && keys.length > 1;
  return isAmbiguous ? undefined : keys[0];
}

/** Whether one edit of many can mend it: by the right key, or by removing it where that stands beside it in a list. */
function isMendable(finding: Finding): boolean {
  const key = rightKeyFor(finding);
  return key !== undefined && 'beside' in finding && (finding.isListed || !finding.beside.includes(key));
}

/** The other keys of a finding's list. */
function besideOf(finding: Finding): readonly string[] {
  return 'beside' in finding ? finding.beside : [];
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
