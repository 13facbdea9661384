import { Disposable, languages } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { KeyDiagnostics } from './check/diagnostics';
import { KeyQuickFixes } from './check/quickFixes';
import { EventKeyCompletion, triggerCharacters } from './completion';
import type { Finder } from './lazyFinder';
import { EventKeyHover } from './hover';
import { eventKeysMime, EventKeysDrop } from './insert/drop';
import { LanguageSettings } from './languageSettings';

/** What the editor shows of event keys, in files of any scheme. */
export function registerLanguageFeatures(catalog: EventCatalog, finder: Finder): Disposable {
  const settings = new LanguageSettings();
  const diagnostics = new KeyDiagnostics(catalog, finder, settings);

  const registerProviders = () => {
    // The ids alone, with no scheme: so that files of any kind have them, and other providers' lists stay beside ours.
    const selector = settings.languageIds;
    return Disposable.from(
      languages.registerCompletionItemProvider(selector, new EventKeyCompletion(catalog, finder), ...triggerCharacters),
      languages.registerHoverProvider(selector, new EventKeyHover(catalog, finder)),
      languages.registerCodeActionsProvider(selector, new KeyQuickFixes(diagnostics, finder), {
        providedCodeActionKinds: KeyQuickFixes.kinds,
      }),
    );
  };
  let providers = registerProviders();
  return Disposable.from(
    settings,
    diagnostics,
    // A drag can end in any file.
    languages.registerDocumentDropEditProvider({ pattern: '**' }, new EventKeysDrop(finder), {
      dropMimeTypes: [eventKeysMime],
    }),
    settings.onDidChange(() => {
      providers.dispose();
      providers = registerProviders();
    }),
    {
      dispose: () => {
        providers.dispose();
      },
    },
  );
}
