/** Of a file system that only exists in memory, in tests. */
export const virtualScheme = 'bwe-memory';
