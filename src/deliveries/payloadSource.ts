import type { Uri } from 'vscode';

/** One body that an event may have, for people to choose by its title. */
export interface Sample {
  readonly title: string;
  readonly read: () => Promise<string>;
}

/** Where bodies come from. */
export interface PayloadSource {
  /** The samples of an event, the usual one first; none where nobody knows its body. */
  readonly samples: (eventKey: string) => Promise<readonly Sample[]>;
  /** The event whose body a document holds, by its address; `undefined` where that doesn't say. */
  readonly eventKeyOf: (uri: Uri) => string | undefined;
}
