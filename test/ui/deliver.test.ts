import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { bitbucketScenario } from '../server/scenario';
import type { HandledRequest } from '../support/handler';
import { allDelivered, chooseTarget, clickLens, filesWith, openDeliveries, shows, withHandler } from './deliveryHands';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

/** Bytes that whoever writes them anew would change. */
const delivered = '{\r\n  "a": 1\r\n}\r\n';

const files = {
  'delivery.json': delivered,
  'repo-push.bitbucket.json': '{}',
  'repo-push.broken.bitbucket.json': 'no JSON',
  'repo-push.mine.bitbucket.json': '{"mine": true}\r\n',
};

describe('Deliveries in the workbench', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files, viewport: { width: 1400, height: 1000 } });

  it('take three Enters from the palette, and are signed with a secret that is nowhere to be seen', async () => {
    const secret = 'marker-of-a-secret';
    const isRight = ({ body, headers }: HandledRequest) =>
      headers['x-hub-signature'] === `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    await withHandler(
      (request) => (isRight(request) ? 'welcome' : 401),
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          const { page, quickInput } = workbench;
          // Nothing of the extension was looked at yet: it is active all the same, and says that it can send.
          await workbench.runCommand('Bitbucket Webhooks: Set secret');
          await chooseTarget(workbench, address);
          await quickInput.element.locator('input[type="password"]').fill(secret);
          await quickInput.accept();
          await workbench.statusBarItem('are signed from now on').waitFor();

          await workbench.runCommand('Bitbucket Webhooks: Send test delivery');
          for (const title of ['Event to send', 'Send repo:push', 'Send repo:push']) {
            await quickInput.element.locator('.quick-input-title', { hasText: title }).waitFor();
            await quickInput.rows().first().and(page.locator('.focused')).waitFor();
            const seen = async () => (await quickInput.element.allInnerTexts()).join('\n');
            const before = await seen();
            await quickInput.accept();
            // Or no list any more, which may go between two questions.
            await until('the next list is there', async () => (await seen()) !== before);
          }
          await shows(workbench, 'welcome');
          await workbench.openEvents();
          await allDelivered(workbench, 1);
          const row = workbench.tree('Deliveries').row('repo:push');
          await row.contextMenu('Send again with a wrong signature');
          await shows(workbench, '401 Unauthorized');
          await shows(workbench, 'Refused, as it should be.');
          await allDelivered(workbench, 2);
          await row.contextMenu('Send again without a signature');
          await allDelivered(workbench, 3);
          await row.contextMenu('Send again as Bitbucket’s retry');
          await allDelivered(workbench, 4);
          assert.deepEqual(
            requests.map((request) => [isRight(request), request.headers['x-attempt-number']]),
            [
              [true, '1'],
              [false, '1'],
              [false, '1'],
              [true, '2'],
            ],
          );
          assert.equal(requests[2]?.headers['x-hub-signature'], undefined);
          assert.equal(requests[3]?.headers['x-request-uuid'], requests[2]?.headers['x-request-uuid']);
          await shows(workbench, 'Attempt 2, signed');
          await workbench.picture('deliveries-signed-dark');
          await row.hover();
          assert.doesNotMatch(await page.content(), /marker-of/);
          const kept = await page.evaluate<string>('JSON.stringify({ ...localStorage, ...sessionStorage })');
          assert.doesNotMatch(kept, /marker-of/);
          assert.deepEqual(await filesWith('marker-of'), []);
          assert.notDeepEqual(await filesWith('X-Request-UUID'), [], 'the search finds what is kept');

          await workbench.runCommand('Bitbucket Webhooks: Copy secret');
          await quickInput.pick(address);
          await workbench.statusBarItem('is in the clipboard').waitFor();
          assert.equal(await workbench.readClipboard(), secret);
          await workbench.runCommand('Bitbucket Webhooks: Forget secret');
          await quickInput.pick(address);
          await workbench.statusBarItem('is forgotten').waitFor();
        });
      },
    );
  });

  it('ask before they go to another origin, and once', async () => {
    await withHandler(
      () => 'ok',
      async ({ port, requests }) => {
        await journey(async ({ workbench }) => {
          const { editor, page } = workbench;
          await openDeliveries(workbench);
          const dialog = page.locator('.monaco-dialog-box');
          await editor.open('repo-push.mine.bitbucket.json');
          const address = `http://handler.invalid:${port}/hook?token=marker`;
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, address);
          await dialog.getByText(`Send test deliveries to http://handler.invalid:${port}?`).waitFor();
          await workbench.picture('deliveries-question-dark');
          // What Enter does sends nothing.
          await page.keyboard.press('Enter');
          const title = workbench.quickInput.element.locator('.quick-input-title');
          await title.getByText('Send to another address').waitFor();
          await workbench.quickInput.dismiss();
          assert.equal(requests.length, 0);
          assert.deepEqual(await workbench.tree('Deliveries').labels(), []);
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, address);
          await dialog.getByRole('button', { name: 'Send', exact: true }).click();
          // There is no such name, but it was tried.
          await shows(workbench, `repo:push to http://handler.invalid:${port}/hook`);
          await clickLens(workbench, 'Send');
          await workbench.quickInput.rows(`http://handler.invalid:${port}/hook?…`).first().waitFor();
          await chooseTarget(workbench);
          await allDelivered(workbench, 2);
          assert.equal(requests.length, 0);
          assert.doesNotMatch(await page.content(), /token=marker/);
        });
      },
    );
  });

  it('can be cancelled, and say so when Bitbucket would no longer wait', async () => {
    await withHandler(
      () => new Promise(() => undefined),
      async ({ address, requests }) => {
        await journey(async ({ workbench }) => {
          const { page } = workbench;
          await openDeliveries(workbench);
          await workbench.editor.open('repo-push.bitbucket.json');
          await clickLens(workbench, 'Send');
          await chooseTarget(workbench, address);
          await until('the handler has it', () => Promise.resolve(requests.length === 1));
          const row = workbench.tree('Deliveries').row('repo:push');
          await row.element.locator('.codicon-loading').waitFor();
          assert.match(await row.description(), /^waiting · 127\.0\.0\.1:/);
          await workbench.runCommand('Notifications: Show Notifications');
          const center = page.locator('.notifications-center');
          await center.getByText('Bitbucket would have given up by now').waitFor();
          await workbench.tree('Deliveries').rowsWith('too late for Bitbucket, still waiting').waitFor();
          await workbench.picture('deliveries-late-dark');
          await row.inlineAction('Cancel delivery');
          await shows(workbench, 'You cancelled the delivery.');
          await allDelivered(workbench, 1);
        });
      },
    );
  });

  it('say what is wrong where nobody listens, and ask about what Bitbucket would not send', async () => {
    await withHandler(
      () => 'ok',
      async ({ address, close }) => {
        close();
        await journey(async ({ workbench }) => {
          const dialog = workbench.page.locator('.monaco-dialog-box');
          await workbench.editor.open('repo-push.broken.bitbucket.json');
          await clickLens(workbench, 'Send');
          await dialog.getByText('This text is not JSON. Send it all the same?').waitFor();
          await dialog.getByRole('button', { name: 'Send', exact: true }).click();
          await chooseTarget(workbench, address);
          await shows(workbench, 'Connection refused');
          await shows(workbench, 'Is the handler running, and on this port?');
          await workbench.picture('deliveries-refused-dark');
        });
      },
    );
  });

  it('are verified: yes, or no with the reason, of a file’s bytes, an unsaved text and the clipboard', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      const secret = 'a secret';
      const hmac = (text: string) => `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
      const title = (step: string) => quickInput.element.locator('.quick-input-title', { hasText: step });
      const dialog = page.locator('.monaco-dialog-box');
      const verify = async (from: string, header: string, said: string, origin: string) => {
        await workbench.runCommand('Bitbucket Webhooks: Verify signature');
        await title('1/3').waitFor();
        await quickInput.pick(from);
        await title('2/3').waitFor();
        await quickInput.element.locator('input.input').fill(header);
        await quickInput.accept();
        await title('3/3').waitFor();
        await quickInput.element.locator('input.input').fill(secret);
        await quickInput.accept();
        await dialog.getByText(said).waitFor();
        await dialog.getByText(origin).waitFor();
        await workbench.picture(`verify-${said}`);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      };
      const yes = 'Yes, the signature is right.';
      await editor.open('delivery.json');
      const bytes = 'Verified: the 16 bytes of delivery.json as saved.';
      await verify('Text of delivery.json', hmac(delivered), yes, bytes);
      await verify(
        'Text of delivery.json',
        hmac(delivered.replaceAll('\r\n', '\n')),
        'It matches with LF for CRLF',
        bytes,
      );
      await editor.goTo(1, 2);
      await page.keyboard.insertText(' ');
      const text = 'Verified: the text of delivery.json in the editor, as utf8.';
      await verify('Text of delivery.json', hmac(delivered.replace('{', '{ ')), yes, text);
      await workbench.writeClipboard('{"ü":1}');
      await verify('Text in the clipboard', hmac('{"ü":1}'), yes, 'Verified: the text in the clipboard, as utf8.');
    });
  });
});
