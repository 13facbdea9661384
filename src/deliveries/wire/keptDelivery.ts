import type { Delivery, Outcome } from './delivery';

/** What is kept of a body. Bytes; Bitbucket itself sends at most 256 kB ("Troubleshoot webhooks", 2026). */
const maxBodyBytes = 256_000;
export const maxDeliveries = 100;
/** Of all that is kept, as JSON. Bytes. */
const maxKeptBytes = 10_000_000;

/** What is kept of a delivery: long bodies are cut. */
export function limited(delivery: Delivery): Delivery {
  const { body, outcome } = delivery;
  const kept = cut(body);
  return {
    ...delivery,
    body: kept,
    isBodyCut: delivery.isBodyCut || kept !== body,
    outcome: limitedOutcome(outcome),
  };
}

function limitedOutcome(outcome: Outcome): Outcome {
  const { answer } = outcome;
  const text = answer ? cut(answer.body.text) : '';
  return !answer || text === answer.body.text
    ? outcome
    : { ...outcome, answer: { ...answer, body: { ...answer.body, text, isCut: true } } };
}

/** Never within a character. */
function cut(text: string): string {
  // No character takes more than three bytes for each unit of a string.
  if (text.length * 3 <= maxBodyBytes) {
    return text;
  }
  const bytes = new TextEncoder().encode(text);
  return bytes.length <= maxBodyBytes
    ? text
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, maxBodyBytes), { stream: true });
}

/** As many of the newest as may be kept, and the JSON of their list. */
export function fitting(deliveries: readonly Delivery[]): { kept: readonly Delivery[]; json: string } {
  const kept: Delivery[] = [];
  const texts: string[] = [];
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const delivery of deliveries.slice(0, maxDeliveries)) {
    const text = JSON.stringify(delivery);
    bytes += encoder.encode(text).length + 1;
    if (bytes > maxKeptBytes - 100) {
      break;
    }
    kept.push(delivery);
    texts.push(text);
  }
  return { kept, json: `[${texts.join(',')}]` };
}
