import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { takesPictures } from './pictures';
import { shows } from './deliveryHands';
import type { Workbench } from './workbench';
import { sharedPage } from './world';

/** Wide enough for the drawings, which VS Code leaves out of a narrow page. */
const viewport = { width: 1600, height: 900 };
const title = 'Get Started with Bitbucket Webhook Events';

async function openWalkthrough(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Welcome: Open Walkthrough...');
  await workbench.quickInput.type(title);
  await workbench.quickInput.pick(title);
  await workbench.page.locator('h2.category-title', { hasText: title }).waitFor();
}

const steps = [
  { id: 'browse', button: 'Open the view', drawn: /^workspace$/ },
  { id: 'complete', button: 'Try it in a new file', drawn: /^events$/ },
  { id: 'copy', button: 'Copy an event key', drawn: /^pullrequest:$/ },
  { id: 'samples', button: 'Show a sample payload', drawn: /^null$/ },
  { id: 'send', button: 'Send a test delivery', drawn: /^200 OK$/ },
];

/** Themes by their names, with the class that the workbench has in them. Somebody has to look at the pictures. */
const themes = [
  ['Light Modern', 'vs'],
  ['Dark High Contrast', 'hc-black'],
  ['Light High Contrast', 'hc-light'],
] as const;

/** A step by its id in the manifest. */
function step(workbench: Workbench, id: string) {
  const element = workbench.page.locator(`.getting-started-step[data-step-id$="${id}"]`);
  return {
    select: () => element.locator('.step-title').click(),
    press: (button: string) => element.getByRole('button', { name: button }).click(),
    isDone: element.locator('.codicon-getting-started-step-checked'),
    isOpen: element.locator('.codicon-getting-started-step-unchecked'),
  };
}

/** Until the drawing of a step is there, known by a text that no other has. */
async function drawing(workbench: Workbench, text: RegExp): Promise<void> {
  const frame = workbench.page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await frame.locator('svg text', { hasText: text }).waitFor();
}

describe('The walkthrough', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, viewport });

  it('leads to each of the jobs and checks off what was done', async () => {
    await journey(async ({ workbench }) => {
      await openWalkthrough(workbench);
      for (const { id, button, drawn } of steps) {
        const { select, isOpen } = step(workbench, id);
        await isOpen.waitFor();
        await select();
        await drawing(workbench, drawn);
        await workbench.page.getByRole('button', { name: button }).waitFor();
        await workbench.picture(`walkthrough-${id}-dark`);
      }
      if (takesPictures) {
        for (const [theme, kind] of themes) {
          await workbench.chooseTheme(theme, kind);
          await workbench.picture(`walkthrough-${kind}`);
        }
      }
      const copy = step(workbench, 'copy');
      await copy.select();
      await copy.press('Copy an event key');
      await workbench.quickInput.type('Merged');
      await workbench.quickInput.pick('pullrequest:fulfilled');
      await workbench.statusBarItem('Copied pullrequest:fulfilled').waitFor();
      await copy.isDone.waitFor();

      const samples = step(workbench, 'samples');
      await samples.select();
      await samples.press('Show a sample payload');
      await workbench.quickInput.type('repo:fork');
      await workbench.quickInput.pick('repo:fork');
      await shows(workbench, '"fork": {');
      await openWalkthrough(workbench);
      await samples.isDone.waitFor();

      const send = step(workbench, 'send');
      await send.select();
      await send.press('Send a test delivery');
      await workbench.quickInput.rows('repo:push').first().waitFor();
      await workbench.quickInput.dismiss();
      await send.isDone.waitFor();

      const browse = step(workbench, 'browse');
      await browse.select();
      await browse.press('Open the view');
      await workbench.tree('Events').row('repository').element.waitFor();
      await browse.isDone.waitFor();

      const complete = step(workbench, 'complete');
      await complete.select();
      await complete.press('Try it in a new file');
      await workbench.editor.suggest.item('pullrequest:fulfilled').waitFor();
      await workbench.picture('walkthrough-try-dark');
      await workbench.editor.suggest.accept('pullrequest:fulfilled');
      assert.match(await workbench.page.locator('.monaco-editor .view-lines').innerText(), /-\s+pullrequest:fulfilled/);
      await openWalkthrough(workbench);
      await complete.isDone.waitFor();
    });
  });
});
