import { bitbucketScenario } from '../server/scenario';
import { sharedPage } from '../ui/world';

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
  const journey = sharedPage({
    scenario: bitbucketScenario,
    files: { 'bitbucket-triggers.yml': triggers },
    viewport: { width: 1100, height: 720 },
  });

  it('of the three jobs, dark and light', async () => {
    await journey(async ({ workbench }) => {
      const { editor, quickInput } = workbench;
      const tree = workbench.tree('Events');
      await workbench.activityBar('Bitbucket Webhooks').click();
      await tree.row('repository').expand();
      await tree.siblings(23).waitFor();
      for (const theme of ['dark', 'light'] as const) {
        if (theme === 'light') {
          await workbench.chooseTheme('Light Modern', 'vs');
        }
        await editor.open('bitbucket-triggers.yml');
        await editor.goTo(9, 9);
        await editor.type('pull');
        await editor.suggest.item('pullrequest:fulfilled').waitFor();
        await workbench.picture(`complete-${theme}`);
        await editor.suggest.dismiss();
        await editor.press('ControlOrMeta+Z');
        await tree.row('pullrequest:fulfilled').tooltip();
        await workbench.picture(`browse-${theme}`);
        await workbench.runCommand('Bitbucket Webhooks: Copy event key');
        await quickInput.type('merged');
        await quickInput.rows('pullrequest:fulfilled').first().waitFor();
        await workbench.picture(`copy-${theme}`);
        await quickInput.dismiss();
      }
    });
  });
});
