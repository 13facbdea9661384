import { commands, env, l10n, Selection, Uri, window, workspace } from 'vscode';
import { proposeTargetCommand } from '../deliveries/proposeTarget';
import { escapeIcons } from '../presentation/texts';
import type { GeneratedFile, HandlerPlan } from './generator/framework';
import { exists } from './folderReader';
import { pickStep } from './pickStep';
import type { OpenPlace } from './places';

interface NextStep {
  readonly label: string;
  /** Code, which nobody translates. */
  readonly description: string;
  readonly detail: string;
  readonly run: () => Promise<unknown>;
}

const sendCommand = 'bitbucketWebhooks.sendTestDelivery';
/** As `proposeTargetCommand`, there only where deliveries can be sent. */
const copySecretCommand = '_bitbucketWebhooks.copyHandlerSecret';

/** Shows the code for the events, and a list of what comes next, which stays until all is done or the user goes away. */
export async function showNextSteps(
  place: OpenPlace,
  plan: HandlerPlan,
  created: readonly GeneratedFile[],
  eventKey: string,
): Promise<void> {
  const { folder } = place;
  const shown = created.find(({ path }) => path === plan.main) ?? created[0];
  if (shown) {
    await window.showTextDocument(Uri.joinPath(folder, shown.path), { preview: false });
  }
  const canSend = (await commands.getCommands()).includes(proposeTargetCommand);
  const steps = [...setupSteps(place, plan, canSend), ...(canSend ? [sendStep(plan.address, eventKey)] : [])];
  const done = new Set<NextStep>();
  while (done.size < steps.length) {
    const items = steps.map((step) => ({
      label: `$(${done.has(step) ? 'pass-filled' : 'circle-large-outline'}) ${step.label}`,
      description: escapeIcons(step.description),
      detail: step.detail,
      step,
    }));
    const picked = await pickStep({
      title: l10n.t('The handler is written. What comes next:'),
      placeholder: l10n.t('The list stays until you press Escape'),
      items,
      active: items.find(({ step }) => !done.has(step)),
    });
    const step = typeof picked === 'object' ? picked[0]?.step : undefined;
    if (!step) {
      return;
    }
    await step.run();
    done.add(step);
  }
}

function setupSteps({ folder, name }: OpenPlace, plan: HandlerPlan, canSend: boolean): NextStep[] {
  const { install, mount, secretFile, start, test, address } = plan;
  const copy = (text: string) => async () => env.clipboard.writeText(text);
  const isRoot = workspace.workspaceFolders?.some(({ uri }) => uri.toString() === folder.toString()) === true;
  const copies = isRoot ? l10n.t('Copies the command') : l10n.t('Copies the command, to be run in {0}', name);
  const steps: NextStep[] = [];
  if (install.length > 0) {
    const command = install.join(' && ');
    steps.push({ label: l10n.t('Install what it needs'), description: command, detail: copies, run: copy(command) });
  }
  if (mount) {
    steps.push({
      label: l10n.t('Mount it'),
      // Its last line, which does it.
      description: mount.call.split('\n').at(-1) ?? '',
      detail: l10n.t('Before anything that parses bodies. Copies the code'),
      run: copy(`${mount.imports}\n\n${mount.call}\n`),
    });
  }
  steps.push({
    label: l10n.t('Give it the secret of the webhook'),
    description: `BITBUCKET_WEBHOOK_SECRET · ${secretFile}`,
    detail: canSend
      ? l10n.t('Copies a new one, which test deliveries are signed with, and opens the file: paste it there')
      : l10n.t('Opens the file for it'),
    run: async () => {
      if (canSend) {
        await commands.executeCommand(copySecretCommand, address);
      }
      await openSecretFile(Uri.joinPath(folder, secretFile));
    },
  });
  const label = start === undefined ? l10n.t('Try it') : l10n.t('Start it');
  const command = start ?? test;
  return [...steps, { label, description: command, detail: copies, run: copy(command) }];
}

const sendStep = (address: string, eventKey: string): NextStep => ({
  label: l10n.t('Send it a test delivery'),
  description: address,
  detail: l10n.t('Signed, with the sample of an event'),
  run: async () => {
    await commands.executeCommand(proposeTargetCommand, address);
    // As a row of the view would be handed to it.
    await commands.executeCommand(sendCommand, { event: { key: eventKey } });
  },
});

/** Opens the file, or a new one of that name, at the place of the secret. Writing and saving it is the user's. */
async function openSecretFile(uri: Uri): Promise<void> {
  const isThere = await exists(uri);
  const document = await workspace.openTextDocument(isThere ? uri : uri.with({ scheme: 'untitled' }));
  const editor = await window.showTextDocument(document, { preview: false });
  const line = 'BITBUCKET_WEBHOOK_SECRET=';
  const text = document.getText();
  if (!text.includes(line)) {
    const end = document.positionAt(text.length);
    await editor.edit((edit) => {
      edit.insert(end, `${text === '' || text.endsWith('\n') ? '' : '\n'}${line}`);
    });
  }
  const at = document.positionAt(document.getText().indexOf(line) + line.length);
  editor.selection = new Selection(at, at);
  editor.revealRange(editor.selection);
}
