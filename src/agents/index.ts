import { Disposable, lm } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { PayloadFiles } from '../payloads/payloadFiles';
import type { WorkspaceComparison } from '../hooks/workspaceComparison';
import { CodeTool } from './codeTool';
import { LookupTool } from './lookupTool';
import { PayloadTool } from './payloadTool';

/** What assistants in the editor can ask. Their names, descriptions and input schemas are in package.json. */
export function registerAgentTools(
  catalog: EventCatalog,
  payloads: PayloadFiles,
  comparison: WorkspaceComparison,
): Disposable {
  return Disposable.from(
    lm.registerTool('lookup_bitbucket_webhook_events', new LookupTool(catalog)),
    lm.registerTool('get_bitbucket_webhook_payload', new PayloadTool(catalog, payloads)),
    lm.registerTool('compare_bitbucket_events_with_code', new CodeTool(comparison)),
  );
}
