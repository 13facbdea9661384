import { type Framework, freeName, type ProjectReader } from './framework';
import { node, path, type Runtime, workers } from './honoRuntimes';
import { javaScriptPlan } from './javascript/javaScriptPlan';
import { newProjectFiles, typescriptPackages } from './javascript/manifests';
import { moduleText } from './javascript/moduleText';
import { importOf } from './javascript/newProject';
import { javaScript, openJavaScriptProject } from './javascript/project';
import { webSignature } from './javascript/signature';
import { testModule } from './javascript/testModule';

const honoOn = (id: string, name: string, runtime: Runtime): Framework => ({
  id,
  name,
  ...javaScript,
  async open(reader) {
    const project = await openJavaScriptProject(reader, runtime.newStyle);
    const { isNew, style, hasVitest, packages } = project;
    const entry = await freeName('src/index.ts', (name) => reader.exists(name));
    const isHere = (await runsOnWorkers(reader, packages)) === (runtime === workers);
    return {
      isNew,
      usesFramework: packages.has('hono') && isHere,
      language: style.isTypeScript ? 'TypeScript' : 'JavaScript',
      folder: isNew || (await reader.exists('src')) ? 'src/bitbucket' : 'bitbucket',
      write: (order) =>
        javaScriptPlan(project, order, {
          modules: { webhook: moduleText(runtime.webhook, style), signature: webSignature(style) },
          test: testModule(order.events, { style, hasVitest, imports, send: runtime.send }),
          around: [
            ...newProjectFiles({ ...runtime, scripts: runtime.scripts(entry, order.folder) }),
            ...runtime.files(entry),
            { path: entry, contents: moduleText(runtime.entry(order.folder), style) },
          ],
          dependencies: isNew ? runtime.dependencies : { hono: '^4.0.0' },
          types: { '@types/node': typescriptPackages['@types/node'] },
          mount: {
            imports: moduleText(importOf(order.folder), style),
            call: `app.route('${path}', ${runtime.handler});`,
          },
          secretFile: runtime.secretFile,
          address: `http://localhost:${runtime.port}${path}`,
        }),
    };
  },
});

const imports = { node: [], others: ["import { bitbucketWebhook } from './webhook';"] };

async function runsOnWorkers(reader: ProjectReader, packages: ReadonlySet<string>): Promise<boolean> {
  const files = await Promise.all(
    ['wrangler.jsonc', 'wrangler.toml', 'wrangler.json'].map((name) => reader.exists(name)),
  );
  return files.includes(true) || packages.has('wrangler') || packages.has('@cloudflare/workers-types');
}

export const honoOnNode = honoOn('hono', 'Hono', node);
export const honoOnWorkers = honoOn('hono-workers', 'Hono on Cloudflare Workers', workers);
