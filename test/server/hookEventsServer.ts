import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Results } from '../runner/results';
import { sendFaultyAnswer } from './faultyAnswer';
import { answerHooks } from './hooksApi';
import type { Fault, Scenario } from './scenario';

interface Played {
  readonly scenario: Scenario;
  readonly requests: string[];
  readonly left: Map<Fault, number>;
  held: (() => void)[];
}

/**
 * A local HTTP server that speaks the two `hook_events` operations as Bitbucket documents them, pages included, and that
 * of hooks as recorded answers have it. Each
 * test plays a scenario under a base URL of its own, so tests can't disturb each other. Tests in another process (VS
 * Code's extension host) reach the same over HTTP: `PUT /scenarios/NAME`, `GET /scenarios/NAME/requests`,
 * `POST /scenarios/NAME/release`; and with `PUT /results` they say how they ended. It is a forward proxy as well, that
 * has the same scenarios for whatever host it is asked for.
 */
export class HookEventsServer {
  /** What came with the last `PUT /results`. */
  results: Results | undefined;
  /** The requests that had a header `Authorization`, whatever they asked for. */
  readonly authorized: { readonly path: string; readonly authorization: string }[] = [];

  private readonly scenarios = new Map<string, Played>();
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Plays a scenario and returns its API base URL. */
  play(name: string, scenario: Scenario): string {
    const left = new Map(scenario.faults?.map((fault) => [fault, fault.times ?? Infinity]));
    this.scenarios.set(name, { scenario, requests: [], left, held: [] });
    return `${this.origin}/${name}/2.0`;
  }

  /** The paths (from `/hook_events` on, with their query) that were asked for, in order. */
  requests(name: string): readonly string[] {
    return this.scenarios.get(name)?.requests ?? [];
  }

  /** Lets go of the answers that are held back. */
  release(name: string): void {
    const played = this.scenarios.get(name);
    const held = played?.held ?? [];
    if (played) {
      played.held = [];
    }
    for (const proceed of held) {
      proceed();
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Where a connection that was used before breaks, browsers quietly ask again: a request that no test would expect.
    response.shouldKeepAlive = false;
    const url = new URL(request.url ?? '/', this.origin);
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      this.authorized.push({ path: request.url ?? '', authorization });
    }
    const [, first = '', second = '', third = ''] = url.pathname.split('/');
    if (first === 'scenarios' || first === 'results') {
      await this.control(request, response, second, third);
      return;
    }
    const played = this.scenarios.get(first);
    if (!played || second !== '2.0') {
      sendJson(response, 404, { type: 'error', error: { message: 'Not found' } });
      return;
    }
    const base = `${url.origin}/${first}/2.0`;
    const path = url.href.slice(base.length);
    if (request.method === 'OPTIONS' && played.scenario.cors) {
      response.writeHead(204, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET',
        'Access-Control-Allow-Headers': 'Authorization, Accept',
      });
      response.end();
      return;
    }
    const isProxied = request.url?.startsWith('http:');
    played.requests.push(isProxied ? `by proxy: ${path}` : path);
    if (played.scenario.cors) {
      response.setHeader('Access-Control-Allow-Origin', '*');
    }
    const fault = this.nextFault(played, path);
    if (fault?.hold) {
      await new Promise<void>((resolve) => played.held.push(resolve));
    }
    if (fault?.disconnect) {
      response.destroy();
      return;
    }
    const answer = played.scenario.hooks && answerHooks(played.scenario.hooks, authorization, base, url);
    if (fault && (fault.status !== undefined || fault.body !== undefined)) {
      const n = String(played.requests.length);
      await sendFaultyAnswer(response, fault, (text) =>
        text
          .replaceAll('{base}', base)
          .replaceAll('{n}', n)
          .replaceAll('{authorization}', authorization ?? ''),
      );
    } else if (answer) {
      sendJson(response, answer.status, answer.body);
    } else {
      sendHookEvents(response, played.scenario, base, url);
    }
  }

  private nextFault(played: Played, path: string): Fault | undefined {
    for (const [fault, left] of played.left) {
      if (left > 0 && path.endsWith(fault.on)) {
        played.left.set(fault, left - 1);
        return fault;
      }
    }
    return undefined;
  }

  private async control(request: IncomingMessage, response: ServerResponse, name: string, what: string): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, POST');
    if (request.method === 'PUT' && name === '') {
      this.results = JSON.parse(await text(request)) as Results;
      sendJson(response, 200, {});
    } else if (request.method === 'PUT') {
      sendJson(response, 200, { baseUrl: this.play(name, JSON.parse(await text(request)) as Scenario) });
    } else if (request.method === 'POST' && what === 'release') {
      this.release(name);
      sendJson(response, 200, {});
    } else if (what === 'authorized') {
      sendJson(
        response,
        200,
        this.authorized.filter(({ path }) => path.includes(`/${name}/`)),
      );
    } else {
      sendJson(response, 200, this.requests(name));
    }
  }
}

function sendHookEvents(response: ServerResponse, scenario: Scenario, base: string, url: URL): void {
  const [encodedName] = /(?<=\/hook_events\/)[^/]+$/.exec(url.pathname) ?? [];
  if (encodedName === undefined) {
    const links = Object.keys(scenario.subjectTypes).map((name) => [
      name,
      { links: { events: { href: `${base}/hook_events/${encodeURIComponent(name)}` } } },
    ]);
    sendJson(response, 200, Object.fromEntries(links));
    return;
  }
  const subjectType = decodeURIComponent(encodedName);
  const rows = scenario.subjectTypes[subjectType];
  if (!rows) {
    sendJson(response, 404, { type: 'error', error: { message: `${subjectType} is no subject type` } });
    return;
  }
  const pageLength = Number(url.searchParams.get('pagelen') ?? scenario.pageLength ?? 30);
  const page = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  sendJson(response, 200, {
    page,
    pagelen: pageLength,
    ...(scenario.withoutSize ? {} : { size: rows.length }),
    values: rows.slice((page - 1) * pageLength, page * pageLength),
    ...(page * pageLength < rows.length ? { next: next.href } : {}),
  });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
