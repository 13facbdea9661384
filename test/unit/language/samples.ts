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
  [
    'terraform',
    `# "repo:push"
resource "bitbucket_hook" "ci" {
  owner  = "acme"
  events = ["repo:push", "pullrequest:created"] // both
  for_each = { a = ["issue:created"], "repo:fork" = var.key == "repo:push" ? "repo:updated" : "issue:updated" }
  text   = "a \${concat(local.more, ["repo:fork"])} b"
  body   = <<-EOT
    {"events": ["repo:push"]}
  EOT
}
`,
  ],
  [
    'go',
    `package hooks // "repo:push"
import "bitbucket.org/acme/app"
const ( Push = "repo:push"; Fork Key = "repo:fork" )
var Events = []string{"repo:push", \`pullrequest:created\`}
func handle(r *http.Request) string {
	switch r.Header.Get("X-Event-Key") {
	case "repo:push", "issue:created":
		return hook(Hook{Events: []string{"repo:fork"}, Key: "repo:updated"})
	}
	return "it's"
}
`,
  ],
  [
    'java',
    `/* "repo:push" */
enum BitbucketEvent { PUSH("repo:push"), MERGED("pullrequest:fulfilled"); }
class Hooks {
  @On(value = "repo:fork") @Also({"issue:created", "issue:updated"})
  String key = "repo:updated";
  boolean isPush(String eventKey) {
    return switch (eventKey) { case "repo:push", "repo:fork" -> true; default -> "pullrequest:created".equals(eventKey); };
  }
}
`,
  ],
  [
    'php',
    `<?php // 'repo:push'
$events = ['repo:push', "pullrequest:created"];
$handlers = ['repo:fork' => fn() => 1, 'issue:created' => null];
return match ($request->header('X-Event-Key')) {
  'repo:push', 'repo:updated' => "it's $key {$x['issue:updated']}",
  default => null,
};
`,
  ],
  [
    'rust',
    `// "repo:push"
#[derive(Deserialize)]
enum Event { #[serde(rename = "repo:push")] Push, #[serde(rename = "pullrequest:created")] Opened }
const EVENTS: [&str; 2] = ["repo:fork", r#"issue:created"#];
fn handle(event_key: &str) -> u8 {
  match event_key { "repo:push" => 1, "issue:updated" | "repo:updated" => 2, _ => vec!["repo:fork"].len() as u8 }
}
`,
  ],
];
