/** The name of the type of an event's body: that of `pullrequest:comment_created` is `PullRequestCommentCreatedPayload`. */
export function payloadTypeName(key: string): string {
  const words = key.replace('pullrequest', 'pull_request').split(/[:_]/);
  return `${words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')}Payload`;
}
