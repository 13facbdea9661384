/** Documents of our own, one for each way of writing, with everything that makes scanning hard. */
export const samples: readonly (readonly [languageId: string, text: string])[] = [
  [
    'yaml',
    `\uFEFF# repo:push in a comment
%YAML 1.2
---
{{- if .Values.enabled }}
kind: EventListener
spec: &anchor
  triggers:
    - name: bitbucket
      interceptors:
        - ref: { name: "bitbucket", kind: ClusterInterceptor }
          params:
            - name: eventTypes
              value:
                - repo:push # a comment
                - "pullrequest:created"
                - 'issue:created'
  script: |
    - repo:push
    echo "it's"
  text: "two
    lines: repo:push"
...
---
\tevents: [repo:fork, 'repo:push', "issue:updated",
\t  pullrequest:fulfilled]\r
hooks:
- {event: repo:push, url: 'https://example.org/#x'}
- *anchor
- - !!str repo:updated
  - {{ .Values.event }}
empty:
`,
  ],
  [
    'jsonc',
    `{
  // a "comment
  "headers": { "X-Event-Key": "repo:push", "accept": "*/*" },
  /* "another
     one */
  "values": [
    { "event": "pullrequest:created", "label": "a \\"quoted\\" word", "n": -1.5e3 },
    { "event": "repo:fork", "category": null },
  ],
  "events": ["repo:push",\t"issue:created", "pullrequest:fulfilled"],\r
  "scopes": ["pullrequest:write"],
  "unicode": "\u2028 \\u0041"
}
`,
  ],
  [
    'typescriptreact',
    `import { on } from 'bitbucket';
/** It's about 'repo:push'. */
type Key = | 'repo:push' | "pullrequest:created" | 'issue:created';
export function Hooks({ eventKey, events = ['repo:push', 'repo:fork'] }: Props) {
  const isQuote = /['"\`]/g.test(eventKey) ? a / b : 'x';
  const nested = \`a \${events.map((e) => \`<\${e === 'repo:push' ? 'yes' : "no"}>\`).join(', ')} b\`;
  switch (req.headers['x-event-key']) {
    case 'pullrequest:fulfilled':
    case \`issue:updated\`:
      return <p title="it's" onClick={() => on('repo:push', run)}>don't {isQuote} say 'repo:push'</p>;
  }
  const handlers: Record<string, () => void> = { 'repo:push': push, 'pullrequest:created': created };
  return <Hook event="repo:updated" {...handlers} />;
}
const generic = <T,>(value: T) => value;
const text = \`
  'repo:push'
\`;
`,
  ],
  [
    'python',
    `# 'repo:push'
"""It's 'repo:push'."""
EVENTS = {"repo:push": push, 'pullrequest:created': create}
if request.headers.get("X-Event-Key") == "repo:fork":
    handle(f'it {"x"}', "issue:created")
`,
  ],
];
