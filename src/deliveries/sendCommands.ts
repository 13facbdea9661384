import { commands, Disposable, l10n, type QuickPickItem, type TextDocument, Uri, window, workspace } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { looksLikeEventKey } from '../catalog/eventKey';
import { pickEventKeys } from '../commands/pickEvents';
import {
  keysOfTreeItems,
  registerCommand,
  registerRowCommand,
  registerTitleCommand,
} from '../commands/registerCommand';
import { escapeIcons, joinTexts } from '../presentation/texts';
import type { Deliverer, DeliveryServices, Draft } from './deliverer';
import { deliveryUri, showBeside, summaryUri } from './documents';
import { durationText, outcomeWords, purposeWords } from './outcomeText';
import { pickTarget } from './pickTarget';
import { pickVariants } from './pickVariants';
import { isSendingAllowed, mayBeEmpty, mayBeGuessed, mayBeSent } from './questions';
import { sendVariantsCommand } from './sendLens';
import type { BodySource, Sample } from './sending';
import type { Delivery } from './wire/delivery';
import { isAsExpected } from './wire/deliveryVerdict';
import type { Target } from './wire/target';

const messageTime = 8_000;

export interface SendContext extends DeliveryServices {
  readonly catalog: EventCatalog;
  readonly bodies: BodySource;
  readonly deliverer: Deliverer;
}

