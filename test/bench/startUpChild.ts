// Loads one module in this fresh process, as VS Code loads an extension, and prints what that took as JSON:
// `startUpChild.mjs FILE`.
import Module, { createRequire } from 'node:module';
import * as stub from '../support/vscodeStub';

export interface StartUp {
  /** Milliseconds. */
  readonly load: number;
  readonly activate: number;
  /** From the first keystroke to its list, nothing being compiled or warm; of ours only. */
  readonly firstCompletion: number | undefined;
  /** Megabytes. */
  readonly heap: number;
}

interface Extension {
  activate?(context: unknown): unknown;
}

interface Provider {
  provideCompletionItems(...args: readonly unknown[]): unknown;
}

type Loader = (request: string, ...rest: readonly unknown[]) => unknown;

/** The parts of Node.js that VS Code's extension host has loaded. */
const loadedByHost = ['node:http', 'node:https', 'node:net', 'node:worker_threads', 'node:zlib'];

/** Answers to every call with itself: what the stub doesn't have. */
const anything: unknown = new Proxy(
  function () {
    return;
  },
  {
    get: (target, name) =>
      name === 'prototype' ? (target.prototype as unknown) : name === Symbol.iterator ? undefined : anything,
    apply: () => anything,
    construct: () => anything as object,
  },
);

function tolerant(known: object): unknown {
  return new Proxy(known, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      return value === undefined ? anything : typeof value === 'object' && value !== null ? tolerant(value) : value;
    },
  });
}

async function main(file: string): Promise<StartUp> {
  const loader = Module as unknown as { _load: Loader };
  const load = loader._load.bind(Module);
  const vscode = tolerant({ ...stub });
  loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));
  const require = createRequire(file);
  loadedByHost.forEach((name) => require(name) as unknown);
  const state = { get: (_key: string, fallback: unknown) => fallback, update: () => Promise.resolve() };
  const context = { subscriptions: [], globalStorageUri: stub.Uri.parse('/storage'), globalState: state };
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const started = performance.now();
  const extension = require(file) as Extension;
  const loaded = performance.now();
  extension.activate?.(context);
  const activated = performance.now();
  globalThis.gc?.();
  const heap = (process.memoryUsage().heapUsed - heapBefore) / 1e6;
  return { load: loaded - started, activate: activated - loaded, firstCompletion: await firstCompletion(), heap };
}

async function firstCompletion(): Promise<number | undefined> {
  const provider = stub.registered.completion as Provider | undefined;
  const text = 'hooks:\n  - events:\n      - repo:pu';
  const document = {
    languageId: 'yaml',
    uri: stub.Uri.parse('file:///made/hooks.yaml'),
    getText: () => text,
    offsetAt: () => text.length,
    positionAt: () => new stub.Position(2, 15),
  };
  const started = performance.now();
  await provider?.provideCompletionItems(document, new stub.Position(2, 15), {}, {});
  return provider && performance.now() - started;
}

console.log(JSON.stringify(await main(process.argv[2] ?? '')));
