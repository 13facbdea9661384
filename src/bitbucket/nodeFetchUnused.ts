/**
 * Stands in, in the Node.js build, for what node-fetch brings along and the client never uses (see esbuild.js): forms
 * and files, with packages for a Node.js older than its own `Blob`, `File` and `FormData`; `data:` addresses; and
 * referrers. Not even the platform's `FormData` is mentioned: that alone would load its whole fetch, which takes longer
 * than all of ours. Both fetch-blob and data-uri-to-buffer are asked for by the name `default`.
 */
export const DEFAULT_REFERRER_POLICY = '';
export const validateReferrerPolicy = (policy: string): string => policy;

/** A function that can stand for a class, so that nothing is an instance of it. */
function unsupported(): never {
  throw new Error('Not in this build of node-fetch: see esbuild.js');
}

export {
  unsupported as Blob,
  unsupported as blobFrom,
  unsupported as blobFromSync,
  unsupported as default,
  unsupported as determineRequestsReferrer,
  unsupported as File,
  unsupported as fileFrom,
  unsupported as fileFromSync,
  unsupported as FormData,
  unsupported as formDataToBlob,
  unsupported as parseReferrerPolicyFromHeader,
};
