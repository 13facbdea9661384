import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import { sharedPage } from './world';

const handler = `// Bitbucket
export const hook = { url: '/hooks', events: ['repo:push', 'pullrequest:created', 'pullrequest:fulfilled'] };

export function receive(eventKey: string, run: () => void): void {
  switch (eventKey) {
    case 'repo:push':
      run();
      break;
    default:
      throw new Error(eventKey);
  }
}
`;

const armOf = (key: string) => `\n    case '${key}':\n      // TODO: handle ${key}\n      break;`;

describe('Missing events in the workbench', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files: { 'handler.ts': handler } });

  it('are added where the code tells events apart, undone in one step, and picked from all others', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page } = workbench;
      const title = 'Add missing events: pullrequest:created, pullrequest:fulfilled';
      const added = handler.replace('break;', `break;${armOf('pullrequest:created')}${armOf('pullrequest:fulfilled')}`);
      const line = page.locator('.editor-group-container.active .view-line', { hasText: 'TODO: handle pullrequest' });
      await editor.open('handler.ts');
      await editor.goTo(6, 12);
      await editor.offerQuickFix(title);
      await workbench.picture('missing-events-offered');
      await editor.quickFix(title);
      await line.first().waitFor();
      await workbench.picture('missing-events-added');
      assert.equal(await editor.save(), added);
      await editor.press('ControlOrMeta+Z');
      await line.first().waitFor({ state: 'detached' });
      assert.equal(await editor.save(), handler);

      await editor.quickFix('Add missing events…');
      const { quickInput } = workbench;
      await quickInput.rows('repo:fork').first().waitFor();
      assert.ok(!(await quickInput.labels()).includes('repo:push'));
      await quickInput.type('pullrequest:approved');
      const row = quickInput.rows('pullrequest:approved').first();
      await row.waitFor();
      await workbench.picture('missing-events-picked');
      await row.click();
      await quickInput.element.getByText('1 Selected').waitFor();
      await quickInput.accept();
      await line.first().waitFor();
      assert.equal(await editor.save(), handler.replace('break;', `break;${armOf('pullrequest:approved')}`));
    });
  });
});
