/** A header's name, as it is written on the wire, and its value. */
export type Header = readonly [name: string, value: string];

/** Invented, and always the same, as that of one hook is. */
export const inventedHookUuid = '3fa6110f-03bd-4794-ae4c-75e704857d50';

interface DeliveryHeaders {
  readonly eventKey: string;
  readonly hookUuid: string;
  readonly requestUuid: string;
  /** From 1 on. */
  readonly attempt: number;
  /** The value of `X-Hub-Signature`, which depends on the bytes of the body; none where the hook has no secret. */
  readonly signature?: string | undefined;
}

/**
 * The headers that come with an event, their names as Bitbucket writes them. Names and values: Atlassian's page "Event
 * payloads" and deliveries recorded in 2017 and 2025, whose UUIDs have no braces. Their order isn't documented.
 */
export function deliveryHeaders(delivery: DeliveryHeaders): Header[] {
  return [
    ['X-Event-Key', delivery.eventKey],
    ['X-Hook-UUID', delivery.hookUuid],
    ['X-Request-UUID', delivery.requestUuid],
    ['X-Attempt-Number', String(delivery.attempt)],
    ['User-Agent', 'Bitbucket-Webhooks/2.0'],
    ['Content-Type', 'application/json'],
    ...(delivery.signature === undefined ? [] : [['X-Hub-Signature', delivery.signature] as const]),
  ];
}

/** The name of the first header that isn't one line of ASCII, and so could smuggle in another; most often there is none. */
export function brokenHeader(headers: readonly Header[]): string | undefined {
  return headers.find(([name, value]) => !/^[\w-]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value))?.[0];
}
