import { type Framework, freeName, type GeneratedFile, type HandlerOrder, type HandlerPlan } from './framework';
import { deliveriesFile } from './go/deliveriesFile';
import { handlersFile } from './go/handlersFile';
import { mainFile, newGoProject } from './go/newProject';
import { type GoProject, openGoProject, packageName } from './go/project';
import { signatureFile } from './go/signatureFile';
import { testFile } from './go/testFile';
import { path, webhookFile } from './go/webhookFile';
import { sampleName } from './sampleName';

/** Go's own server, in Go 1.22 or later. */
export const netHttp: Framework = {
  id: 'go',
  name: 'Go net/http',
  manifests: ['go.mod'],
  typeLanguage: 'Go',
  numberPrefix: '',
  async open(reader) {
    const project = await openGoProject(reader);
    const main = await freeName('main.go', (name) => reader.exists(name), '_');
    const { isNew } = project;
    return {
      isNew,
      // It is part of the language.
      usesFramework: !isNew,
      language: 'Go',
      folder: isNew || (await reader.exists('internal')) ? 'internal/bitbucket' : 'bitbucket',
      write: (order) => planOf(project, order, main),
    };
  },
};

/** @param mainName The file with the function that a new project starts with. */
function planOf(project: GoProject, order: HandlerOrder, mainName: string): HandlerPlan {
  const { isNew, module, hasGitignore } = project;
  const { folder, events, types } = order;
  const name = packageName(folder);
  const importPath = `${module}/${folder}`;
  const main = `${folder}/handlers.go`;
  const around: GeneratedFile[] = [
    ...newGoProject(module).filter((file) => !(hasGitignore && file.path === '.gitignore')),
    { path: mainName, contents: mainFile(importPath, name) },
  ];
  const payloads = `package ${name}\n\n${head}\n\n${types}`;
  return {
    files: [
      ...(isNew ? around : []),
      { path: main, contents: handlersFile(events, name) },
      { path: `${folder}/webhook.go`, contents: webhookFile(name) },
      { path: `${folder}/signature.go`, contents: signatureFile(name) },
      { path: `${folder}/deliveries.go`, contents: deliveriesFile(name) },
      ...(types === '' ? [] : [{ path: `${folder}/payloads.go`, contents: payloads }]),
      { path: `${folder}/webhook_test.go`, contents: testFile(events, name) },
      ...events.flatMap(({ key, sample }) =>
        sample === undefined ? [] : [{ path: `${folder}/testdata/${sampleName(key)}`, contents: sample }],
      ),
    ],
    main,
    // All of it comes with Go.
    install: [],
    ...(!isNew && { mount: mountOf(importPath, name) }),
    secretFile: '.env',
    // Go reads no such file itself.
    ...(isNew && { start: 'go run github.com/joho/godotenv/cmd/godotenv@v1.5.1 go run .' }),
    test: `go test ./${folder}`,
    address: `http://localhost:8080${path}`,
  };
}

const head = '// What Bitbucket Cloud sends. Made by the VS Code extension Bitbucket Webhook Events.';

const mountOf = (importPath: string, name: string) => ({
  imports: `import "${importPath}"`,
  call: `webhook, err := ${name}.NewWebhook()
if err != nil {
	log.Fatal(err)
}
mux.Handle("${path}", webhook)`,
});
