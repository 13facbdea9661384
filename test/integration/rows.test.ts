import assert from 'node:assert/strict';
import { commands, extensions, window } from 'vscode';
import { sendingCommands } from '../../src/deliveries/sending';

interface Manifest {
  contributes: { menus: Record<string, { command: string; when: string }[]> };
}

const { menus } = (
  extensions.all.find(({ packageJSON }) => (packageJSON as { name: string }).name === 'bitbucket-webhook-events')
    ?.packageJSON as Manifest
).contributes;
const commandsIn = (menu: string) => [...new Set(menus[menu]?.map(({ command }) => command))];
const inRows = commandsIn('view/item/context');
const inTitles = commandsIn('view/title');

describe('Commands of rows', () => {
  // The log is the same whatever row it is opened from.
  for (const command of inRows.filter((each) => each !== 'bitbucketWebhooks.showLog')) {
    it(`do nothing for a row that went away: ${command}`, async () => {
      const before = window.activeTextEditor;
      // Whatever it would ask, it would wait for.
      await commands.executeCommand(command, undefined);
      assert.equal(window.activeTextEditor, before);
    });
  }

  const ofDeliveries = sendingCommands
    .map((name) => `bitbucketWebhooks.${name}`)
    .filter((command) => inRows.includes(command) && command !== 'bitbucketWebhooks.sendTestDelivery');
  for (const command of ofDeliveries) {
    it(`do nothing for a delivery that was removed: ${command}`, async () => {
      const before = window.activeTextEditor;
      const kind = command.endsWith('cancelDelivery') ? 'pending' : 'delivery';
      await commands.executeCommand(command, { kind, [kind]: { id: 'gone' } });
      assert.equal(window.activeTextEditor, before);
    });
  }

  it('stand in no title of a view, which would give them the row that has the focus', () => {
    const both = inTitles.filter((command) => inRows.includes(command));
    assert.deepEqual(both, ['bitbucketWebhooks.showLog']);
  });

  it('are not in the palette where they only make sense on a row', () => {
    const hidden = (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map(({ command }) => command);
    const names = ['sendAsRetry', 'sendWithWrongSignature', 'sendWithoutSignature', 'openDeliveryAnswer'];
    names.push('openDeliveryRequest', 'compareDeliveries', 'copyAsCurl', 'saveDelivery', 'removeDelivery');
    names.push('copyHookAddress', 'copyHookAsRequest', 'openHook', 'removeRepository', 'sendToHook');
    assert.deepEqual(
      hidden.filter((command) => !command.startsWith('_')).sort(),
      names.map((name) => `bitbucketWebhooks.${name}`).sort(),
    );
    assert.ok(hidden.every((command) => inRows.includes(command) || inTitles.includes(command)));
  });
});
