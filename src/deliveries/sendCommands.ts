import { Disposable, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { looksLikeEventKey } from '../catalog/eventKey';
import { pickEventKeys } from '../commands/pickEvents';
import { keysOfTreeItems, registerCommand } from '../commands/registerCommand';
import { escapeIcons, withoutLinks } from '../presentation/texts';
import type { Deliverer, DeliveryServices, Draft } from './deliverer';
import { deliveryUri, showBeside, summaryUri } from './documents';
import { durationText, outcomeWords } from './outcomeText';
import { pickTarget } from './pickTarget';
import { confirm, isSendingAllowed, mayBeEmpty, mayBeGuessed, mayBeSent } from './questions';
import type { BodySource, Sample } from './sending';
import type { Delivery } from './wire/delivery';
import type { Target } from './wire/target';

const messageTime = 8_000;

export interface SendContext extends DeliveryServices {
  readonly catalog: EventCatalog;
  readonly bodies: BodySource;
  readonly deliverer: Deliverer;
}

/** The commands that send something that wasn't sent before. None takes a target: whatever runs them, the user chooses it. */
export function registerSendCommands(context: SendContext): Disposable {
  return Disposable.from(
    registerCommand('sendTestDelivery', async (item?: unknown, items?: unknown) => {
      const keys = keysOfTreeItems(item, items).filter(looksLikeEventKey);
      const document = item === undefined ? window.activeTextEditor?.document : await documentOf(item);
      const eventKey = document && context.bodies.eventKeyOf(document.uri);
      if (!(await isSendingAllowed())) {
        return;
      }
      if (document && (eventKey !== undefined || item !== undefined)) {
        await sendDocument(context, document, eventKey);
      } else if (keys.length > 1) {
        await sendSeveral(context, keys);
      } else {
        await sendSample(context, keys[0]);
      }
    }),
    registerCommand('sendEditorText', async () => {
      const document = window.activeTextEditor?.document;
      if (document && (await isSendingAllowed())) {
        await sendDocument(context, document, context.bodies.eventKeyOf(document.uri));
      }
    }),
    registerCommand('sendSeveral', async () => {
      if (await isSendingAllowed()) {
        const picked = await pickEventKeys(context.catalog, l10n.t('Events to send one after the other'), true);
        await sendSeveral(context, picked.filter(looksLikeEventKey));
      }
    }),
  );
}

/** Sends drafts to a target, and shows what came of the last one, or a summary. */
export async function sendAndShow(
  { deliverer }: Pick<SendContext, 'deliverer'>,
  drafts: readonly Draft[],
  target: Target,
): Promise<void> {
  const batch = drafts.length > 1 ? crypto.randomUUID() : undefined;
  const sent = await deliverer.send(drafts, target, batch);
  const [delivery] = sent;
  if (!delivery) {
    return;
  }
  await showBeside(batch === undefined ? deliveryUri(delivery, 'answer') : summaryUri(batch));
  const text = batch === undefined ? outcomeText(delivery) : l10n.t('{0} of {1} sent', sent.length, drafts.length);
  window.setStatusBarMessage(escapeIcons(text), messageTime);
}

function outcomeText({ eventKey, outcome }: Delivery): string {
  return l10n.t('{0}: {1} after {2}', eventKey, outcomeWords(outcome), durationText(outcome.milliseconds));
}

async function sendSample(context: SendContext, given: string | undefined): Promise<void> {
  const { bodies } = context;
  const eventKey = given ?? (await pickEvent(context, l10n.t('Event to send')));
  if (eventKey === undefined) {
    return;
  }
  const samples = await bodies.samples(eventKey);
  const isKnown = samples.length > 0;
  if (!isKnown && !(await mayBeEmpty(eventKey))) {
    return;
  }
  const sample = isKnown ? await pickSample(eventKey, samples) : undefined;
  if (isKnown && !sample) {
    return;
  }
  const target = await pickTarget(context, titleFor(eventKey));
  if (target) {
    const body = sample ? await sample.read() : '{}';
    await sendAndShow(context, [{ eventKey, body, signing: 'signed' }], target);
  }
}

/** What comes from the network gets into headers and messages only if it has the form of a key. */
async function pickEvent({ catalog }: SendContext, title: string): Promise<string | undefined> {
  return (await pickEventKeys(catalog, title, false)).find(looksLikeEventKey);
}

async function pickSample(eventKey: string, samples: readonly Sample[]): Promise<Sample | undefined> {
  if (samples.length === 1) {
    return samples[0];
  }
  const picks = samples.map((sample) => ({ label: escapeIcons(sample.title), sample }));
  const picked = await window.showQuickPick(picks, {
    title: titleFor(eventKey),
    placeHolder: l10n.t('What has happened?'),
  });
  return picked?.sample;
}

/** The text as it stands in the editor, saved or not. */
async function sendDocument(context: SendContext, document: TextDocument, known?: string): Promise<void> {
  const body = document.getText();
  if (!(await mayBeSent(body))) {
    return;
  }
  const eventKey = known ?? (await pickEvent(context, l10n.t('Event that this text is the body of')));
  if (eventKey === undefined) {
    return;
  }
  const isKnown = (await context.bodies.samples(eventKey)).length > 0;
  const target = isKnown || (await mayBeGuessed(eventKey)) ? await pickTarget(context, titleFor(eventKey)) : undefined;
  if (target) {
    await sendAndShow(context, [{ eventKey, body, signing: 'signed' }], target);
  }
}

/** The usual sample of each event. */
async function sendSeveral(context: SendContext, eventKeys: readonly string[]): Promise<void> {
  const found = await Promise.all(
    eventKeys.map(async (eventKey) => ({ eventKey, sample: (await context.bodies.samples(eventKey))[0] })),
  );
  const unknown = found.flatMap(({ eventKey, sample }) => (sample ? [] : [eventKey]));
  if (unknown.length > 0 && !(await maySkip(unknown, found.length))) {
    return;
  }
  const known = found.flatMap(({ eventKey, sample }) => (sample ? [{ eventKey, sample }] : []));
  const target = known.length === 0 ? undefined : await pickTarget(context, l10n.t('Send {0} events', known.length));
  if (target) {
    const drafts = known.map(async ({ eventKey, sample }): Promise<Draft> => {
      return { eventKey, body: await sample.read(), signing: 'signed' };
    });
    await sendAndShow(context, await Promise.all(drafts), target);
  }
}

async function maySkip(unknown: readonly string[], all: number): Promise<boolean> {
  const detail = l10n.t('Nobody has published what Bitbucket sends with these: {0}', unknown.join(', '));
  if (unknown.length === all) {
    void window.showInformationMessage(withoutLinks(detail));
    return false;
  }
  return confirm(
    l10n.t('{0} of {1} events can’t be sent. Send the others?', unknown.length, all),
    detail,
    l10n.t('Send'),
  );
}

const titleFor = (eventKey: string) => l10n.t('Send {0}', eventKey);

/** The document that a menu or a lens stands for. */
async function documentOf(item: unknown): Promise<TextDocument | undefined> {
  return item instanceof Uri ? workspace.openTextDocument(item) : undefined;
}
