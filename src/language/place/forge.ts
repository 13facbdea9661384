import { forgePrefix } from '../../events/forge';
import type { Step } from './step';

/** Whether this is a trigger in a Forge app's manifest, or something of one. */
export function isOfForge(context: readonly Step[]): boolean {
  const names = namesOf(context);
  return names.some((name, index) => name === 'trigger' && names[index + 1] === 'modules');
}

/** Whether events stand here: `modules.trigger[].events`. */
export function holdsForgeEvents(context: readonly Step[]): boolean {
  return namesOf(context).slice(0, 3).join() === 'events,trigger,modules' && context[0]?.kind !== 'key';
}

/**
 * Whether Bitbucket's events are meant among those of an app: beside one of them, and where none of another product is
 * listed in the manifest of an app for Bitbucket.
 */
export function isForgeOfBitbucket(text: string, beside: readonly string[], manifest: string): boolean {
  const names = [text, ...beside];
  return (
    names.some((name) => name.startsWith(forgePrefix)) ||
    (signs.test(manifest) && !names.some((name) => name.startsWith('avi:')))
  );
}

/** A scope such as `read:pullrequest:bitbucket`, a module such as `bitbucket:repoSettingsMenuPage`. */
const signs = /\b[a-z]+:[a-z-]+:bitbucket\b|^\s*["']?bitbucket:[A-Za-z]+["']?\s*:/m;

function namesOf(context: readonly Step[]): string[] {
  return context.map(({ name }) => name.text).filter((name) => name !== '');
}
