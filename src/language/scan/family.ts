import type { LanguageFamily } from './types';

const families = new Map<string, LanguageFamily>([
  ['yaml', 'yaml'],
  ['dockercompose', 'yaml'],
  ['helm', 'yaml'],
  ['json', 'json'],
  ['jsonc', 'json'],
  ['typescript', 'script'],
  ['typescriptreact', 'jsx'],
  ['javascript', 'jsx'],
  ['javascriptreact', 'jsx'],
]);

/** How a VS Code language is read. Languages that aren't known by name keep their keys in string literals. */
export function familyOf(languageId: string): LanguageFamily {
  return families.get(languageId) ?? 'literals';
}
