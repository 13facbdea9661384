import { join } from 'node:path';
import { runIntegration } from '../host/runIntegration';
import { HookEventsServer } from '../server/hookEventsServer';
import { bitbucketScenario } from '../server/scenario';
import type { Results } from './results';
import { builtFolder } from './suites';

/** Of the many documents that these tests open nobody sees tabs or outlines, which would take half of the page's time. */
const unseenSettings = {
  'workbench.editor.showTabs': 'none',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
};

/** Nobody looks at TypeScript's own answers beside ours: each would be waited for. Journeys have them. */
const withoutTypeScript = {
  'typescript.suggest.enabled': false,
  'javascript.suggest.enabled': false,
  'typescript.validate.enable': false,
  'javascript.validate.enable': false,
};

/** Runs the integration tests in a real VS Code, which knows of our server through its settings. */
export async function runInVsCode(suite: 'integration' | 'web'): Promise<Results> {
  const server = new HookEventsServer();
  await server.start();
  try {
    const code = await runIntegration({
      tests: join(builtFolder, suite, 'index.js'),
      web: suite === 'web',
      settings: {
        ...unseenSettings,
        ...withoutTypeScript,
        'bitbucketWebhooks.apiBaseUrl': server.play('initial', { ...bitbucketScenario, cors: true }),
      },
    });
    if (!server.results) {
      throw new Error(`The integration tests ended with code ${code} before they could say how they went.`);
    }
    return server.results;
  } finally {
    await server.stop();
  }
}
