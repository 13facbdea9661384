/** Atlassian's reference of the two operations that this extension uses, and of the webhook resource itself. */
export const referenceUrl = 'https://developer.atlassian.com/cloud/bitbucket/rest/api-group-webhooks/';
