import { Disposable, EventEmitter } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { PayloadFiles } from '../payloads/payloadFiles';
import type { BitbucketWebhookEventsApi } from './api';
import { publishedPayload, snapshotOf } from './published';

/** Makes what `activate()` returns, out of closures: others get to see nothing of the inside. */
export function createApi(
  catalog: EventCatalog,
  payloads: PayloadFiles,
): { readonly api: BitbucketWebhookEventsApi } & Disposable {
  // VS Code's own emitter: other than the catalogue's, it survives listeners that throw.
  const changes = new EventEmitter<void>();
  const subscription = catalog.onDidChange(() => {
    changes.fire();
  });
  let snapshot: ReturnType<typeof snapshotOf> | undefined;
  const current = () => {
    catalog.wake();
    const events = catalog.listKnownEvents();
    return snapshot?.source === events ? snapshot : (snapshot = snapshotOf(events));
  };
  return Object.assign(Disposable.from(subscription, changes), {
    api: Object.freeze<BitbucketWebhookEventsApi>({
      apiVersion: 1,
      getSubjectTypes: () => {
        catalog.wake();
        return Object.freeze([...catalog.listSubjectTypes().names]);
      },
      getEvents: (subjectType) => current().eventsOf(subjectType),
      getPayload: (key) => publishedPayload(payloads, key),
      isEventKey: (text) => {
        catalog.wake();
        return catalog.findEvent(text) !== undefined;
      },
      onDidChange: changes.event,
    }),
  });
}
