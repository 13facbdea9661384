import { Ajv, type ValidateFunction } from 'ajv';
import { payloadSchema } from '../../../src/payloads/build/payloadSchema';

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true, formats: { 'date-time': dateTime } });
const validators = new Map<string, ValidateFunction>();

/** Whether a body is right for an event; a foreign judge of our schemas. */
export function validatorOf(key: string): ValidateFunction {
  const validator = validators.get(key) ?? ajv.compile(payloadSchema(key));
  validators.set(key, validator);
  return validator;
}

/** Where a schema finds something wrong in a body, once each: the innermost paths, and not what holds them. */
export function faultsIn(schema: unknown, body: unknown): string[] {
  const validate = ajv.compile(schema as object);
  validate(body);
  const paths = [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
}
