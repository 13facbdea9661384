import { events } from '../events/events';

/** Atlassian's reference of the two operations that this extension uses, and of the webhook resource itself. */
export const referenceUrl = 'https://developer.atlassian.com/cloud/bitbucket/rest/api-group-webhooks/';

/** Atlassian's page on what Forge has in the place of Connect's modules. */
export const forgeForConnectUrl =
  'https://developer.atlassian.com/cloud/bitbucket/link-connect-to-its-equivalent-forge-app/';

const payloadsPage = 'https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/';

/** The address of an event's place on Atlassian's page of event payloads; of its section, or the page, if it has none. */
export function payloadReference(key: string): string {
  const event = events.get(key);
  const anchor = event?.heading ?? event?.family.heading;
  return anchor === undefined ? payloadsPage : `${payloadsPage}#${anchor}`;
}
