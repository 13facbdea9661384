/**
 * Stands in for node-fetch's parser of forms (see nodeFetchUnused.ts). By itself, since node-fetch imports that when it is
 * used: what is imported so is kept whole in the bundle, with all its names.
 */
export function toFormData(): never {
  throw new Error('Not in this build of node-fetch: see esbuild.js');
}
