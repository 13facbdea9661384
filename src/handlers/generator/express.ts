import { type Framework, freeName } from './framework';
import { javaScriptPlan } from './javascript/javaScriptPlan';
import { newProjectFiles, typescriptPackages } from './javascript/manifests';
import { importOf, newNodeStyle, nodeScripts, nodeTsconfig } from './javascript/newProject';
import { type ModuleStyle, moduleText } from './javascript/moduleText';
import { javaScript, openJavaScriptProject } from './javascript/project';
import { nodeSignature } from './javascript/signature';
import { testModule } from './javascript/testModule';

const dependencies = { express: '^5.0.0' };
const types = { '@types/express': '^5.0.0', '@types/node': typescriptPackages['@types/node'] };
const path = '/bitbucket';

/** Express 5, on Node.js. */
export const express: Framework = {
  id: 'express',
  name: 'Express',
  ...javaScript,
  async open(reader) {
    const project = await openJavaScriptProject(reader, newNodeStyle);
    const { isNew, style, hasVitest, packages } = project;
    const server = await freeName('src/server.ts', (name) => reader.exists(name));
    return {
      isNew,
      usesFramework: packages.has('express'),
      language: style.isTypeScript ? 'TypeScript' : 'JavaScript',
      folder: isNew || (await reader.exists('src')) ? 'src/bitbucket' : 'bitbucket',
      write: (order) =>
        javaScriptPlan(project, order, {
          modules: {
            webhook: moduleText(webhook, style),
            signature: nodeSignature(style),
            deliveries: moduleText(deliveries, style),
          },
          test: testModule(order.events, { style, hasVitest, imports, send }),
          around: [
            ...newProjectFiles({
              scripts: nodeScripts(server, order.folder),
              dependencies,
              devDependencies: { ...types, ...typescriptPackages },
              tsconfig: nodeTsconfig,
              ignored: ['dist/', '.env'],
            }),
            { path: server, contents: serverModule(order.folder, style) },
          ],
          dependencies,
          types,
          mount: {
            imports: moduleText(importOf(order.folder), style),
            call: `app.use('${path}', bitbucketWebhook());`,
          },
          secretFile: '.env',
          address: `http://localhost:3000${path}`,
        }),
    };
  },
};

const serverModule = (folder: string, style: ModuleStyle): string =>
  moduleText(
    `import express from 'express';
${importOf(folder)}

const app = express();

// Before any express.json(), which would use up the raw body.
app.use('${path}', bitbucketWebhook());

const { PORT: port = '3000' } = process.env;
app.listen(port, (error) => {
  if (error) {
    throw error;
  }
  console.log(\`Bitbucket's webhooks are expected at http://localhost:\${port}${path}\`);
});
`,
    style,
  );

const webhook = `import { raw, Router } from 'express';
«import type { ErrorRequestHandler, Request, Response } from 'express';
»import { claimDelivery, releaseDelivery } from './deliveries';
import { handlerOf } from './handlers';
import { isSigned } from './signature';

/**
 * Receives Bitbucket's webhooks. Mount it before any express.json(), which would use up the raw body:
 *
 *   app.use('${path}', bitbucketWebhook());
 *
 * Throws if there is no secret in the environment.
 */
export function bitbucketWebhook(env«: Record<string, string | undefined>» = process.env)«: Router» {
  const { BITBUCKET_WEBHOOK_SECRET: secret } = env;
  if (!secret) {
    throw new Error('Set BITBUCKET_WEBHOOK_SECRET to the secret of the webhook.');
  }
  const router = Router();
  router
    .route('/')
    .post(raw({ type: () => true, limit: '1mb', inflate: false }), (request, response) => {
      receive(request, response, secret);
    })
    .all((_request, response) => {
      response.set('Allow', 'POST').sendStatus(405);
    });
  router.use(refuse);
  return router;
}

«type HttpError = Error & { status?: number };

»/** Says why raw() took no body, such as 413 for a large one, and nothing else. */
const refuse«: ErrorRequestHandler» = (error«: HttpError», _request, response, next) => {
  if (response.headersSent || error.status === undefined) {
    next(error);
  } else {
    response.sendStatus(error.status);
  }
};

function receive(request«: Request», response«: Response», secret«: string»)«: void» {
  const body«: unknown» = request.body ?? Buffer.alloc(0);
  if (!Buffer.isBuffer(body)) {
    console.error('Something parsed the body before it was verified: mount the webhook first.');
    response.sendStatus(500);
    return;
  }
  if (!isSigned(body, request.get('X-Hub-Signature'), secret)) {
    response.sendStatus(401);
    return;
  }
  let payload«: unknown»;
  try {
    payload = JSON.parse(body.toString());
  } catch {
    response.sendStatus(400);
    return;
  }
  const eventKey = request.get('X-Event-Key') ?? '';
  const handle = handlerOf(eventKey);
  if (!handle) {
    // No error, which Bitbucket would answer by sending it again.
    console.log(\`Nothing handles \${eventKey}.\`);
    response.sendStatus(204);
    return;
  }
  const id = request.get('X-Request-UUID');
  if (id !== undefined && !claimDelivery(id)) {
    response.sendStatus(204);
    return;
  }
  // Answer first, work after: Bitbucket waits ten seconds. What fails then doesn't come again.
  response.sendStatus(202);
  void work(() => handle(payload« as never»), id);
}

async function work(task«: () => void | Promise<void>», id«: string | undefined»)«: Promise<void>» {
  try {
    await task();
  } catch (error) {
    console.error('A webhook was answered, but not handled.', error);
    if (id !== undefined) {
      releaseDelivery(id);
    }
  }
}
`;

const deliveries = `const maxRemembered = 1_000;
const rememberedFor = 60 * 60 * 1_000;

/** When deliveries came, by their X-Request-UUID; the oldest first. */
const claimed = new Map«<string, number>»();

/**
 * Whether a delivery comes for the first time; from then on it is remembered. That a retry has the UUID of the first
 * attempt is inferred. Where several processes receive, these two functions need a store that they share.
 */
export function claimDelivery(id«: string»)«: boolean» {
  const now = Date.now();
  if (now - (claimed.get(id) ?? 0) < rememberedFor) {
    return false;
  }
  claimed.delete(id);
  claimed.set(id, now);
  for (const [oldest, since] of claimed) {
    if (claimed.size <= maxRemembered && now - since < rememberedFor) {
      break;
    }
    claimed.delete(oldest);
  }
  return true;
}

/** Forgets a delivery that could not be handled, so that it can be sent again. */
export function releaseDelivery(id«: string»)«: void» {
  claimed.delete(id);
}
`;

const imports = {
  node: ["import { once } from 'node:events';", "import type { AddressInfo } from 'node:net';"],
  others: ["import express from 'express';", "import { bitbucketWebhook } from './webhook';"],
};

const send = `const app = express().use(bitbucketWebhook({ BITBUCKET_WEBHOOK_SECRET: secret }));

/** Posts to the handler, which listens for as long as that takes. */
async function send(text«: string», headers«: Record<string, string>»)«: Promise<Response>» {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address()« as AddressInfo»;
  try {
    return await fetch(\`http://127.0.0.1:\${port}/\`, { method: 'POST', headers, body: text });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}`;
