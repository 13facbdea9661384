import { type Disposable, languages } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { EventKeyCompletion, triggerCharacters } from './completion';

const languageIds = ['yaml', 'json', 'jsonc', 'typescript', 'typescriptreact', 'javascript', 'javascriptreact'];

/** What the editor shows of event keys, in files of any scheme. */
export function registerLanguageFeatures(catalog: EventCatalog): Disposable {
  return languages.registerCompletionItemProvider(languageIds, new EventKeyCompletion(catalog), ...triggerCharacters);
}
