import { type Framework, freeName, type GeneratedFile, type HandlerOrder, type HandlerPlan } from './framework';
import { deliveriesModule } from './python/deliveries';
import { handlersModule } from './python/handlers';
import { appModule, newPythonProject } from './python/newProject';
import { openPythonProject, pythonManifests, type PythonProject } from './python/project';
import { signatureModule } from './python/signature';
import { testModule } from './python/testModule';
import { path, webhookModule } from './python/webhook';
import { sampleName } from './sampleName';

/** FastAPI, on Python 3.11 or later. */
export const fastApi: Framework = {
  id: 'fastapi',
  name: 'FastAPI',
  manifests: pythonManifests,
  typeLanguage: 'Python',
  // A package's name is an identifier.
  numberPrefix: '_',
  async open(reader) {
    const project = await openPythonProject(reader);
    const app = await freeName('main.py', (name) => reader.exists(name), '_');
    return {
      isNew: project.isNew,
      usesFramework: project.names('fastapi'),
      language: 'Python',
      folder: (await reader.exists('app')) ? 'app/bitbucket' : 'bitbucket',
      write: (order) => planOf(project, order, app),
    };
  },
};

/** @param app The module that a new project starts with. */
function planOf(project: PythonProject, order: HandlerOrder, app: string): HandlerPlan {
  const { isNew, packageManager, hasGitignore } = project;
  const { folder, events } = order;
  const main = `${folder}/handlers.py`;
  const test = `${folder}/test_webhook.py`;
  // Where packages lie in `src`, that is no package itself.
  const module = `${folder.replace(/^src\//, '').replaceAll('/', '.')}.webhook`;
  const around: GeneratedFile[] = [
    ...newPythonProject.filter((file) => !(hasGitignore && file.path === '.gitignore')),
    { path: app, contents: appModule(module) },
  ];
  const start = `uvicorn ${app.replace('.py', '')}:app --env-file .env --reload`;
  return {
    files: [
      ...(isNew ? around : []),
      { path: `${folder}/__init__.py`, contents: '' },
      { path: main, contents: handlersModule(events) },
      { path: `${folder}/webhook.py`, contents: webhookModule },
      { path: `${folder}/signature.py`, contents: signatureModule },
      { path: `${folder}/deliveries.py`, contents: deliveriesModule },
      ...(order.types === '' ? [] : [{ path: `${folder}/payloads.py`, contents: head + order.types }]),
      { path: test, contents: testModule(events) },
      ...events.flatMap(({ key, sample }) =>
        sample === undefined ? [] : [{ path: `${folder}/samples/${sampleName(key)}`, contents: sample }],
      ),
    ],
    main,
    install: installCommands(project),
    ...(!isNew && {
      mount: {
        imports: `from ${module} import bitbucket_webhook`,
        call: 'app.include_router(bitbucket_webhook())',
      },
    }),
    secretFile: '.env',
    ...(isNew && { start: packageManager.run + start }),
    test: `${packageManager.run}pytest ${test}`,
    address: `http://localhost:8000${path}`,
  };
}

const head = '"""What Bitbucket Cloud sends. Made by the VS Code extension Bitbucket Webhook Events."""\n\n';

/** The commands that install what the project lacks. */
function installCommands({ packageManager, names }: PythonProject): string[] {
  const { add, addForTests } = packageManager;
  // `fastapi[standard]` brings along what its test client needs.
  const hasClient = !names('fastapi') || ['httpx', 'fastapi[standard]', 'fastapi[all]'].some(names);
  const own = names('fastapi') ? [] : ['"fastapi[standard]"'];
  const forTests = [...(names('pytest') ? [] : ['pytest']), ...(hasClient ? [] : ['httpx'])];
  const command = (start: string, packages: readonly string[]) =>
    packages.length === 0 ? [] : [`${start} ${packages.join(' ')}`];
  return add === addForTests
    ? command(add, [...own, ...forTests])
    : [...command(add, own), ...command(addForTests, forTests)];
}
