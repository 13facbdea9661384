import assert from 'node:assert/strict';
import { basic, deleteScope, hookRow, type HooksScenario, readScope, writeScope } from '../server/hooksApi';
import { bitbucketScenario } from '../server/scenario';
import { filesWith } from './deliveryHands';
import { answer, email, files, marker, signIn, signOut, viewport } from './hooksHands';
import type { Workbench } from './workbench';
import { sharedPage } from './world';

const secret = 'marker-of-a-secret';
const subjects: HooksScenario['subjects'] = {
  'team/app': [hookRow(1, { description: 'Build and deploy', events: ['repo:push', 'pullrequest:fulfilled'] })],
  team: [],
};
const tokens = {
  [basic(email, marker)]: [readScope, writeScope, deleteScope],
  [basic(email, `${marker}-to-read`)]: [readScope],
};
const scenario = { ...bitbucketScenario, hooks: { tokens, subjects } };

/** Ticks an event off or on in the list of events. */
async function toggle({ quickInput }: Workbench, key: string): Promise<void> {
  const row = quickInput.rows().filter({ hasText: new RegExp(`^${key}`) });
  await quickInput.type(key);
  await row.first().click();
  await quickInput.type('');
}

/** Presses a button of the dialogue that says something. */
async function press({ page }: Workbench, said: string, button: string): Promise<void> {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText(said).first().waitFor();
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('Changing hooks in the workbench', () => {
  const journey = sharedPage({ scenario, files, viewport });

  it('creates one for a workspace, edits its events, pauses and deletes it', async () => {
    await journey(async ({ workbench, requests }) => {
      const { quickInput } = workbench;
      const changes = () => requests().filter((path) => /^(?:POST|PUT|DELETE) /.test(path));
      await workbench.openEvents();
      await signIn(workbench, marker);
      const tree = workbench.tree('Hooks');
      await tree.row('No webhooks').element.waitFor();
      await tree.row('team').contextMenu('Create webhook');
      await quickInput.element.locator('.quick-input-title', { hasText: '(1/4)' }).waitFor();
      await workbench.picture('hooks-create-events-dark');
      await toggle(workbench, 'repo:push');
      await quickInput.accept();
      await answer(workbench, '(2/4)', 'http://localhost:3000/');
      await quickInput.element.getByText('tunnel').first().waitFor();
      await answer(workbench, '(2/4)', 'https://ci.example.org/audit?token=marker-of-a-query');
      await answer(workbench, '(3/4)', 'Audit');
      await quickInput.pick('Type a secret');
      await quickInput.element.locator('input.input').fill(secret);
      await quickInput.accept();
      await workbench.page.locator('.monaco-dialog-box').waitFor();
      await workbench.picture('hooks-create-question-dark');
      await press(workbench, 'all repositories of the workspace team', 'Create');
      const row = tree.row('Audit');
      await row.element.waitFor();
      assert.deepEqual(changes(), ['POST /workspaces/team/hooks']);
      await workbench.page.getByText('signed with its secret').first().waitFor();
      await workbench.picture('hooks-created-dark');

      await row.contextMenu('Edit events');
      await toggle(workbench, 'repo:fork');
      await toggle(workbench, 'repo:push');
      await quickInput.accept();
      await row.expand();
      await tree.row('repo:fork').element.waitFor();
      await row.contextMenu('Pause');
      await tree.rowsWith('paused').first().waitFor();
      await row.contextMenu('Resume');
      await tree.rowsWith('paused').first().waitFor({ state: 'detached' });
      await row.contextMenu('Delete');
      await press(workbench, 'Delete the webhook Audit?', 'Delete');
      await tree.row('No webhooks').element.waitFor();
      assert.deepEqual(
        changes().map((path) => path.split(' ')[0]),
        ['POST', 'PUT', 'PUT', 'PUT', 'DELETE'],
      );
      assert.doesNotMatch(await workbench.page.content(), /marker-of/);
      assert.deepEqual(await filesWith(secret), []);
      await signOut(workbench);
    });
  });

  it('keeps what somebody else has changed meanwhile', async () => {
    await journey(async ({ workbench, replay, requests }) => {
      await workbench.openEvents();
      await signIn(workbench, marker);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      const row = hookRow(1, { description: 'Renamed', events: ['repo:push', 'repo:updated'] });
      replay({ hooks: { tokens, subjects: { ...subjects, 'team/app': [row] } } });
      await tree.row('Build and deploy').contextMenu('Edit events');
      await toggle(workbench, 'repo:fork');
      await workbench.quickInput.accept();
      await tree.row('Renamed').expand();
      await tree.row('repo:updated').element.waitFor();
      await tree.row('repo:fork').element.waitFor();
      assert.equal(requests().filter((path) => path.startsWith('PUT')).length, 1);
      await signOut(workbench);
    });
  });

  it('says which scope is missing, and sends nothing more', async () => {
    await journey(async ({ workbench, requests }) => {
      await workbench.openEvents();
      await signIn(workbench, `${marker}-to-read`);
      const tree = workbench.tree('Hooks');
      await tree.row('Build and deploy').element.waitFor();
      await tree.row('Build and deploy').contextMenu('Pause');
      await press(workbench, 'write:webhook:bitbucket', 'OK');
      assert.equal(requests().filter((path) => path.startsWith('PUT')).length, 1);
    });
  });
});
