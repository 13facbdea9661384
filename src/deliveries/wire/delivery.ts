import * as v from 'valibot';
import type { Header } from '../../events/headers';
import { faultSchema } from './deliveryFault';

// Types are those of the schemas that read the history's file, so that what is kept and what is used can't differ.
type ReadonlyDeep<T> = T extends object ? { readonly [Name in keyof T]: ReadonlyDeep<T[Name]> } : T;

const headersSchema = v.array(v.tuple([v.string(), v.string()]));

const answerSchema = v.object({
  /** The HTTP status, 101 or 200 to 999. */
  status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(999)),
  /** What the server wrote behind the status, cleaned; may be empty. */
  reason: v.string(),
  /** In the server's order, names as it wrote them; cleaned, without what could be a credential or a query. */
  headers: headersSchema,
  body: v.object({
    /** Decoded as UTF-8; at most as many bytes as `maxAnswerBytes`. */
    text: v.string(),
    /** Whether this isn't all: there was more than is read, or it broke off. */
    isCut: v.boolean(),
    /** Whether some bytes were no UTF-8, so that U+FFFD stands for them. */
    isReplaced: v.boolean(),
    /** A content coding that can't be undone, or not to the end. */
    unknownCoding: v.optional(v.string()),
  }),
});

/** What came back, as text for people. */
export type Answer = ReadonlyDeep<v.InferOutput<typeof answerSchema>>;
export type AnswerBody = Answer['body'];

/** From the start to the answer's last byte, or to the end of all waiting. */
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));
const outcomeSchema = v.variant('kind', [
  v.object({ kind: v.literal('answer'), milliseconds, answer: answerSchema }),
  v.object({
    kind: v.literal('fault'),
    milliseconds,
    fault: faultSchema,
    /** What had come of an answer before it broke off. */
    answer: v.optional(answerSchema),
  }),
]);

/** How a delivery went. */
export type Outcome = ReadonlyDeep<v.InferOutput<typeof outcomeSchema>>;

/** A target as it may be kept. */
const targetSchema = v.object({
  /** Origin and path. */
  shown: v.string(),
  /** Under which the whole address is kept as a secret; none where there is no query. */
  id: v.optional(v.string()),
});
export type KeptTarget = ReadonlyDeep<v.InferOutput<typeof targetSchema>>;

/** How a body is to be signed: rightly, or, to see a handler refuse it, wrongly or not at all. */
export type Signing = 'signed' | 'wrong' | 'unsigned';

/** How a body was signed. `noSecret`: it was to be signed, but its target has no secret. */
const signedSchema = v.picklist(['signed', 'noSecret', 'wrong', 'unsigned']);

/** A delivery as it is in the file. */
export const deliverySchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  /** Milliseconds since 1970; no more than a `Date` takes. */
  sentAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  eventKey: v.string(),
  /** What has happened, as its sample says in the user's language; none where the body isn't that of a sample. */
  variant: v.optional(v.string()),
  target: targetSchema,
  /** As they were sent; a signature among them is a digest, not the secret. */
  headers: headersSchema,
  body: v.string(),
  /** Whether the body was too long to be kept whole, so that it can't be sent again. */
  isBodyCut: v.boolean(),
  signing: signedSchema,
  requestUuid: v.string(),
  attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
  outcome: outcomeSchema,
  /** What the deliveries have in common that were sent one after the other. */
  batch: v.optional(v.string()),
});

/** A delivery that was sent, with what came of it. */
export type Delivery = ReadonlyDeep<v.InferOutput<typeof deliverySchema>>;

/** What is sent: a POST with exactly these headers and bytes. */
export interface DeliveryRequest {
  readonly url: URL;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
}

/** For how long an answer is waited for. Milliseconds. */
export interface Patience {
  readonly lateAfter: number;
  readonly giveUpAfter: number;
  /** Called once if there is no whole answer after `lateAfter`; the waiting goes on. */
  readonly onLate: () => void;
}

/** Sends once: no retry, no redirect followed. Never rejects; a signal that aborts ends it with the fault `cancelled`. */
export type Send = (request: DeliveryRequest, signal: AbortSignal, patience: Patience) => Promise<Outcome>;

/** What a platform can do that sends deliveries. */
export interface Sender {
  readonly send: Send;
  /** The name of the machine that sends, for people in remote windows. */
  readonly machineName: () => string;
}

/** Bitbucket waits so long for an answer ("Troubleshoot webhooks" on Atlassian's support pages, 2026). Milliseconds. */
export const bitbucketTimeout = 10_000;

/** The most that is read of an answer's body, after decompression. */
export const maxAnswerBytes = 1_000_000;
