/** Whether a rejection says that a load was aborted or overtaken, and so nothing is wrong. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
