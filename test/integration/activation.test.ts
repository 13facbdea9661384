import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { sendingCommands } from '../../src/deliveries/sending';
import { initialRequests } from './testServer';

const extension = () =>
  extensions.all.find(({ packageJSON }) => (packageJSON as { name: string }).name === 'bitbucket-webhook-events') ??
  assert.fail('the extension is not installed');

interface Manifest {
  contributes: {
    commands: { command: string }[];
    keybindings: { command: string }[];
    menus: Record<string, { command: string; when: string }[]>;
    views: Record<string, { id: string; when?: string }[]>;
    configuration: { properties: Record<string, { scope: string }> };
  };
}

describe('Activation', () => {
  it('registers every command of the manifest and sends nothing', async () => {
    await extension().activate();
    const registered = new Set(await commands.getCommands());
    for (const { command } of (extension().packageJSON as Manifest).contributes.commands) {
      assert.ok(registered.has(command), command);
    }
    assert.deepEqual(await initialRequests(), []);
  });

  it('has a title for what keys of the keyboard run, for whoever looks through these', () => {
    const { commands: titled, keybindings } = (extension().packageJSON as Manifest).contributes;
    for (const { command } of keybindings) {
      assert.ok(
        titled.some((each) => each.command === command && !command.startsWith('_')),
        command,
      );
    }
  });

  it('offers sending by what the build that can says of itself, and by nothing else', () => {
    const { menus, views } = (extension().packageJSON as Manifest).contributes;
    const canSend = 'bitbucketWebhooks.canSend';
    const view = views['bitbucketWebhooks']?.find(({ id }) => id === 'bitbucketWebhooks.deliveries');
    assert.equal(view?.when, canSend);
    for (const name of sendingCommands) {
      const entries = Object.entries(menus).flatMap(([menu, each]) =>
        each.filter(({ command }) => command === `bitbucketWebhooks.${name}`).map(({ when }) => ({ menu, when })),
      );
      const inPalette = entries.filter(({ menu }) => menu === 'commandPalette');
      assert.equal(inPalette.length, 1, name);
      for (const { when } of entries.filter((each) => each.when !== 'false')) {
        const alternatives = when.split(' || ');
        assert.ok(
          alternatives.every((each) => each.includes(canSend) || each.includes(`view == ${view.id}`)),
          `${name}: ${when}`,
        );
      }
    }
  });

  it('takes the API base URL from the machine, never from a workspace', () => {
    const { properties } = (extension().packageJSON as Manifest).contributes.configuration;
    assert.equal(properties['bitbucketWebhooks.apiBaseUrl']?.scope, 'machine');
  });
});
