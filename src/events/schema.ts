/** The part of JSON Schema (draft-07) that the schemas of payloads are made of. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly (string | null)[];
  readonly examples?: readonly string[];
  readonly format?: 'date-time';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  /** Left out nearly everywhere: Bitbucket adds names now and then, and whoever is sent them must not break. */
  readonly additionalProperties?: boolean;
}
