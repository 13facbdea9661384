import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { payloads } from '../../src/events/payloads';
import { choices } from '../unit/handlers/generated';
import { itRefusesWhatIsWrong } from '../unit/handlers/refusals';
import { senderTo } from '../unit/handlers/sender';

export const run = promisify(execFile);
const secret = 'It’s a secret of the handler';

/** A server that runs as a process of its own. */
export class Served {
  log = '';
  readonly address: string;
  private readonly process: ChildProcess;

  private constructor(command: readonly [string, ...string[]], cwd: string, port: number, given: string) {
    const [file, ...args] = command.map((part) => part.replace('$PORT', String(port))) as [string, ...string[]];
    const env = { ...process.env, PORT: String(port), BITBUCKET_WEBHOOK_SECRET: given };
    this.address = `http://127.0.0.1:${port}/bitbucket`;
    this.process = spawn(file, args, { cwd, env });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (text) => (this.log += String(text)));
    }
  }

  /** Starts a server with or without a secret, and resolves once it answers or is gone. `$PORT` stands for its port. */
  static async start(command: readonly [string, ...string[]], cwd: string, given = secret): Promise<Served> {
    const served = new Served(command, cwd, await freePort(), given);
    while (!served.isGone && !(await served.answers())) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return served;
  }

  get isGone(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Resolves once the log has what comes after an answer. */
  async logged(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.log)) {
      assert.ok(!this.isGone, this.log);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async stop(): Promise<void> {
    if (!this.isGone) {
      this.process.kill();
      await once(this.process, 'exit');
    }
  }

  private async answers(): Promise<boolean> {
    return fetch(this.address).then(
      () => true,
      () => false,
    );
  }
}

/** Sends all kinds of deliveries to a server; `served` has been started when the tests run. */
export function answersDeliveries(served: () => Served): void {
  const sender = senderTo(() => served().address, secret);
  const { signed } = sender;

  it('takes every variant of every event, signed by our sender', async () => {
    for (const eventKey of choices['all'] ?? []) {
      const bodies = payloads.get(eventKey)?.variants.map(({ body }) => JSON.stringify(body, undefined, 2)) ?? [];
      for (const body of bodies.length > 0 ? bodies : ['{}']) {
        assert.equal(await signed(body, { eventKey }), 202, eventKey);
      }
    }
    assert.doesNotMatch(served().log, /not handled/);
  });

  itRefusesWhatIsWrong(sender, secret);

  it('answers 204 to an event that it does not know, and says so', async () => {
    assert.equal(await signed('{}', { eventKey: 'repo:unheard_of' }), 204);
    await served().logged(/nothing handles .*repo:unheard_of/i);
  });

  it('takes the same delivery once, and again where its work failed, which it logs', async () => {
    const body = JSON.stringify(payloads.get('repo:fork')?.variants[0]?.body);
    assert.equal(await signed(body, { eventKey: 'repo:fork', id: 'same' }), 202);
    assert.equal(await signed(body, { eventKey: 'repo:fork', id: 'same' }), 204);
    const failing = '{ "push": [] }';
    assert.equal(await signed(failing, { id: 'failing' }), 202);
    await served().logged(/answered, but not handled/);
    assert.equal(await signed(failing, { id: 'failing' }), 202);
  });

  it('answers 405 to other methods', async () => {
    const response = await fetch(served().address);
    assert.deepEqual([response.status, response.headers.get('Allow')], [405, 'POST']);
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
