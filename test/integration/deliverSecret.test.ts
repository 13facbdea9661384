import assert from 'node:assert/strict';
import { LanguageModelTextPart, lm } from 'vscode';
import type { Draft } from '../../src/deliveries/deliverer';
import { deliveryUri, summaryUri } from '../../src/deliveries/documents';
import { verdictText } from '../../src/deliveries/verdictText';
import { curlCommand } from '../../src/deliveries/wire/curl';
import type { Delivery } from '../../src/deliveries/wire/delivery';
import { verify } from '../../src/deliveries/wire/verify';
import { openHandler } from '../support/handler';
import { draft, openDeliveries, target } from './deliverStage';

const secret = 'marker-secret';
const parts = ['answer', 'request', 'comparison'] as const;

/** What assistants are answered. */
async function agentsAnswers(): Promise<string[]> {
  const asked = [
    ['get_bitbucket_webhook_payload', { key: 'repo:push' }],
    ['lookup_bitbucket_webhook_events', {}],
  ] as const;
  const results = await Promise.all(
    asked.map(([name, input]) => lm.invokeTool(name, { input, toolInvocationToken: undefined })),
  );
  return results.flatMap(({ content }) =>
    content.map((part) => (part instanceof LanguageModelTextPart ? part.value : JSON.stringify(part))),
  );
}

describe('The secret of a target, and what is behind a question mark', () => {
  it('are with VS Code’s secrets and nowhere else, whatever is done and whatever fails', async () => {
    const logged: string[] = [];
    const note = (message: string) => void logged.push(message);
    const { address, requests, close } = await openHandler(({ headers }) =>
      headers['x-hub-signature'] === undefined ? 500 : 'ok',
    );
    const stage = openDeliveries({ debug: note, info: note, warn: note });
    const { deliverer, secrets, targets, memory, storage, folder, read } = stage;
    await secrets.set(address, secret);
    const to = target(`${address}?token=marker-query`);
    const drafts: Draft[] = [
      draft(),
      draft({ signing: 'wrong' }),
      draft({ signing: 'unsigned' }),
      draft({ requestUuid: 'first', attempt: 2 }),
      draft({ eventKey: 'repo:push\r\nX-Evil: 1' }),
    ];
    const sent: Delivery[] = [...(await deliverer.send(drafts, to, 'batch'))];
    const [first] = requests;
    assert.equal(first?.url, '/hook?token=marker-query');
    close();
    // Nobody listens any more, and nothing can be written.
    folder.write = () => Promise.reject(new Error('no space'));
    sent.push(...(await deliverer.send([draft()], to)));
    storage.isBroken = true;
    const thrown = await Promise.allSettled([
      secrets.set(address, secret),
      targets.remember(target(`${address}?other=marker-query`)),
      deliverer.send([draft()], to),
    ]);
    const signature = first.headers['x-hub-signature'];
    const verdicts = await Promise.all(
      [signature, 'sha256=0', ''].map(async (header) =>
        verdictText(await verify(Buffer.from(draft().body), String(header), secret)),
      ),
    );

    const documents = await Promise.all([
      ...sent.flatMap((delivery) => parts.map((part) => read(deliveryUri(delivery, part)))),
      read(summaryUri('batch')),
    ]);
    const places = {
      globalState: [...memory.values.values()],
      'the history’s file': [...folder.files.values()],
      rows: [JSON.stringify(await stage.items())],
      documents,
      'curl commands': sent.map(({ headers, body }) => curlCommand(headers, body, undefined)),
      'the log': logged,
      errors: thrown.map((each) => (each.status === 'rejected' ? String(each.reason) : '')),
      verdicts: verdicts.map((each) => JSON.stringify(each)),
      'answers to agents': await agentsAnswers(),
    };
    for (const [name, texts] of Object.entries(places)) {
      assert.ok(texts.join('').length > 20, `nothing in ${name}`);
      assert.doesNotMatch(texts.join('\n'), /marker/, name);
    }
    assert.equal(sent.length, drafts.length + 1);
    for (const marker of [secret, 'marker-query']) {
      assert.ok([...storage.values.values()].some((value) => value.includes(marker)));
    }
  });
});
