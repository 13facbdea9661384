import { bitbucketScenario } from '../server/scenario';
import { journey, picture } from './world';

const triggers = [
  '# Which deliveries start which job',
  'jobs:',
  '  build:',
  '    events:',
  '      - repo:push',
  '      - pullrequest:created',
  '  release:',
  '    events:',
  '      - ',
  '',
].join('\n');

/** The pictures of the README; `media/screenshots` has the last ones that somebody looked at. */
describe('Pictures', () => {
  for (const theme of ['dark', 'light'] as const) {
    it(`of the three jobs, ${theme}`, async () => {
      const options = {
        scenario: bitbucketScenario,
        theme,
        files: { 'bitbucket-triggers.yml': triggers },
        viewport: { width: 1100, height: 640 },
      };
      await journey(options, async ({ workbench }) => {
        await workbench.activityBar('Bitbucket Webhooks').click();
        await workbench.tree('Events').row('repository').expand();
        await workbench.tree('Events').siblings(23).waitFor();
        await workbench.editor.open('bitbucket-triggers.yml');
        await workbench.editor.goTo(9, 9);
        await workbench.editor.type('pull');
        await workbench.editor.suggest.item('pullrequest:fulfilled').waitFor();
        await workbench.screenshot(picture(`complete-${theme}`));
        await workbench.editor.suggest.accept('pullrequest:fulfilled');
        await workbench.editor.save();
        await workbench.tree('Events').row('pullrequest:fulfilled').tooltip();
        await workbench.screenshot(picture(`browse-${theme}`));
        await workbench.runCommand('Bitbucket Webhooks: Copy event key');
        await workbench.quickInput.type('merged');
        await workbench.quickInput.rows('pullrequest:fulfilled').first().waitFor();
        await workbench.screenshot(picture(`copy-${theme}`));
      });
    });
  }
});
