import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { launchBrowser } from '../host/browser';
import { cleanUpAtExit } from '../host/cleanup';
import { builtScript } from '../host/paths';
import { Workbench } from './workbench';
import { secondsAtMost } from './workbenchUntil';

describe('npm start', () => {
  it('opens the view and a file with the cursor where something happens, and says what to try', async () => {
    // Where nobody answers: Bitbucket itself is not for tests to ask.
    const env = { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:9' };
    const start = fork(builtScript('start'), ['--server', '--no-open'], { silent: true, env });
    const stop = cleanUpAtExit(() => void start.kill());
    let said = '';
    const ready = new Promise<void>((resolve, reject) => {
      start.on('exit', () => {
        reject(new Error(`It ended, and said: ${said}`));
      });
      start.stdout?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('.vscode-test, with')) {
          resolve();
        }
      });
    });
    const browser = await launchBrowser();
    try {
      await ready;
      const [address = ''] = /http:\S+/.exec(said) ?? [];
      const page = await browser.newPage();
      page.setDefaultTimeout(secondsAtMost * 1000);
      await page.goto(address);
      const workbench = new Workbench(page, '');
      await workbench.ready();
      await workbench.tree('Events').row('repository').element.waitFor();
      await workbench.statusBarItem('Ln 16, Col 9').waitFor();
      await page.locator('.squiggly-warning, .squiggly-info').first().waitFor();
      await workbench.editor.type('declined');
      await workbench.editor.suggest.item('pullrequest:rejected').waitFor();
      await workbench.picture('start');
      assert.match(said, /^Try: .*\nVS Code stays in \.vscode-test, with some 800 MB: delete that folder .*$/m);
    } finally {
      await browser.close();
      const ended = once(start, 'exit');
      await stop();
      await ended;
    }
  });
});
