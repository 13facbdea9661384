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
 * All calls answer at once from what is known, at first the list that comes with the extension. What isn't fresh is
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
}

/**
 * Where the knowledge of an event comes from: Bitbucket's answer to this window (`live`) or to a former one (`cached`),
 * or the extension itself (`bundled`). `date` is when it came or was made, in ISO 8601.
 */
export type WebhookEventOrigin =
  { readonly kind: 'live' } | { readonly kind: 'cached' | 'bundled'; readonly date: string };
