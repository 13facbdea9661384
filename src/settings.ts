import { workspace } from 'vscode';

const section = 'bitbucketWebhooks';

/** The settings that say how the API is asked. */
interface ApiSettings {
  readonly baseUrl: string;
  /** Events a page; `undefined` leaves it to the server. */
  readonly pageLength: number | undefined;
}

export function readApiSettings(): ApiSettings {
  const settings = workspace.getConfiguration(section);
  const pageLength = settings.get<unknown>('pageLength');
  const baseUrl = settings.get<unknown>('apiBaseUrl');
  return {
    // The client says what is wrong with it.
    baseUrl: typeof baseUrl === 'string' ? baseUrl : '',
    pageLength: typeof pageLength === 'number' ? Math.min(100, Math.max(10, Math.round(pageLength))) : undefined,
  };
}

/** Calls back when a setting that `readApiSettings` reads has changed. */
export function onDidChangeApiSettings(listener: () => void) {
  return workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${section}.apiBaseUrl`) || change.affectsConfiguration(`${section}.pageLength`)) {
      listener();
    }
  });
}

/** How long a complete list counts as fresh, in milliseconds; 0: nothing is sent unless the user asks. */
export function readRefreshInterval(): number {
  const hours = workspace.getConfiguration(section).get<unknown>('refreshIntervalHours');
  return typeof hours === 'number' && hours > 0 ? hours * 3_600_000 : 0;
}
