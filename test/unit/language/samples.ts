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
hooks.create(events=['repo:updated', """pullrequest:approved"""], key=r'issue:updated')
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
  [
    'vue',
    `<!-- "repo:push" -->
<template><hook-form event="repo:fork" :events="['repo:push', 'issue:created']" @saved="say('it is')" /></template>
<script setup lang="ts">
const bitbucketEvents = ['repo:push', "pullrequest:created"];
</script>
`,
  ],
  [
    'markdown',
    `# Bitbucket: "repo:push"
It's \`repo:fork\`.

\`\`\`yaml
events:
  - repo:push
  - pullrequest:created
\`\`\`

- one
  \`\`\`json
  {"events": ["repo:updated", "issue:created"]}
  \`\`\`
`,
  ],
  [
    'shellscript',
    `#!/bin/sh
# it's "repo:push"
events=(repo:push "pullrequest:created" 'repo:fork')
case "$HTTP_X_EVENT_KEY" in
  repo:push|repo:updated) echo "it is" ;;
  "issue:created") exit ;;
esac
if [ "$event_key" = "repo:fork" ]; then
  curl https://api.bitbucket.org/2.0/repositories/a/b/hooks -d '{"events": ["repo:push", "issue:updated"]}'
fi
`,
  ],
  [
    'ruby',
    `# it's 'repo:push'
EVENTS = %w[repo:push pullrequest:created].freeze
HANDLERS = { 'repo:fork' => :fork, "issue:created": :issue }
case request.headers['X-Event-Key']
when 'repo:push', "repo:updated" then push("it's #{EVENTS.first}")
end
hook.create(events: ['repo:fork', 'issue:updated'])
`,
  ],
  [
    'csharp',
    `// "repo:push"
public static class BitbucketEvents { public const string Push = "repo:push"; public const string Fork = "repo:fork"; }
class Hook {
  string[] events = { "repo:push", @"pullrequest:created" };
  bool IsPush(string eventKey) => eventKey switch { "repo:push" => true, "repo:updated" or "issue:created" => true, _ => false };
  object Of() => new Hook { Events = new[] { "repo:fork", "issue:updated" }, Text = $"it's {eventKey}" };
}
`,
  ],
  [
    'kotlin',
    `// "repo:push"
enum class BitbucketEvent(val key: String) { PUSH("repo:push"), FORK("repo:fork") }
val events = listOf("repo:push", "pullrequest:created")
fun handle(eventKey: String) = when (eventKey) {
  "repo:push", "repo:updated" -> "it's \${events.size}"
  "issue:created" -> """raw "text" here"""
  else -> null
}
`,
  ],
  [
    'groovy',
    `// 'repo:push'
def events = ['repo:push', "pullrequest:created"]
triggers { bitbucketTriggers { hook(event: 'repo:fork', text: "it's \${events}") } }
if (env.X_EVENT_KEY == 'repo:push' || env.X_EVENT_KEY in ['issue:created', 'repo:updated']) { build() }
`,
  ],
  [
    'powershell',
    `# 'repo:push'
$events = @('repo:push', "pullrequest:created")
$hook = @{ description = "it's"; events = @('repo:fork', 'issue:created') }
switch ($env:X_EVENT_KEY) { 'repo:push' { Invoke-Build } "repo:updated" { return } }
`,
  ],
  [
    'lua',
    `-- 'repo:push'
local bitbucket_events = { 'repo:push', "pullrequest:created" }
local handlers = { ['repo:fork'] = fork, ['issue:created'] = issue }
if ngx.var.http_x_event_key == 'repo:updated' then return "it's" end
`,
  ],
  [
    'toml',
    `# "repo:push"
[bitbucket]
events = ["repo:push", 'pullrequest:created'] # it's both
event = "repo:fork"
[[hooks]]
events = [
  "issue:created",
  "repo:updated",
]
`,
  ],
  [
    'dotenv',
    `# it's repo:push
BITBUCKET_EVENTS=repo:push,pullrequest:created
BITBUCKET_EVENT="repo:fork"
`,
  ],
];
