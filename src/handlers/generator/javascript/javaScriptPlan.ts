import type { GeneratedFile, HandlerOrder, HandlerPlan } from '../framework';
import { sampleName } from '../sampleName';
import { handlersModule } from './handlers';
import { installCommands, type Packages, runCommand, typescriptPackages } from './manifests';
import { payloadsModule } from './payloads';
import type { JavaScriptProject } from './project';

/** What a framework adds to what all of its language have. */
interface Parts {
  /** Modules by name, without an ending. */
  readonly modules: Readonly<Record<string, string>>;
  readonly test: string;
  /** What a new project has outside of the handler's own folder. */
  readonly around: readonly GeneratedFile[];
  readonly dependencies: Packages;
  /** The packages with the types that its modules need. */
  readonly types: Packages;
  readonly mount?: HandlerPlan['mount'];
  readonly secretFile: string;
  readonly address: string;
}

/** The files of a handler in TypeScript or JavaScript, and what comes next. */
export function javaScriptPlan(project: JavaScriptProject, order: HandlerOrder, parts: Parts): HandlerPlan {
  const { style, isNew, hasVitest, scripts, taken } = project;
  const { isTypeScript } = style;
  const inFolder = (name: string) => (order.folder === '' ? name : `${order.folder}/${name}`);
  const ending = isTypeScript ? 'ts' : 'js';
  const testFile = inFolder(`webhook.test.${ending}`);
  // What runs TypeScript, and modules that name each other without an ending.
  const needsTsx = !hasVitest && (isTypeScript || (style.isEsm && style.importExtension === ''));
  const start = isNew ? 'dev' : ['dev', 'start'].find((script) => scripts.has(script));
  return {
    files: [
      ...(isNew ? parts.around.filter(({ path }) => !taken.has(path)) : []),
      { path: inFolder(`handlers.${ending}`), contents: handlersModule(order.events, style) },
      ...Object.entries(parts.modules).map(([name, contents]) => ({ path: inFolder(`${name}.${ending}`), contents })),
      { path: inFolder(isTypeScript ? 'payloads.ts' : 'payloads.d.ts'), contents: payloadsModule(order) },
      { path: testFile, contents: parts.test },
      ...order.events.flatMap(({ key, sample }) =>
        sample === undefined ? [] : [{ path: inFolder(`samples/${sampleName(key)}`), contents: sample }],
      ),
    ],
    main: inFolder(`handlers.${ending}`),
    install: installCommands(project, parts.dependencies, {
      ...(isTypeScript ? parts.types : {}),
      ...(needsTsx && { tsx: typescriptPackages.tsx }),
    }),
    ...(parts.mount && !isNew && { mount: parts.mount }),
    secretFile: parts.secretFile,
    ...(start !== undefined && { start: runCommand(project, start) }),
    test: testCommand(testFile, { hasVitest, needsTsx }),
    address: parts.address,
  };
}

function testCommand(file: string, { hasVitest, needsTsx }: { hasVitest: boolean; needsTsx: boolean }): string {
  return hasVitest ? `npx vitest run ${file}` : `${needsTsx ? 'npx tsx' : 'node'} --test ${file}`;
}
