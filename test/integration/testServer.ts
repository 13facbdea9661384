import { ConfigurationTarget, workspace } from 'vscode';
import type { Results } from '../runner/results';
import type { Scenario } from '../server/scenario';

const settings = () => workspace.getConfiguration('bitbucketWebhooks');

/** The server runs in the process that started VS Code, which gave its address as the API's base URL. */
const initialBaseUrl = settings().get<string>('apiBaseUrl') ?? '';
const { origin } = new URL(initialBaseUrl);
let scenarios = 0;

export interface PlayedScenario {
  readonly baseUrl: string;
  /** The paths that were asked for so far, from `/hook_events` on. */
  readonly requests: () => Promise<string[]>;
  /** The values of the header `Authorization` that came so far. */
  readonly authorized: () => Promise<string[]>;
  /** Lets go of the answers that are held back. */
  readonly release: () => Promise<void>;
  /** From now on the scenario is another one in some ways; what was asked for so far is forgotten. */
  readonly replay: (changes: Partial<Scenario>) => Promise<void>;
}

/** Plays a scenario under a base URL of its own, for browsers too unless it says otherwise. */
export async function play(scenario: Scenario): Promise<PlayedScenario> {
  const address = `${origin}/scenarios/integration${++scenarios}`;
  const { baseUrl } = (await send(address, 'PUT', { cors: true, ...scenario })) as { baseUrl: string };
  return {
    baseUrl,
    requests: async () => (await send(`${address}/requests`, 'GET')) as string[],
    authorized: async () => {
      const sent = (await send(`${address}/authorized`, 'GET')) as { authorization: string }[];
      return sent.map(({ authorization }) => authorization);
    },
    release: async () => {
      await send(`${address}/release`, 'POST');
    },
    replay: async (changes) => {
      await send(address, 'PUT', { cors: true, ...scenario, ...changes });
    },
  };
}

/** The requests that the extension made before any test changed its base URL. */
export async function initialRequests(): Promise<string[]> {
  const name = new URL(initialBaseUrl).pathname.split('/')[1] ?? '';
  return (await send(`${origin}/scenarios/${name}/requests`, 'GET')) as string[];
}

/** Lets the extension itself ask the given base URL. Returns the one that it asked before. */
export async function useBaseUrl(baseUrl: string): Promise<string> {
  const previous = settings().get<string>('apiBaseUrl') ?? '';
  await settings().update('apiBaseUrl', baseUrl, ConfigurationTarget.Global);
  return previous;
}

/** Tells whoever started VS Code what the tests came to. */
export async function reportResults(results: Results): Promise<void> {
  await send(`${origin}/results`, 'PUT', results);
}

async function send(address: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!response.ok) {
    throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}
