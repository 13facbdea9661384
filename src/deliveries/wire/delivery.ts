import type { DeliveryFault } from './deliveryFault';

/** A header's name, as it is written on the wire, and its value. */
export type Header = readonly [name: string, value: string];

/** What is sent: a POST with exactly these headers and bytes. */
export interface DeliveryRequest {
  readonly url: URL;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
}

/** What came back, as text for people. */
export interface Answer {
  /** The HTTP status, 101 or 200 to 999. */
  readonly status: number;
  /** What the server wrote behind the status, cleaned; may be empty. */
  readonly reason: string;
  /** In the server's order, names as it wrote them; cleaned, without what could be a credential. */
  readonly headers: readonly Header[];
  readonly body: AnswerBody;
}

export interface AnswerBody {
  /** Decoded as UTF-8; at most as many bytes as `maxAnswerBytes`. */
  readonly text: string;
  /** Whether there was more than is read. */
  readonly isCut: boolean;
  /** Whether some bytes were no UTF-8, so that U+FFFD stands for them. */
  readonly isReplaced: boolean;
  /** A content coding that can't be undone; the text is empty then. */
  readonly unknownCoding?: string | undefined;
}

/** How a delivery went. `milliseconds`: from the start to the answer's last byte, or to the end of all waiting. */
export type Outcome =
  | { readonly kind: 'answer'; readonly milliseconds: number; readonly answer: Answer }
  | {
      readonly kind: 'fault';
      readonly milliseconds: number;
      readonly fault: DeliveryFault;
      /** What had come of an answer, without a body, before it broke off. */
      readonly answer?: Answer | undefined;
    };

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
