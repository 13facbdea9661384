/**
 * A controller that aborts when the signal does, or by itself. Unlike a signal of `AbortSignal.any` it holds on to
 * nothing weakly: with that and `AbortSignal.timeout`, Node.js 20 may collect the timeout as garbage before it comes.
 * Abort it at the end, to let go of the signal.
 */
export function linkedController(signal: AbortSignal): AbortController {
  const controller = new AbortController();
  const abort = () => {
    controller.abort(signal.reason);
  };
  if (signal.aborted) {
    abort();
  } else {
    signal.addEventListener('abort', abort, { once: true, signal: controller.signal });
  }
  return controller;
}
