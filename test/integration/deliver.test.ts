import assert from 'node:assert/strict';
import { commands, type ThemeIcon } from 'vscode';
import { comparableText } from '../../src/deliveries/deliveryText';
import { deliveryUri, summaryUri } from '../../src/deliveries/documents';
import { outcomeSentences, outcomeWords } from '../../src/deliveries/outcomeText';
import { pickTarget } from '../../src/deliveries/pickTarget';
import type { Delivery, Outcome } from '../../src/deliveries/wire/delivery';
import type { DeliveryFault } from '../../src/deliveries/wire/deliveryFault';
import { sign } from '../../src/deliveries/wire/signature';
import { openHandler } from '../support/handler';
import { answered, answerWith, someDelivery } from '../support/someDelivery';
import { draft, openDeliveries, target } from './deliverStage';

describe('Deliveries', () => {
  it('arrive as Bitbucket would send them, through what VS Code has made of Node.js’s client', async () => {
    const { address, requests, close } = await openHandler();
    const { deliverer, secrets, history, read } = openDeliveries();
    await secrets.set(address, 'marker');
    const [delivery] = await deliverer.send([draft()], target(address));
    close();
    const [request] = requests;
    assert.ok(delivery && request);
    assert.deepEqual(request.names.slice(0, 8), [
      ...['X-Event-Key', 'X-Hook-UUID', 'X-Request-UUID', 'X-Attempt-Number', 'User-Agent', 'Content-Type'],
      ...['X-Hub-Signature', 'Content-Length'],
    ]);
    assert.equal(request.headers['user-agent'], 'Bitbucket-Webhooks/2.0');
    assert.equal(request.headers['x-hub-signature'], await sign(Buffer.from(draft().body), 'marker'));
    assert.equal(request.body.toString(), draft().body);
    assert.equal(await history.find(delivery.id), delivery);
    const answer = await read(deliveryUri(delivery, 'answer'));
    assert.match(answer, /^200 OK\n\nFor Bitbucket, this delivery has arrived\./);
    assert.match(answer, /\nX-Event-Key: repo:push\n/);
    assert.match(answer, /\n\nok\n/);
    assert.equal(await read(deliveryUri(delivery, 'request')), draft().body);
  });

  it('of several events are sent one after the other, with a summary', async () => {
    const { address, requests, close } = await openHandler(({ headers }) =>
      headers['x-event-key'] === 'repo:fork' ? 500 : 'ok',
    );
    const { deliverer, history, read } = openDeliveries();
    const keys = ['repo:push', 'repo:fork', 'pullrequest:created'];
    const sent = await deliverer.send(
      keys.map((eventKey) => draft({ eventKey, variant: 'usual' })),
      target(address),
      'batch',
    );
    close();
    assert.deepEqual(
      requests.map(({ headers }) => headers['x-event-key']),
      keys,
    );
    assert.equal(new Set(sent.map(({ requestUuid }) => requestUuid)).size, 3);
    assert.equal((await history.list()).length, 3);
    const summary = await read(summaryUri('batch'));
    assert.match(
      summary,
      /^3 deliveries of 3 events to .*\n2 as expected, 1 not:\n\n500 +\d+ ms {2}repo:fork · usual\n/,
    );
    assert.match(summary, /\n\n3 other variants were not sent: /);
    assert.match(
      summary,
      /\n\n200 +\d+ ms {2}repo:push · usual\n500 .*repo:fork · usual\n200 .*pullrequest:created · usual\n$/,
    );
    assert.equal(await read(summaryUri('other')), '');
  });

  it('of 29 events pause nowhere for a handler that answers at once', async () => {
    const { address, requests, close } = await openHandler();
    const { deliverer } = openDeliveries();
    const drafts = Array.from({ length: 29 }, () => draft({ body: JSON.stringify({ text: 'x'.repeat(30_000) }) }));
    const started = performance.now();
    await deliverer.send(drafts, target(address), 'batch');
    const milliseconds = performance.now() - started;
    console.log(`      ${milliseconds.toFixed(0)} ms`);
    close();
    assert.equal(requests.length, 29);
    assert.ok(milliseconds < 15_000, `${milliseconds} ms`);
  });

  it('go to the last target with Enter, and nowhere when the list is closed', async () => {
    const { targets, secrets } = openDeliveries();
    await targets.remember(target('http://localhost:1/first?token=1'));
    await targets.remember(target('http://localhost:2/last'));
    /** Runs a command until the list is gone. */
    const pickWith = async (command: string) => {
      const picking = pickTarget({ targets, secrets }, 'Test').then((picked) => ({ picked }));
      for (;;) {
        const ended = await Promise.race([picking, commands.executeCommand(command)]);
        if (ended !== undefined) {
          return (ended as Awaited<typeof picking>).picked;
        }
      }
    };
    const picked = await pickWith('workbench.action.acceptSelectedQuickOpenItem');
    assert.equal(picked?.url.href, 'http://localhost:2/last');
    assert.equal(await pickWith('workbench.action.closeQuickOpen'), undefined);
  });

  it('go nowhere with a question that is not answered', async () => {
    const { deliverer, secrets, storage, history } = openDeliveries();
    // In tests VS Code rejects what is asked in a dialogue.
    await assert.rejects(deliverer.send([draft()], target('http://handler.invalid/')));
    const { address, close } = await openHandler();
    await secrets.set(address, 'x');
    storage.values.clear();
    await assert.rejects(deliverer.send([draft()], target(address)));
    await deliverer.send([draft({ signing: 'unsigned' })], target(address));
    close();
    assert.equal((await history.list()).length, 1);
  });

  it('have a sentence for every outcome, with what to do', () => {
    const host = 'localhost:3000';
    const faults: DeliveryFault[] = [
      { kind: 'refused', host },
      { kind: 'reset', host },
      { kind: 'dns', host },
      { kind: 'offline' },
      { kind: 'certificate', host, code: 'CERT_HAS_EXPIRED' },
      { kind: 'notTls', host },
      { kind: 'tlsAlert', host, code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', isSent: true },
      { kind: 'tlsAlert', host, code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', isSent: false },
      { kind: 'tls', host, code: 'ECONNRESET', isSent: false },
      { kind: 'notHttp', host, code: 'HPE_INVALID_CONSTANT' },
      { kind: 'connection', host, code: '' },
      { kind: 'gaveUp', minutes: 10 },
      { kind: 'cancelled' },
      { kind: 'header', name: 'X-Event-Key' },
    ];
    const outcomes: Outcome[] = [
      ...faults.map((fault): Outcome => ({ kind: 'fault', milliseconds: 5, fault })),
      ...[101, 200, 204, 302, 400, 401, 404, 500].map((status) => answered({ status })),
      answered({}, 11_000),
    ];
    const judged = { signing: 'signed', attempt: 1 } as const;
    const sentences = (outcome: Outcome) => outcomeSentences({ ...judged, outcome }).join(' ');
    const texts = outcomes.map((outcome) => `${outcomeWords(outcome)}: ${sentences(outcome)}`);
    for (const text of texts) {
      assert.match(text, /^[^:]{3,40}: .{20,}[.?]$/, text);
    }
    assert.equal(new Set(outcomes.map(sentences)).size, 22);
    const redirect = answered({ status: 302, headers: [['Location', 'https://example.com/x?token=marker']] });
    assert.match(sentences(redirect), /points to https:\/\/example\.com\/x, which/);
    assert.match(outcomeWords(answered({}, 11_000)), /200 OK, too late/);
  });

  it('are rows with words and icons, and nothing in them is markup', async () => {
    const { history, items: itemsOf } = openDeliveries();
    const evil = '$(alert) [x](command:y) **b**';
    const outcomes: [Outcome, string, Partial<Delivery>?][] = [
      [answered({ reason: evil }), 'pass'],
      [answered({ status: 302 }), 'warning'],
      [answered({}, 12_345), 'warning'],
      [answered({ status: 500 }), 'error'],
      [{ kind: 'fault', milliseconds: 1, fault: { kind: 'cancelled' } }, 'circle-slash'],
      [answered(), 'warning', { signing: 'wrong' }],
      [answered({ status: 401 }), 'pass', { signing: 'wrong' }],
    ];
    for (const [outcome, , change] of outcomes) {
      await history.add(someDelivery({ outcome, attempt: 2, variant: evil, ...change }));
    }
    const items = (await itemsOf()).reverse();
    assert.deepEqual(
      items.map(({ iconPath }) => (iconPath as ThemeIcon).id),
      outcomes.map(([, icon]) => icon),
    );
    assert.equal(new Set(items.map(({ id }) => id)).size, outcomes.length);
    const [first] = items;
    assert.equal(first?.label, '200 repo:push');
    assert.match(String(first.description), /^attempt 2 · \$\(alert\) .* · .* · 12 ms$/);
    assert.equal(typeof first.tooltip, 'string');
    assert.match(first.accessibilityInformation?.label ?? '', /^repo:push, 200 /);
  });

  it('say what is missing of a body, and compare without what always differs', () => {
    const body = { text: 'x', isCut: true, isReplaced: true };
    const [one, other] = ['1', '2'].map((uuid) =>
      comparableText(
        someDelivery({
          requestUuid: uuid,
          headers: [
            ['X-Request-UUID', uuid],
            ['X-Event-Key', 'repo:push'],
          ],
          outcome: answered(answerWith({ body })),
        }),
      ),
    );
    assert.ok(one && other);
    assert.equal(one.replace('X-Request-UUID: 1', ''), other.replace('X-Request-UUID: 2', ''));
    assert.match(one, /\[Only the [^\]]*\]\n\[The body is not UTF-8: [^\]]*\]\nx\n/);
  });
});
