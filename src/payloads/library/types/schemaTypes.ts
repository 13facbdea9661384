import type { BodySchema } from './declareTypes';
import { goTypes } from './goTypes';
import { pythonTypes } from './pythonTypes';
import type { TypeLanguage } from './typeLanguage';

type MakeTypes = (schemas: readonly BodySchema[]) => string;

/** The languages whose types are made of the schemas when somebody asks; those in TypeScript are built with them. */
export const schemaTypes: Readonly<Record<Exclude<TypeLanguage, 'TypeScript'>, MakeTypes>> = {
  Python: pythonTypes,
  Go: goTypes,
};
