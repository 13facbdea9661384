import { createHmac } from 'node:crypto';
import { bitbucketScenario } from '../server/scenario';
import { sharedPage } from './world';

const secret = 'a secret';
const body = '{"name": "ü", "links": ["https://example.com"], "size": 1.0}';
const hmac = (text: string, key = secret) => `sha256=${createHmac('sha256', key).update(text).digest('hex')}`;

/** What is pasted, and what is said. */
const rows: [header: string, said: string, advice: string][] = [
  [`  'x-hub-signature': '${hmac(body)}',`, 'Yes, the signature is right.', ''],
  [hmac(body).toUpperCase(), 'No, a handler would refuse this header', 'Bitbucket writes it in small letters'],
  [`X-Gitea-Signature: ${hmac(body).slice(7)}`, 'No, a handler would refuse this header', 'the header of Gitea'],
  [
    hmac('{"name":"\\u00fc","links":["https:\\/\\/example.com"],"size":1.0}'),
    'No, the signature is not that of this body.',
    'with the same JSON as json_encode of PHP writes it',
  ],
  [hmac(body, `${secret}\n`), 'No, the signature is not that of this body.', 'with a newline at the end of the secret'],
];

describe('Verifying in the workbench', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files: { 'delivery.json': body } });

  it('says yes to what a handler takes, in whatever form a log has it, and names what is different', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      const dialog = page.locator('.monaco-dialog-box');
      const step = (text: string) => quickInput.element.locator('.quick-input-title', { hasText: text });
      await editor.open('delivery.json');
      for (const [header, said, advice] of rows) {
        await workbench.runCommand('Bitbucket Webhooks: Verify signature');
        await step('1/3').waitFor();
        await quickInput.pick('Text of delivery.json');
        await step('2/3').waitFor();
        await quickInput.element.locator('input.input').fill(header);
        await quickInput.accept();
        await step('3/3').waitFor();
        await quickInput.element.locator('input.input').fill(secret);
        await quickInput.accept();
        await dialog.getByText(said).waitFor();
        await dialog.getByText(advice).first().waitFor();
        await workbench.picture(`verify-${said.slice(0, 3)}-${advice.slice(-12)}`);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      }
    });
  });
});
