import { runner } from './mochaSetup';
import './activation.test';
import './agents.test';
import './api.test';
import './browse.test';
import './check.test';
import './compare.test';
import './complete.test';
import './copy.test';
import './gitNames.test';
import './handlers.test';
import './headers.test';
import './hooks.test';
import './hover.test';
import './insert.test';
import './missingEvents.test';
import './payloadAgents.test';
import './payloadCommands.test';
import './payloads.test';
import './requests.test';
import './storage.test';
import { runTests } from '../runner/results';
import { reportResults } from './testServer';

/** What VS Code's extension host calls to run the tests; rejects if one failed. */
export async function run(): Promise<void> {
  const results = await runTests(runner);
  await reportResults(results);
  if (results.failed > 0) {
    throw new Error(`${results.failed} integration tests failed`);
  }
}
