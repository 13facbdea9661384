/** What a value is, apart from whether it may be null or missing. */
export type ValueType =
  | { readonly kind: 'string'; readonly values?: readonly string[] }
  /** `object`: with whatever names. */
  | { readonly kind: 'integer' | 'boolean' | 'null' | 'object' }
  | { readonly kind: 'list'; readonly items: ValueType }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'union'; readonly members: readonly string[] };

export interface Field {
  /** As it stands in the JSON. */
  readonly name: string;
  readonly type: ValueType;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
  readonly description: string | undefined;
}

interface Described {
  readonly name: string;
  readonly description: string | undefined;
}

/** An object with known fields, or another name for some other type. */
export type Declaration = Described &
  (
    | { readonly kind: 'record'; readonly fields: readonly Field[] }
    | { readonly kind: 'alias'; readonly type: ValueType }
  );
