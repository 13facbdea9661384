/**
 * Stands in, in the Node.js build, for what node-fetch brings along and the client never uses (see esbuild.js): forms
 * and files, with packages for a Node.js older than its own `Blob`, `File` and `FormData`; `data:` addresses; and
 * referrers.
 */
export const { Blob, File, FormData } = globalThis;
/** What fetch-blob and data-uri-to-buffer export; both are asked for by the name `default`. */
export default Blob;

export const DEFAULT_REFERRER_POLICY = '';
export const validateReferrerPolicy = (policy: string): string => policy;

function unsupported(): never {
  throw new Error(
    'This build of node-fetch has no forms, no files, no data: addresses and no referrers, and follows no redirects.',
  );
}

export {
  unsupported as blobFrom,
  unsupported as blobFromSync,
  unsupported as determineRequestsReferrer,
  unsupported as fileFrom,
  unsupported as fileFromSync,
  unsupported as formDataToBlob,
  unsupported as parseReferrerPolicyFromHeader,
  unsupported as toFormData,
};
