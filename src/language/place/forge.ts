import { forgePrefix } from '../../events/forge';
import type { Step } from './step';

/** Whether this is a trigger in a Forge app's manifest, or something of one. */
export function isOfForge(context: readonly Step[]): boolean {
  const trigger = context.findIndex(({ name }) => name.text === 'trigger');
  return trigger !== -1 && nextName(context.slice(trigger + 1)) === 'modules';
}

/** Whether events stand here: `modules.trigger[].events`. */
export function holdsForgeEvents(context: readonly Step[]): boolean {
  return context[0]?.kind !== 'key' && nextName(context) === 'events' && isOfForge(context);
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

/** The name that is nearest outwards. */
function nextName(context: readonly Step[]): string | undefined {
  return context.find(({ name }) => name.text !== '')?.name.text;
}