/** The commands that send something that wasn't sent before. None takes a target: whatever runs them, the user chooses it. */
export function registerSendCommands(context: SendContext): Disposable {
  const { bodies, catalog } = context;
  const whereAllowed = async (send: () => Promise<void>) => {
    if (await isSendingAllowed()) {
      await send();
    }
  };
  return Disposable.from(
    registerRowCommand('sendTestDelivery', (item?: unknown, items?: unknown) =>
      whereAllowed(async () => {
        const keys = keysOfTreeItems(item, items).filter(looksLikeEventKey);
        if (item instanceof Uri) {
          await sendDocument(context, await workspace.openTextDocument(item));
        } else if (keys.length > 1) {
          await sendSeveral(context, keys);
        } else if (keys[0] !== undefined) {
          await sendSample(context, keys[0]);
        } else {
          await sendWhatIsPicked(context);
        }
      }),
    ),
    registerTitleCommand('sendTestDelivery', () => whereAllowed(() => sendWhatIsPicked(context))),
    registerCommand('sendEditorText', () =>
      whereAllowed(async () => {
        const document = window.activeTextEditor?.document;
        if (document) {
          await sendDocument(context, document);
        }
      }),
    ),
    registerCommand('sendSeveral', () =>
      whereAllowed(async () => {
        const picked = await pickEventKeys(catalog, l10n.t('Events to send one after the other'), true);
        await sendSeveral(context, picked.filter(looksLikeEventKey));
      }),
    ),
    commands.registerCommand(sendVariantsCommand, (item?: unknown) =>
      whereAllowed(async () => {
        const eventKey = item instanceof Uri ? bodies.eventKeyOf(item) : undefined;
        if (item instanceof Uri && eventKey !== undefined) {
          const samples = await bodies.samples(eventKey, item);
          await sendSamples(
            context,
            samples.map((sample) => ({ eventKey, sample })),
          );
        }
      }),
    ),
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
  const text = batch === undefined ? outcomeText(delivery) : batchText(sent, drafts.length);
  window.setStatusBarMessage(escapeIcons(text), messageTime);
}

function outcomeText({ eventKey, outcome, signing }: Delivery): string {
  const words = joinTexts([outcomeWords(outcome), purposeWords(signing)], ' · ');
  return l10n.t('{0}: {1} after {2}', eventKey, words, durationText(outcome.milliseconds));
}

function batchText(sent: readonly Delivery[], planned: number): string {
  const others = sent.filter((delivery) => !isAsExpected(delivery)).length;
  return others === 0
    ? l10n.t('{0} of {1} sent, all as expected', sent.length, planned)
    : l10n.t('{0} of {1} sent, {2} not as expected', sent.length, planned, others);
}

/** Asks for the event, with that of the file in front first: it sends the file as it stands there. */
async function sendWhatIsPicked(context: SendContext): Promise<void> {
  const { bodies, catalog } = context;
  const document = window.activeTextEditor?.document;
  const ofDocument = document && bodies.eventKeyOf(document.uri);
  const first =
    document && ofDocument !== undefined
      ? [
          {
            key: document.uri.toString(),
            label: `$(file) ${escapeIcons(ofDocument)}`,
            description: escapeIcons(l10n.t('as in {0}', workspace.asRelativePath(document.uri))),
            detail: l10n.t('Sends what stands in the editor, saved or not.'),
          },
        ]
      : [];
  const [picked] = await pickEventKeys(catalog, l10n.t('Event to send'), false, { first });
  if (document && picked === first[0]?.key) {
    await sendDocument(context, document);
  } else if (picked !== undefined && looksLikeEventKey(picked)) {
    await sendSample(context, picked);
  }
}

async function sendSample(context: SendContext, eventKey: string): Promise<void> {
  const samples = await context.bodies.samples(eventKey);
  if (samples.length === 0) {
    if (await mayBeEmpty(eventKey)) {
      await sendTo(context, titleFor(eventKey), () => Promise.resolve([{ eventKey, body: '{}', signing: 'signed' }]));
    }
    return;
  }
  const picked = await pickSamples(eventKey, samples);
  await sendSamples(
    context,
    picked.map((sample) => ({ eventKey, sample })),
  );
}

/** One of an event's samples, or all of them; none if the user goes away. */
async function pickSamples(eventKey: string, samples: readonly Sample[]): Promise<readonly Sample[]> {
  if (samples.length === 1) {
    return samples;
  }
  const picks: (QuickPickItem & { samples: readonly Sample[] })[] = [
    ...samples.map((sample) => ({ label: escapeIcons(sample.title), samples: [sample] })),
    {
      label: `$(versions) ${l10n.t('All variants')}`,
      description: l10n.t('{0} deliveries, one after the other', samples.length),
      samples,
    },
  ];
  const picked = await window.showQuickPick(picks, {
    title: titleFor(eventKey),
    placeHolder: l10n.t('What has happened?'),
  });
  return picked?.samples ?? [];
}

/** The text as it stands in the editor, saved or not. */
async function sendDocument(context: SendContext, document: TextDocument): Promise<void> {
  const { bodies, catalog } = context;
  const body = document.getText();
  if (!(await mayBeSent(body))) {
    return;
  }
  const query = bodies.queryFor(document.uri);
  const title = l10n.t('Event that this text is the body of');
  // What comes from the network gets into headers and messages only if it has the form of a key.
  const eventKey =
    bodies.eventKeyOf(document.uri) ?? (await pickEventKeys(catalog, title, false, { query })).find(looksLikeEventKey);
  if (eventKey === undefined) {
    return;
  }
  const isKnown = (await bodies.samples(eventKey)).length > 0;
  if (isKnown || (await mayBeGuessed(eventKey))) {
    const variant = await bodies.variantOf(document.uri);
    await sendTo(context, titleFor(eventKey), () => Promise.resolve([{ eventKey, variant, body, signing: 'signed' }]));
  }
}

/** The samples of each event that the user ticks off, the usual ones unless they say otherwise. */
async function sendSeveral(context: SendContext, eventKeys: readonly string[]): Promise<void> {
  await sendSamples(context, await pickVariants(context.bodies, eventKeys));
}

interface SampleOfEvent {
  readonly eventKey: string;
  readonly sample: Sample;
}

async function sendSamples(context: SendContext, samples: readonly SampleOfEvent[]): Promise<void> {
  const [first] = samples;
  if (first) {
    const title = samples.length === 1 ? titleFor(first.eventKey) : l10n.t('Send {0} deliveries', samples.length);
    await sendTo(context, title, () => Promise.all(samples.map(draftOf)));
  }
}

async function draftOf({ eventKey, sample }: SampleOfEvent): Promise<Draft> {
  return { eventKey, variant: sample.title, body: await sample.read(), signing: 'signed' };
}

/** Asks where to, and sends there. */
async function sendTo(context: SendContext, title: string, drafts: () => Promise<readonly Draft[]>): Promise<void> {
  const target = await pickTarget(context, title);
  if (target) {
    await sendAndShow(context, await drafts(), target);
  }
}

const titleFor = (eventKey: string) => l10n.t('Send {0}', eventKey);
