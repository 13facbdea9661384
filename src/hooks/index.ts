import { Disposable, languages } from 'vscode';
import type { OwnDocuments } from '../presentation/ownDocuments';
import { sampleScheme } from '../presentation/sampleLinks';
import { registerCompare } from './compareCommand';
import { ComparisonDocuments } from './comparisonDocuments';
import type { WorkspaceComparison } from './workspaceComparison';

/** What code does with events, compared with what hooks are told to send. */
export function registerHooks(comparison: WorkspaceComparison, ownDocuments: OwnDocuments): Disposable {
  const documents = new ComparisonDocuments(comparison);
  const selector = { scheme: sampleScheme, pattern: '/comparison/*' };
  return Disposable.from(
    documents,
    ownDocuments.add(['comparison'], documents),
    languages.registerDocumentLinkProvider(selector, documents),
    languages.registerCodeLensProvider(selector, documents),
    registerCompare(documents),
  );
}
