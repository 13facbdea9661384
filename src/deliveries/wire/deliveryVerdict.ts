import { bitbucketTimeout, type Delivery, type Outcome } from './delivery';

/** Bitbucket tries up to two more times ("Troubleshoot webhooks" on Atlassian's support pages, 2026). */
export const maxAttempts = 3;

/** What an outcome is judged by. */
export type Judged = Pick<Delivery, 'outcome' | 'signing' | 'attempt'>;

/** What an outcome means for what the delivery was sent for. */
export type DeliveryVerdict =
  /** There is no whole answer. */
  | 'fault'
  /** A status of 200 to 299, in time. */
  | 'arrived'
  /** The same, too late for Bitbucket. */
  | 'late'
  /** A status of 200 to 299 for a wrong signature or none, sent to see it refused. */
  | 'forgeryAccepted'
  /** The refusal that such a delivery was sent for. */
  | 'forgeryRefused'
  /** Neither: the handler broke on it. */
  | 'forgeryFailed'
  /** 401 or 403 for a signed delivery. */
  | 'signatureRefused'
  /** 401 or 403 for one that has no signature, since its target has no secret. */
  | 'signatureMissing'
  /** 404 or 405: nobody takes deliveries at this address. */
  | 'notThere'
  | 'refused'
  | 'failed'
  | 'redirected'
  /** A status below 200. */
  | 'otherProtocol';

/** Statuses of 400 to 499 that are about something else than what came: place, pace, size and type. */
const otherRefusals = new Set([404, 405, 408, 413, 415, 429]);

export function verdictOf({ outcome, signing }: Judged): DeliveryVerdict {
  if (outcome.kind === 'fault') {
    return 'fault';
  }
  const { status } = outcome.answer;
  const isForged = signing === 'wrong' || signing === 'unsigned';
  if (status >= 500) {
    return isForged ? 'forgeryFailed' : 'failed';
  }
  if (status === 404 || status === 405) {
    return 'notThere';
  }
  if (status >= 400) {
    if (isForged) {
      return otherRefusals.has(status) ? 'refused' : 'forgeryRefused';
    }
    const isOfSignature = status === 401 || status === 403;
    return isOfSignature ? (signing === 'signed' ? 'signatureRefused' : 'signatureMissing') : 'refused';
  }
  if (status >= 300) {
    return 'redirected';
  }
  if (status < 200) {
    return 'otherProtocol';
  }
  return isForged ? 'forgeryAccepted' : isLate(outcome) ? 'late' : 'arrived';
}

/** Whether Bitbucket would no longer have waited. */
export function isLate({ milliseconds }: Outcome): boolean {
  return milliseconds > bitbucketTimeout;
}

/** How a delivery went: for icons, and for counting. `good`: as it should; `odd`: something is to be put right. */
export type Grade = 'good' | 'odd' | 'bad' | 'cancelled';

/** Whether the handler did what the delivery was sent to see. */
export function isAsExpected(delivery: Judged): boolean {
  return gradeOf(delivery) === 'good';
}

export function gradeOf(delivery: Judged): Grade {
  const { outcome } = delivery;
  const verdict = verdictOf(delivery);
  switch (verdict) {
    case 'fault':
      return outcome.kind === 'fault' && outcome.fault.kind === 'cancelled' ? 'cancelled' : 'bad';
    case 'arrived':
    case 'forgeryRefused':
      return isLate(outcome) ? 'odd' : 'good';
    case 'late':
    case 'forgeryAccepted':
    case 'redirected':
    case 'otherProtocol':
      return 'odd';
    default:
      return 'bad';
  }
}
