/** Stands in for node-fetch's parser of forms, which it imports when it is used: never (see nodeFetchUnused.ts). */
export function toFormData(): never {
  throw new Error('Not in this build of node-fetch: see esbuild.js');
}
