import { l10n, type QuickPickItem, window } from 'vscode';
import { escapeIcons, withoutLinks } from '../presentation/texts';
import { confirm } from './questions';
import type { BodySource, Sample } from './sending';

interface VariantOfEvent {
  readonly eventKey: string;
  readonly sample: Sample;
}

type VariantItem = QuickPickItem & VariantOfEvent;

/**
 * Lets the user tick off what is to be sent of several events, after a question where nobody knows what some carry. The
 * usual sample of each is ticked, which is what Enter takes. None if the user goes away.
 */
export async function pickVariants(
  bodies: BodySource,
  eventKeys: readonly string[],
): Promise<readonly VariantOfEvent[]> {
  const events = await Promise.all(
    eventKeys.map(async (eventKey) => ({ eventKey, samples: await bodies.samples(eventKey) })),
  );
  const unknown = events.filter(({ samples }) => samples.length === 0).map(({ eventKey }) => eventKey);
  if (events.length === 0 || (unknown.length > 0 && !(await maySkip(unknown, events.length)))) {
    return [];
  }
  const items = events.flatMap(({ eventKey, samples }) =>
    samples.map((sample, index): VariantItem => ({
      label: escapeIcons(eventKey),
      description: escapeIcons(sample.title),
      picked: index === 0,
      eventKey,
      sample,
    })),
  );
  if (items.every(({ picked }) => picked)) {
    return items;
  }
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    title: l10n.t('What has happened: {0} variants', items.length),
    placeHolder: l10n.t('One of each is ticked. The box on the left ticks all variants'),
  });
  return picked ?? [];
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
