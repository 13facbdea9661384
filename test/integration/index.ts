import { runner } from './mochaSetup';
import './activation.test';
import './agents.test';
import './api.test';
import './browse.test';
import './check.test';
import './complete.test';
import './copy.test';
import './gitNames.test';
import './hover.test';
import './insert.test';
import './payloadAgents.test';
import './payloadCommands.test';
import './payloads.test';
import './storage.test';
import { reportResults } from './testServer';

/** What VS Code's extension host calls to run the tests; rejects if one failed. */
export async function run(): Promise<void> {
  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    runner.run(resolve).on('pass', () => passed++);
  });
  await reportResults({ passed, failed });
  if (failed > 0) {
    throw new Error(`${failed} integration tests failed`);
  }
}
