import { type Disposable, lm } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { LookupTool } from './lookupTool';

/** What assistants in the editor can ask. Its name, descriptions and input schema are in package.json. */
export function registerAgentTools(catalog: EventCatalog): Disposable {
  return lm.registerTool('lookup_bitbucket_webhook_events', new LookupTool(catalog));
}
