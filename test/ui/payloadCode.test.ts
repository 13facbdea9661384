import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bitbucketScenario } from '../server/scenario';
import { complaintsAbout } from '../unit/payloads/compile';
import type { Workbench } from './workbench';
import { succeeds, until } from './workbenchUntil';
import { sharedPage } from './world';

async function openTree(workbench: Workbench) {
  const tree = await workbench.openEvents();
  await tree.row('repository').expand();
  await tree.row('repo:push').element.waitFor();
  return tree;
}

const config = `[remote "origin"]
\turl = https://x-token-auth:s3cr3t@bitbucket.org/my-team/my-repo.git
`;

/** Where the folder is no clone, there are no names to use. */
async function findNoNames(workbench: Workbench): Promise<void> {
  const { page, quickInput } = workbench;
  await workbench.tree('Events').row('repo:push').click();
  await page.locator('.codelens-decoration > span', { hasText: 'Recorded 2025' }).waitFor();
  await quickInput.open('F1', '>Bitbucket Webhooks: ', quickInput.rows('Copy headers').first());
  await quickInput.type('>Bitbucket Webhooks: Use names');
  await until('no such command is there', async () => {
    const labels = await quickInput.rows().allInnerTexts();
    return !labels.some((label) => label.includes('Use names of this repository'));
  });
  await quickInput.dismiss();
}

describe('Code out of payloads in the workbench', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files: { 'types.ts': '' } });

  it('copies types and adds those of all events, which compile, and offers no names where there is no clone', async () => {
    await journey(async ({ workbench }) => {
      const { editor, page, quickInput } = workbench;
      const tree = await openTree(workbench);
      await findNoNames(workbench);
      await tree.row('repo:push').contextMenu('Copy payload type');
      await quickInput.pick('TypeScript');
      await workbench.statusBarItem('Copied the type of repo:push').waitFor();
      await editor.open('types.ts');
      await page.locator('.editor-group-container.active .view-lines').click();
      await page.keyboard.press('ControlOrMeta+V');
      await page.locator('.editor-group-container.active .view-line', { hasText: 'export' }).first().waitFor();
      const type = await editor.save();
      assert.match(type, /^export interface RepoPushPayload \{/m);
      assert.deepEqual(complaintsAbout({ 'types.ts': type }), []);

      const add = async (): Promise<void> => {
        await workbench.runCommand('Bitbucket Webhooks: Add payload types to workspace');
        await quickInput.element.locator('input.input').waitFor();
        await quickInput.accept();
      };
      await add();
      await page.locator('.tab.active[data-resource-name="bitbucket-webhooks.d.ts"]').waitFor();
      const types = await readFile(join(workbench.folder, 'bitbucket-webhooks.d.ts'), 'utf8');
      assert.match(types, /^export type BitbucketWebhook = \{/m);
      assert.deepEqual(complaintsAbout({ 'bitbucket-webhooks.d.ts': types }), []);
      await workbench.picture('types-dark');
      await add();
      await page
        .getByText(/already exists/)
        .first()
        .waitFor();
      await workbench.picture('types-replace-dark');
    });
  });
});

describe('Code out of payloads in a clone', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, files: { '.git/config': config } });

  it('uses the names of the folder’s repository in samples and requests, without its token', async () => {
    await journey(async ({ workbench }) => {
      const { page, quickInput } = workbench;
      const tree = await openTree(workbench);
      await tree.row('pullrequest:fulfilled').click();
      await page.locator('.view-line', { hasText: 'harbor-lights/tide-tables' }).first().waitFor();
      // An open palette takes no notice of commands that come to it.
      await until('the names are offered', async (patience) => {
        await quickInput.open('F1', '>Bitbucket Webhooks: ', quickInput.rows('Copy headers').first());
        await quickInput.type('>Bitbucket Webhooks: Use names');
        const isOffered = await succeeds(
          quickInput.rows('Use names of this repository').first().waitFor({ timeout: patience }),
        );
        await quickInput.dismiss();
        return isOffered;
      });
      await workbench.runCommand('Bitbucket Webhooks: Use names of this repository');
      await page.locator('.view-line', { hasText: '"full_name": "my-team/my-repo"' }).first().waitFor();
      await workbench.runCommand('Bitbucket Webhooks: Copy sample payload');
      await workbench.statusBarItem('Copied the sample').waitFor();
      const body = JSON.parse(await workbench.readClipboard()) as { repository: { full_name: string } };
      assert.equal(body.repository.full_name, 'my-team/my-repo');

      await tree.row('repo:push').contextMenu('Copy create-hook request');
      await quickInput.rows('curl command for sh').waitFor();
      await workbench.picture('hook-request-dark');
      await quickInput.pick('Terraform resource');
      await workbench.statusBarItem('Copied: Terraform resource').waitFor();
      const terraform = await workbench.readClipboard();
      assert.match(terraform, /owner += "my-team"\n {2}repository += "my-repo"/);
      await tree.row('repo:push').contextMenu('Copy create-hook request');
      await quickInput.pick('curl command for sh');
      await workbench.statusBarItem('Copied: curl command for sh').waitFor();
      const curl = await workbench.readClipboard();
      assert.match(curl, /repositories\/my-team\/my-repo\/hooks/);
      await tree.row('repo:push').contextMenu('Copy create-hook request');
      await quickInput.pick('Command for PowerShell');
      await workbench.statusBarItem('Copied: Command for PowerShell').waitFor();
      const powerShell = await workbench.readClipboard();
      assert.match(powerShell, /Uri = '.*repositories\/my-team\/my-repo\/hooks'/);
      assert.ok(!`${curl}${terraform}${powerShell}`.includes('s3cr3t'));
    });
  });
});
