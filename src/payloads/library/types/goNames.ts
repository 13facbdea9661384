/** Words that Go writes in capitals, after the list that its linters share. */
const initialisms = new Set(
  (
    'ACL API ASCII CPU CSS DNS EOF GUID HTML HTTP HTTPS ID IP JSON LHS QPS RAM RHS RPC SCM SLA SMTP SQL SSH TCP TLS TTL ' +
    'UDP UI UID URI URL UTF8 UUID VM XML XMPP XSRF XSS'
  ).split(' '),
);

/** The exported Go name of a property, such as `AccountID` of `account_id`. */
export const goName = (property: string): string =>
  property
    // One word in JSON alone.
    .replace('pullrequest', 'pull_request')
    // Camel case too.
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .split(/[^A-Za-z\d]+/)
    .map((word) => {
      const capitals = word.toUpperCase();
      return initialisms.has(capitals) ? capitals : capitals.slice(0, 1) + word.slice(1);
    })
    .join('');
