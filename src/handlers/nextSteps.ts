import { commands, env, l10n, Selection, Uri, window, workspace } from 'vscode';
import { withoutLinks } from '../presentation/texts';
import type { GeneratedFile, HandlerPlan } from './generator/framework';
import { exists } from './folderReader';
import type { OpenPlace } from './places';

interface NextStep {
  readonly text: string;
  readonly action: string;
  readonly run: () => Promise<unknown>;
}

/** Shows the code for the events, and what is to be done one thing after the other, until the user has had enough. */
export async function showNextSteps(
  { folder }: OpenPlace,
  plan: HandlerPlan,
  created: readonly GeneratedFile[],
  eventKey: string,
): Promise<void> {
  const shown = created.find(({ path }) => path === plan.main) ?? created[0];
  if (shown) {
    await window.showTextDocument(Uri.joinPath(folder, shown.path), { preview: false });
  }
  const skip = l10n.t('Next');
  const steps = await stepsAfter(folder, plan, eventKey);
  for (const [index, { text, action, run }] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const message = l10n.t('Webhook handler, {0} of {1}: {2}', index + 1, steps.length, text);
    const answer = await window.showInformationMessage(withoutLinks(message), action, ...(isLast ? [] : [skip]));
    if (answer === undefined) {
      return;
    }
    if (answer === action) {
      await run();
    }
  }
}

async function stepsAfter(folder: Uri, plan: HandlerPlan, eventKey: string): Promise<NextStep[]> {
  const { install, mount, secretFile, start, test, address } = plan;
  const copy = (text: string) => async () => env.clipboard.writeText(text);
  // Only there where deliveries can be sent.
  const canSend = (await commands.getCommands()).includes(rememberCommand);
  const steps: NextStep[] = [];
  if (install.length > 0) {
    const command = install.join(' && ');
    steps.push({
      text: l10n.t('install what it needs with “{0}”.', command),
      action: l10n.t('Copy Command'),
      run: copy(command),
    });
  }
  if (mount) {
    steps.push({
      text: l10n.t('mount it with “{0}”, before anything that parses bodies.', mount.call),
      action: l10n.t('Copy Code'),
      run: copy(`${mount.imports}\n\n${mount.call}\n`),
    });
  }
  steps.push({
    text: l10n.t('give it the secret of the webhook, as BITBUCKET_WEBHOOK_SECRET in {0}.', secretFile),
    action: canSend ? l10n.t('Generate Secret') : l10n.t('Open {0}', secretFile),
    run: async () => {
      if (canSend) {
        await commands.executeCommand(rememberCommand, address);
        await commands.executeCommand('bitbucketWebhooks.generateSecret');
      }
      await openSecretFile(Uri.joinPath(folder, secretFile));
    },
  });
  const running = start ?? test;
  steps.push({
    text: start === undefined ? l10n.t('try it with “{0}”.', test) : l10n.t('start it with “{0}”.', start),
    action: l10n.t('Copy Command'),
    run: copy(running),
  });
  if (canSend) {
    steps.push({
      text: l10n.t('send it a test delivery, to {0} or wherever it listens.', address),
      action: l10n.t('Send Test Delivery'),
      run: async () => {
        await commands.executeCommand(rememberCommand, address);
        // As a row of the view would be handed to it.
        await commands.executeCommand(sendCommand, { event: { key: eventKey } });
      },
    });
  }
  return steps;
}

const sendCommand = 'bitbucketWebhooks.sendTestDelivery';
/** Has an address stand first where the user is asked for a target. */
const rememberCommand = '_bitbucketWebhooks.rememberTarget';

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
