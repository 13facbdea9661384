/**
 * What the extension "Bitbucket Webhook Events" gives to other extensions. This file has no imports: copy it.
 *
 * ```ts
 * const extension = vscode.extensions.getExtension<BitbucketWebhookEventsApi>(extensionId);
 * const api = await extension?.activate();
 * if (api?.apiVersion === 1) {
 *   const keys = api.getEvents('repository').map(({ key }) => key);
 * }
 * ```
 *
 * All calls on events answer at once from what is known, at first the list that comes with the extension. What isn't fresh is
 * renewed in the background, as the user's settings allow; `onDidChange` says when that has brought something new.
 * All data is frozen. The texts are Bitbucket's: escape them where markup or icons would be drawn.
 */
export interface BitbucketWebhookEventsApi {
  /** Counts up when something is taken away or changes its meaning; what is only added doesn't change it. */
  readonly apiVersion: 1;

  /** The names of what a webhook can be attached to, such as `repository` and `workspace`; deprecated ones last. */
  getSubjectTypes(): readonly string[];

  /** Each event once, in Bitbucket's order: those of one subject type (none of an unknown one), or all. */
  getEvents(subjectType?: string): readonly WebhookEvent[];

  /** Whether a text is exactly a known event key, such as `repo:push`. */
  isEventKey(text: string): boolean;

  /**
   * What Bitbucket sends with an event; `undefined` for a key that this version of the extension doesn't know. Read
   * from the extension's own files, without a network: rejects only if they can't be read.
   */
  getPayload(key: string): Promise<WebhookPayload | undefined>;

  /** Fires when subject types or events may have changed. A VS Code event: dispose what it returns to stop listening. */
  readonly onDidChange: (
    listener: () => unknown,
    thisArg?: unknown,
    disposables?: { dispose(): unknown }[],
  ) => { dispose(): unknown };
}

/** An event that webhooks can subscribe to. */
export interface WebhookEvent {
  /** What a webhook's `events` and the header `X-Event-Key` hold: `pullrequest:fulfilled`. */
  readonly key: string;
  /** Bitbucket's short name, such as `Merged`; empty where unknown. */
  readonly label: string;
  /** Bitbucket's group, such as `Pull Request`; empty where unknown. */
  readonly category: string;
  /** Bitbucket's sentence about it; empty where unknown. */
  readonly description: string;
  /** The subject types whose webhooks can subscribe to it. */
  readonly subjectTypes: readonly string[];
  readonly origin: WebhookEventOrigin;
  /**
   * Bitbucket can't send it any more, since `date` (`2026-08-20`), whatever its list says: it went with the issue tracker.
   * `isEventKey` and `getPayload` still know it. Absent from all events that are sent.
   */
  readonly removed?: { readonly date: string; readonly with: 'issueTracker' };
}

/**
 * Where the knowledge of an event comes from: Bitbucket's answer to this window (`live`) or to a former one (`cached`),
 * or the extension itself (`bundled`). `date` is when it came or was made, in ISO 8601.
 */
export type WebhookEventOrigin =
  { readonly kind: 'live' } | { readonly kind: 'cached' | 'bundled'; readonly date: string };

/** How sure it is that Bitbucket sends a body of this shape. */
export interface WebhookPayloadCertainty {
  /**
   * Bitbucket sent one like it (`recorded`), documentation has it, or it follows from other events and from what programs
   * read (`inferred`). `unknown`: nobody has published one, and there is no sample.
   */
  readonly certainty: 'recorded' | 'documented' | 'inferred' | 'unknown';
  /** The year of the newest recorded body. Only with `recorded`. */
  readonly newest?: number;
  /** The same in sentences, with what else there is to know, in the user's language. */
  readonly certaintyText: string;
}

/** What comes with an event. */
export interface WebhookPayload extends WebhookPayloadCertainty {
  readonly key: string;
  /** A JSON Schema (draft-07) of the body, as text. It accepts names that it doesn't know. */
  readonly schema: string;
  /** TypeScript declarations of the body's type and all that it needs. */
  readonly types: string;
  /** By name, as Bitbucket writes them; `X-Hub-Signature`, which depends on body and secret, is not among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The usual one first; none where nobody has published a body. */
  readonly samples: readonly WebhookPayloadSample[];
}

/** A body, invented but of the shape that Bitbucket sends. */
export interface WebhookPayloadSample extends WebhookPayloadCertainty {
  /** Such as `deleted-branch`; it stays the same from version to version. */
  readonly id: string;
  /** What happened, in the user's language. */
  readonly title: string;
  /** JSON, two spaces, with a line break at its end. */
  readonly body: string;
}
