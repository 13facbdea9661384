import type { Certainty } from './certainty';

/** `dist/payloads/index.json`: what there is, without the bodies. */
export interface PayloadIndex {
  readonly version: 1;
  /** By event key. */
  readonly events: Readonly<Record<string, PayloadEntry>>;
}

export interface PayloadEntry {
  readonly certainty: Certainty;
  /** The year of the newest recorded body. */
  readonly newest?: number;
  /** The name of the file with the schema. */
  readonly schema: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The first is the default; none where nobody has published a body. */
  readonly variants: readonly PayloadVariant[];
}

export interface PayloadVariant {
  readonly id: string;
  /** In English. */
  readonly title: string;
  /** The name of the file with the body alone. */
  readonly file: string;
  readonly certainty: Certainty;
  readonly newest?: number;
}
