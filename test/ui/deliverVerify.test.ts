import { createHmac } from 'node:crypto';
import { bitbucketScenario } from '../server/scenario';
import { journey, picture } from './world';

const secret = 'a secret';
const body = '{\r\n  "a": 1\r\n}\r\n';
const hmac = (text: string, key = secret, hash = 'sha256') =>
  `${hash}=${createHmac(hash, key).update(text).digest('hex')}`;
const lineFeeds = body.replaceAll('\r\n', '\n');

/** What is pasted, and what is said of it. */
const rows: [header: string, secret: string, said: string][] = [
  [hmac(body), secret, 'Yes, the signature is right.'],
  [`X-Hub-Signature-256: ${hmac(body)}`, secret, 'It came as X-Hub-Signature-256, which is GitHub’s header'],
  [hmac(lineFeeds), secret, 'It matches with LF for CRLF: something'],
  [hmac(body.trimEnd()), secret, 'It matches without the newline at the end of the body'],
  [hmac(`${body}\n`), secret, 'It matches with a newline at the end of the body'],
  [hmac(lineFeeds.trimEnd()), secret, 'It matches with LF for CRLF and without the newline'],
  [hmac('{"a":1}'), secret, 'It matches the same JSON on one line'],
  [hmac(body, `${secret}\n`), secret, 'It matches with a newline at the end of the secret'],
  [hmac(body, secret, 'sha1'), secret, 'It is right for this body, but not Bitbucket’s'],
  [hmac('{}', secret, 'sha1'), secret, 'is this delivery Bitbucket’s?'],
  ['', secret, 'There is no signature.'],
  ['sha256=1', secret, 'No, this is no signature.'],
  [hmac(body), '', 'Without a secret there is nothing to verify.'],
  [hmac(body), 'x'.repeat(129), 'The secret has more than 128 characters'],
  [hmac(body), 'another', 'Compare the secrets, and take the body as it came'],
];

describe('Verify signature in the workbench', () => {
  it('says yes, or no with each of its reasons, of a file’s bytes, an unsaved text and the clipboard', async () => {
    const files = { 'delivery.json': body };
    await journey({ scenario: bitbucketScenario, files }, async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      const title = (step: string) => quickInput.element.locator('.quick-input-title', { hasText: step });
      const dialog = page.locator('.monaco-dialog-box');
      const verify = async (from: string, [header, key, said]: (typeof rows)[number], origin: string) => {
        await workbench.runCommand('Bitbucket Webhooks: Verify signature');
        await title('1/3').waitFor();
        await quickInput.pick(from);
        await title('2/3').waitFor();
        await quickInput.element.locator('input.input').fill(header);
        await quickInput.accept();
        await title('3/3').waitFor();
        await quickInput.element.locator('input.input').fill(key);
        await quickInput.accept();
        await dialog.getByText(said).waitFor();
        await dialog.getByText(origin).waitFor();
        await workbench.screenshot(picture(`verify-${rows.findIndex((row) => row[2] === said)}`));
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      };
      await editor.open('delivery.json');
      for (const row of rows) {
        await verify('Text of delivery.json', row, 'Verified: the 16 bytes of delivery.json as saved.');
      }
      await editor.goTo(1, 2);
      await page.keyboard.insertText(' ');
      const changed: (typeof rows)[number] = [hmac(body.replace('{', '{ ')), secret, 'Yes, the signature is right.'];
      await verify('Text of delivery.json', changed, 'Verified: the text of delivery.json in the editor, as utf8.');
      await workbench.writeClipboard('{"ü":1}');
      const copied: (typeof rows)[number] = [hmac('{"ü":1}'), secret, 'Yes, the signature is right.'];
      await verify('Text in the clipboard', copied, 'Verified: the text in the clipboard, as utf8.');
    });
  });
});
