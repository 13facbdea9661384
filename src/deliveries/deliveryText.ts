import { l10n } from 'vscode';
import type { Header } from '../events/headers';
import { isRemoved } from '../events/removed';
import { timeText } from '../presentation/dateText';
import { removalSentences, withRemovals } from '../presentation/removalText';
import { joinTexts } from '../presentation/texts';
import { durationText, outcomeParts, outcomeSentences, outcomeWords, purposeWords } from './outcomeText';
import type { AnswerBody, Delivery } from './wire/delivery';
import { isAsExpected } from './wire/deliveryVerdict';

/** Characters. */
const maxLineLength = 50;

/** A delivery's answer, as plain text: what it means first, then as it came; and what was sent, but for the body. */
export function answerText(delivery: Delivery): string {
  return lines([...summaryLines(delivery), '', ...answerLines(delivery), ...requestLines(delivery)]);
}

/** Request and answer with both bodies, to be compared with another's. What always differs comes last. */
export function comparableText(delivery: Delivery): string {
  const { eventKey, target, headers, body, outcome } = delivery;
  const changing = new Set(['X-Request-UUID', 'X-Hub-Signature']);
  const isChanging = ([name]: Header) => changing.has(name);
  return lines([
    `POST ${target.shown}`,
    ...headers.filter((header) => !isChanging(header)).map(headerLine),
    '',
    body,
    '',
    `${eventKey}: ${outcomeWords(outcome)}`,
    ...answerLines(delivery),
    ...headers.filter(isChanging).map(headerLine),
    durationText(outcome.milliseconds),
  ]);
}

/**
 * What became of several deliveries: first what isn't as it should be, then a line each.
 *
 * @param variantsNotSent Of their events.
 */
export function summaryText(deliveries: readonly Delivery[], variantsNotSent: number): string {
  const others = deliveries.filter((delivery) => !isAsExpected(delivery));
  const eventKeys = [...new Set(deliveries.map(({ eventKey }) => eventKey))];
  const [first, ...further] = eventKeys;
  const target = deliveries[0]?.target.shown ?? '';
  const notes = [
    others.length === 0
      ? l10n.t('All as expected.')
      : l10n.t('{0} as expected, {1} not:', deliveries.length - others.length, others.length),
    ...(others.length === 0 ? [] : ['', ...table(others)]),
    ...(variantsNotSent === 0 ? [] : ['', ...wrapped(variantsText(variantsNotSent))]),
    ...(eventKeys.some(isRemoved) ? ['', withRemovals('', eventKeys)] : []),
    ...(others.length === 0 || others.length === deliveries.length ? [] : ['', heading(l10n.t('All'))]),
  ];
  return lines([
    further.length === 0
      ? l10n.t('{0} deliveries of {1} to {2}', deliveries.length, first ?? '', target)
      : l10n.t('{0} deliveries of {1} events to {2}', deliveries.length, further.length + 1, target),
    ...notes,
    ...(others.length === deliveries.length ? [] : ['', ...table(deliveries)]),
  ]);
}

const variantsText = (count: number) =>
  count === 1
    ? l10n.t('One other variant was not sent: what else may have happened.')
    : l10n.t('{0} other variants were not sent: what else may have happened.', count);

/** A row each, in columns: what came back, which a narrow editor shows too, how long it took, and of what. */
function table(deliveries: readonly Delivery[]): string[] {
  const rows = deliveries.map(({ eventKey, variant = '', outcome, signing }) => [
    joinTexts([...outcomeParts(outcome), purposeWords(signing)], ' · '),
    durationText(outcome.milliseconds),
    joinTexts([eventKey, variant], ' · '),
  ]);
  const width = (column: number) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0));
  return rows.map(([words = '', time = '', what = '']) =>
    [words.padEnd(width(0)), time.padStart(width(1)), what].join('  '),
  );
}

function summaryLines(delivery: Delivery): string[] {
  const { eventKey, variant, target, outcome, sentAt, attempt, signing } = delivery;
  const signed = {
    signed: l10n.t('signed'),
    noSecret: l10n.t('not signed, as there is no secret'),
    unsigned: l10n.t('without a signature'),
    wrong: l10n.t('with a wrong signature'),
  }[signing];
  return [
    joinTexts([outcomeWords(outcome), purposeWords(signing)], ' · '),
    '',
    ...[...outcomeSentences(delivery), ...removalSentences(eventKey)].flatMap(wrapped),
    '',
    l10n.t('{0} to {1}', eventKey, target.shown),
    ...(variant === undefined ? [] : [variant]),
    l10n.t('Attempt {0}, {1}', attempt, signed),
    l10n.t('Sent at {0}, took {1}', timeText(sentAt), durationText(outcome.milliseconds)),
  ];
}

function answerLines({ outcome }: Delivery): string[] {
  const { answer } = outcome;
  if (!answer) {
    return [];
  }
  const { status, reason, headers, body } = answer;
  return [
    heading(l10n.t('Answer')),
    `HTTP ${status} ${reason}`.trimEnd(),
    ...headers.map(headerLine),
    '',
    ...bodyNotes(body),
    ...(body.text === '' ? [] : [body.text]),
    '',
  ];
}

function requestLines({ target, headers, body }: Delivery): string[] {
  const bytes = new TextEncoder().encode(body).length;
  return [
    heading(l10n.t('Request')),
    `POST ${target.shown}`,
    ...headers.map(headerLine),
    '',
    l10n.t('Body: {0} bytes', bytes),
  ];
}

/** What has to be said of a body that isn't shown as it came. */
function bodyNotes({ text, isCut, isReplaced, unknownCoding }: AnswerBody): string[] {
  const notes = [
    ...(unknownCoding === undefined ? [] : [codingNote(unknownCoding, text !== '')]),
    ...(isCut && text !== '' ? [l10n.t('Only the beginning of the body is shown.')] : []),
    ...(isCut && text === '' ? [l10n.t('The body had not come by then.')] : []),
    ...(isReplaced ? [l10n.t('The body is not UTF-8: a � stands for what can’t be read.')] : []),
    ...(text === '' && !isCut && unknownCoding === undefined ? [l10n.t('No body')] : []),
  ];
  return notes.flatMap((note) => wrapped(`[${note}]`));
}

function codingNote(coding: string, hasText: boolean): string {
  return hasText
    ? l10n.t(
        'The body is said to be compressed with {0}, for which nobody asked, and can’t be read to its end.',
        coding,
      )
    : l10n.t('The body can’t be shown: it is said to be compressed with {0}, for which nobody asked.', coding);
}

/** In lines that fit into an editor beside another. */
function wrapped(sentence: string): string[] {
  const rows: string[] = [];
  for (const word of sentence.split(' ')) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + word.length < maxLineLength) {
      rows[rows.length - 1] = `${row} ${word}`;
    } else {
      rows.push(word);
    }
  }
  return rows;
}

const heading = (title: string) => `── ${title} ──`;
const headerLine = ([name, value]: Header) => `${name}: ${value}`;
const lines = (all: readonly string[]) => `${all.join('\n')}\n`;
