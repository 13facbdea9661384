/** Whether the tests run in the web worker extension host, and not in the one in Node.js. */
export const isWeb = 'importScripts' in globalThis;
