import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** VS Code settings by their full names. */
export type Settings = Readonly<Record<string, unknown>>;

/** What keeps VS Code quiet and alike on all machines. Whoever starts it can override each of them. */
export const quietSettings: Settings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'typescript.disableAutomaticTypeAcquisition': true,
  // One that knows everything, and none beside it that is ready sooner.
  'typescript.tsserver.useSyntaxServer': 'never',
};

/** Writes a user's settings where VS Code looks for them below its `--user-data-dir`. */
export function writeUserSettings(userDataFolder: string, settings: Settings): void {
  writeSettings(join(userDataFolder, 'User'), settings);
}

/**
 * Writes the settings of one machine as a VS Code server reads them. A server takes settings of machine scope from
 * there only, where a desktop VS Code takes them from the user's.
 */
export function writeMachineSettings(userDataFolder: string, settings: Settings): void {
  writeSettings(join(userDataFolder, 'Machine'), settings);
}

function writeSettings(folder: string, settings: Settings): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), `${JSON.stringify(settings, undefined, 2)}\n`);
}

/** What `writeUserSettings` wrote; none where nothing was. */
export function readUserSettings(userDataFolder: string): Settings {
  const file = join(userDataFolder, 'User', 'settings.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Settings) : {};
}
