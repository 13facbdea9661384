/**
 * Stands in, in the Node.js build, for what node-fetch brings along for forms and files: packages for Node.js before it
 * had `Blob`, `File` and `FormData`, and a parser of multipart bodies (see esbuild.js). That is a tenth of the bundle,
 * and the client sends and receives none of it.
 */
export const { Blob, File, FormData } = globalThis;
export default Blob;

function unsupported(): never {
  throw new Error('Forms and files are left out of this build of node-fetch.');
}

export {
  unsupported as blobFrom,
  unsupported as blobFromSync,
  unsupported as fileFrom,
  unsupported as fileFromSync,
  unsupported as formDataToBlob,
  unsupported as toFormData,
};
