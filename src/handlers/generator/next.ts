import type { Framework, ProjectReader } from './framework';
import { javaScriptPlan } from './javascript/javaScriptPlan';
import { newProjectFiles, typescriptPackages } from './javascript/manifests';
import { moduleText } from './javascript/moduleText';
import { testScript } from './javascript/newProject';
import { javaScript, openJavaScriptProject } from './javascript/project';
import { nodeSignature } from './javascript/signature';
import { testModule } from './javascript/testModule';

const dependencies = { next: '^16.0.0', react: '^19.0.0', 'react-dom': '^19.0.0' };
const devDependencies = { '@types/react': '^19.0.0', ...typescriptPackages };

/** Next.js with the App Router. `after` is there since 15.1. */
export const next: Framework = {
  id: 'next',
  name: 'Next.js',
  ...javaScript,
  async open(reader) {
    // The bundler reads both kinds of modules, whatever package.json says.
    const newStyle = { isTypeScript: true, isEsm: true, importExtension: '' } as const;
    const project = await openJavaScriptProject(reader, newStyle);
    const { isNew, hasVitest, packages } = project;
    const style = { ...project.style, isEsm: true };
    return {
      isNew,
      usesFramework: packages.has('next'),
      language: style.isTypeScript ? 'TypeScript' : 'JavaScript',
      folder: `${await appFolder(reader)}/api/bitbucket`,
      write: (order) =>
        javaScriptPlan({ ...project, style }, order, {
          modules: {
            route: moduleText(route, style),
            webhook: moduleText(webhook, style),
            signature: nodeSignature(style),
          },
          test: testModule(order.events, { style, hasVitest, imports, send }),
          around: newProjectFiles({
            scripts: { dev: 'next dev', build: 'next build', start: 'next start', test: testScript(order.folder) },
            dependencies,
            devDependencies,
            tsconfig,
            ignored: ['.next/', 'next-env.d.ts', '.env*.local'],
          }),
          dependencies,
          types: { '@types/node': typescriptPackages['@types/node'] },
          secretFile: '.env.local',
          address: `http://localhost:3000/${addressOf(order.folder)}`,
        }),
    };
  },
};

/** Where routes are: as Next.js looks for it, at the root before `src`. */
async function appFolder(reader: ProjectReader): Promise<string> {
  const isInSource =
    !(await reader.exists('app')) && ((await reader.exists('src/app')) || (await reader.exists('src')));
  return isInSource ? 'src/app' : 'app';
}

/** The path of a route's folder: groups in parentheses are no part of it. */
const addressOf = (folder: string): string =>
  folder
    .replace(/^(?:src\/)?app\//, '')
    .split('/')
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/');

const tsconfig = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['dom', 'dom.iterable', 'esnext'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    types: ['node'],
    allowJs: true,
    esModuleInterop: true,
    incremental: true,
    isolatedModules: true,
    noEmit: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    strict: true,
    plugins: [{ name: 'next' }],
  },
  include: ['next-env.d.ts', '**/*.ts', '**/*.tsx', '.next/types/**/*.ts', '.next/dev/types/**/*.ts'],
  exclude: ['node_modules'],
};

const route = `import { after } from 'next/server';
import { receive } from './webhook';

export function POST(request«: Request») {
  return receive(request, after);
}
`;

const webhook = `import { handlerOf } from './handlers';
import { isSigned } from './signature';

const maxBytes = 1024 * 1024;

/**
 * Receives Bitbucket's webhooks.
 *
 * @param later Has a task done after the answer; after() of Next.js.
 */
export async function receive(
  request«: Request»,
  later«: (task: () => Promise<void>) => void»,
  env«: Record<string, string | undefined>» = process.env,
)«: Promise<Response>» {
  const { BITBUCKET_WEBHOOK_SECRET: secret } = env;
  if (!secret) {
    console.error('Set BITBUCKET_WEBHOOK_SECRET to the secret of the webhook.');
    return new Response(null, { status: 500 });
  }
  const body = await readBody(request);
  if (!body) {
    return new Response(null, { status: 413 });
  }
  if (!isSigned(body, request.headers.get('X-Hub-Signature'), secret)) {
    return new Response(null, { status: 401 });
  }
  let payload«: unknown»;
  try {
    payload = JSON.parse(body.toString());
  } catch {
    return new Response(null, { status: 400 });
  }
  const eventKey = request.headers.get('X-Event-Key') ?? '';
  const handle = handlerOf(eventKey);
  if (!handle) {
    // No error, which Bitbucket would answer by sending it again.
    console.log(\`Nothing handles \${eventKey}.\`);
    return new Response(null, { status: 204 });
  }
  // The same delivery may come twice. Where that matters, a store that all instances share belongs
  // here: claim the X-Request-UUID, answer 204 if it is claimed, release it where the work fails.

  // Answer first, work after: Bitbucket waits ten seconds. What fails then doesn't come again.
  later(async () => {
    try {
      await handle(payload« as never»);
    } catch (error) {
      console.error('A webhook was answered, but not handled.', error);
    }
  });
  return new Response(null, { status: 202 });
}

/** The raw bytes that are signed; undefined if there are too many. */
async function readBody(request«: Request»)«: Promise<Buffer | undefined>» {
  const chunks«: Uint8Array[]» = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
`;

const imports = { node: [], others: ["import { receive } from './webhook';"] };

const send = `const send = (text«: string», headers«: Record<string, string>») =>
  receive(
    new Request('http://localhost/', { method: 'POST', headers, body: text }),
    (task) => void task(),
    { BITBUCKET_WEBHOOK_SECRET: secret },
  );`;
