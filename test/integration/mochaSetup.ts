// Mocha's build for browsers runs in the web worker extension host as well as in the one in Node.js.
import 'mocha/mocha.js';

/** Our own instance: the build's ready-made one reads the address of a page that isn't there. */
export const runner = new Mocha({
  reporter: 'spec',
  // Against hanging only, since a slow machine is no fault: tests wait for states.
  timeout: 240_000,
  color: false,
  forbidOnly: true,
});
// Defines describe, it and the rest for the files that are imported after this one.
runner.suite.emit('pre-require', globalThis as never, '', runner);
