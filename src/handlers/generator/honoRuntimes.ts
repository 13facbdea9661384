import type { GeneratedFile } from './framework';
import { json, typescriptPackages } from './javascript/manifests';
import type { ModuleStyle } from './javascript/moduleText';
import { importOf, newNodeStyle, nodeScripts, nodeTsconfig, testScript } from './javascript/newProject';

/** Where Hono runs, and what is different there. */
export interface Runtime {
  readonly newStyle: ModuleStyle;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: (entry: string, folder: string) => Readonly<Record<string, string>>;
  readonly tsconfig: object;
  readonly ignored: readonly string[];
  /** Beside the usual manifests. */
  readonly files: (entry: string) => readonly GeneratedFile[];
  /** The module that starts the server. */
  readonly entry: (folder: string) => string;
  readonly webhook: string;
  readonly send: string;
  readonly handler: string;
  readonly secretFile: string;
  readonly port: number;
}

/** Where the handler is mounted. */
export const path = '/bitbucket';

export const node: Runtime = {
  newStyle: newNodeStyle,
  dependencies: { hono: '^4.0.0', '@hono/node-server': '^2.0.0' },
  devDependencies: typescriptPackages,
  scripts: nodeScripts,
  tsconfig: nodeTsconfig,
  ignored: ['dist/', '.env'],
  files: () => [],
  entry: (folder) => `import { serve } from '@hono/node-server';
import { Hono } from 'hono';
${importOf(folder)}

const app = new Hono();
app.route('${path}', bitbucketWebhook());

const { PORT = '3000' } = process.env;
serve({ fetch: app.fetch, port: Number(PORT) }, ({ port }) => {
  console.log(\`Bitbucket's webhooks are expected at http://localhost:\${port}${path}\`);
});
`,
  webhook: webhookFor({
    about: `/**
 * Receives Bitbucket's webhooks:
 *
 *   app.route('${path}', bitbucketWebhook());
 *
 * Throws if there is no secret in the environment.
 */
export function bitbucketWebhook(env«: Record<string, string | undefined>» = process.env)«: Hono» {
  const { BITBUCKET_WEBHOOK_SECRET: secret } = env;
  if (!secret) {
    throw new Error('Set BITBUCKET_WEBHOOK_SECRET to the secret of the webhook.');
  }
  const app = new Hono();
  app.post('/', limit, (c) => receive(c, secret));
  app.all('/', (c) => c.body(null, 405, { Allow: 'POST' }));
  return app;
}`,
    context: 'Context',
    later: 'void work(() => handle(payload« as never»));',
  }),
  send: `const app = bitbucketWebhook({ BITBUCKET_WEBHOOK_SECRET: secret });

const send = async (text«: string», headers«: Record<string, string>») =>
  app.request('/', { method: 'POST', headers, body: text });`,
  handler: 'bitbucketWebhook()',
  secretFile: '.env',
  port: 3000,
};

export const workers: Runtime = {
  newStyle: { isTypeScript: true, isEsm: true, importExtension: '' },
  dependencies: { hono: '^4.0.0' },
  devDependencies: { ...typescriptPackages, wrangler: '^4.0.0' },
  scripts: (_entry, folder) => ({ dev: 'wrangler dev', deploy: 'wrangler deploy', test: testScript(folder) }),
  tsconfig: {
    compilerOptions: {
      target: 'ESNext',
      module: 'ESNext',
      moduleResolution: 'Bundler',
      types: ['node'],
      noEmit: true,
      strict: true,
      skipLibCheck: true,
    },
    include: ['src'],
  },
  ignored: ['.wrangler/', '.dev.vars'],
  files: (entry) => [
    {
      path: 'wrangler.jsonc',
      contents: json({ name: 'bitbucket-webhook', main: entry, compatibility_date: '2026-01-01' }),
    },
  ],
  entry: (folder) => `import { Hono } from 'hono';
${importOf(folder)}

const app = new Hono();
app.route('${path}', bitbucketWebhook);

export default app;
`,
  webhook: webhookFor({
    about: `«/** What the Worker has: .dev.vars while you develop, \`wrangler secret put\` where it is deployed. */
interface Env {
  Bindings: { BITBUCKET_WEBHOOK_SECRET?: string };
}

»/**
 * Receives Bitbucket's webhooks:
 *
 *   app.route('${path}', bitbucketWebhook);
 */
export const bitbucketWebhook = new Hono«<Env>»();

bitbucketWebhook.post('/', limit, (c) => {
  const secret = c.env.BITBUCKET_WEBHOOK_SECRET;
  if (!secret) {
    console.error('Set BITBUCKET_WEBHOOK_SECRET to the secret of the webhook.');
    return c.body(null, 500);
  }
  return receive(c, secret);
});

bitbucketWebhook.all('/', (c) => c.body(null, 405, { Allow: 'POST' }));`,
    context: 'Context<Env>',
    later: 'c.executionCtx.waitUntil(work(() => handle(payload« as never»)));',
  }),
  send: `/** What a Worker has beside its bindings. */
const executionContext = {
  waitUntil: (promise«: Promise<unknown>») => void promise,
  passThroughOnException: () => undefined,
  props: {},
};

const send = async (text«: string», headers«: Record<string, string>») =>
  bitbucketWebhook.request(
    '/',
    { method: 'POST', headers, body: text },
    { BITBUCKET_WEBHOOK_SECRET: secret },
    executionContext,
  );`,
  handler: 'bitbucketWebhook',
  secretFile: '.dev.vars',
  port: 8787,
};

function webhookFor({ about, context, later }: Readonly<Record<'about' | 'context' | 'later', string>>): string {
  return `import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
«import type { Context } from 'hono';
»import { handlerOf } from './handlers';
import { isSigned } from './signature';

const limit = bodyLimit({ maxSize: 1024 * 1024, onError: (c) => c.body(null, 413) });

${about}

async function receive(c«: ${context}», secret«: string»)«: Promise<Response>» {
  const body = await c.req.arrayBuffer();
  if (!(await isSigned(body, c.req.header('X-Hub-Signature'), secret))) {
    return c.body(null, 401);
  }
  let payload«: unknown»;
  try {
    payload = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return c.body(null, 400);
  }
  const eventKey = c.req.header('X-Event-Key') ?? '';
  const handle = handlerOf(eventKey);
  if (!handle) {
    // No error, which Bitbucket would answer by sending it again.
    console.log(\`Nothing handles \${eventKey}.\`);
    return c.body(null, 204);
  }
  // The same delivery may come twice. Where that matters, a store that all instances share belongs
  // here: claim the X-Request-UUID, answer 204 if it is claimed, release it where the work fails.

  // Answer first, work after: Bitbucket waits ten seconds. What fails then doesn't come again.
  ${later}
  return c.body(null, 202);
}

async function work(task«: () => void | Promise<void>»)«: Promise<void>» {
  try {
    await task();
  } catch (error) {
    console.error('A webhook was answered, but not handled.', error);
  }
}
`;
}
