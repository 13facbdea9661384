import type { Certainty } from '../../events/event';
import type { Header } from '../../events/headers';

/** `dist/payloads/index.json`: what there is, without the bodies. */
export interface PayloadIndex {
  readonly version: 1;
  /** By event key. */
  readonly events: Readonly<Record<string, PayloadEntry>>;
}

export interface PayloadEntry extends Certainty {
  /** The name of the file with the schema. */
  readonly schema: string;
  readonly headers: readonly Header[];
  /** The first is the default; none where nobody has published a body. */
  readonly variants: readonly PayloadVariant[];
}

export interface PayloadVariant extends Certainty {
  readonly id: string;
  /** In English. */
  readonly title: string;
  /** The name of the file with the body alone. */
  readonly file: string;
}
