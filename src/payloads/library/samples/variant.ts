import type { Sureness } from '../certainty';
import type { JsonObject } from '../json';
import type { variantTitles } from '../titles';

/** One of the things that an event can tell: a sample of its body. */
export interface Variant {
  /** What happened, as in the names of files; `titles.ts` has it in words. */
  readonly id: keyof ReturnType<typeof variantTitles>;
  readonly body: JsonObject;
  /** Where it isn't that of the event. */
  readonly sureness?: Sureness;
}

export const variant = (id: Variant['id'], body: JsonObject, sureness?: Sureness): Variant => ({
  id,
  body,
  ...(sureness && { sureness }),
});
