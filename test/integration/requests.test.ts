import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { LookupTool } from '../../src/agents/lookupTool';
import { createApi } from '../../src/api/createApi';
import type { EventCatalog } from '../../src/catalog/eventCatalog';
import { pickEventKeys } from '../../src/commands/pickEvents';
import { bitbucketScenario } from '../server/scenario';
import { createCatalog } from '../support/createCatalog';
import { play } from './testServer';

/** Who asks Bitbucket in the background, as the README says: all that use events but don't show them as they come. */
const consumers: [name: string, use: (catalog: EventCatalog) => unknown][] = [
  [
    'a look-up of an assistant',
    (catalog) => new LookupTool(catalog).invoke({ input: {}, toolInvocationToken: undefined }),
  ],
  ['the subject types of the API', (catalog) => api(catalog).getSubjectTypes()],
  ['the events of the API', (catalog) => api(catalog).getEvents()],
  ['the keys of the API', (catalog) => api(catalog).isEventKey('repo:push')],
  ['a pick list', closePickList],
];
const api = (catalog: EventCatalog) => createApi(catalog, undefined as never).api;

async function closePickList(catalog: EventCatalog): Promise<void> {
  const picking = pickEventKeys(catalog, 'Test', false).then(() => 'closed');
  const close = () => commands.executeCommand('workbench.action.closeQuickOpen');
  // Not before it is there.
  while ((await Promise.race([picking, close()])) !== 'closed');
}

describe('Requests in the background', () => {
  for (const [name, use] of consumers) {
    it(`are those of the view for ${name}, and none while the list is fresh`, async () => {
      const { baseUrl, requests } = await play(bitbucketScenario);
      const catalog = createCatalog({ baseUrl });
      await use(catalog);
      const expected = ['/hook_events', '/hook_events/repository', '/hook_events/workspace'];
      // Until the last answer has come, too.
      while (catalog.listEvents('workspace').origin.kind !== 'live') {
        await requests();
      }
      await use(catalog);
      await catalog.ready();
      assert.deepEqual(await requests(), expected);
      catalog.dispose();
    });
  }
});
