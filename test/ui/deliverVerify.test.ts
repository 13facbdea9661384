import { createHmac } from 'node:crypto';
import { bitbucketScenario } from '../server/scenario';
import { sharedPage } from './world';

const secret = 'a secret';
const body = '{\r\n  "a": 1\r\n}\r\n';
const hmac = (text: string) => `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;

describe('Verify signature in the workbench', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files: { 'delivery.json': body } });

  it('says yes, or no with the reason, of a file’s bytes, an unsaved text and the clipboard', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
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
      await verify('Text of delivery.json', hmac(body), yes, bytes);
      await verify('Text of delivery.json', hmac(body.replaceAll('\r\n', '\n')), 'It matches with LF for CRLF', bytes);
      await editor.goTo(1, 2);
      await page.keyboard.insertText(' ');
      const text = 'Verified: the text of delivery.json in the editor, as utf8.';
      await verify('Text of delivery.json', hmac(body.replace('{', '{ ')), yes, text);
      await workbench.writeClipboard('{"ü":1}');
      await verify('Text in the clipboard', hmac('{"ü":1}'), yes, 'Verified: the text in the clipboard, as utf8.');
    });
  });
});
