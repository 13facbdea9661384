import type { Place } from '../../../src/hooks/comparison/collect';

/**
 * A folder of a program that receives webhooks, with what its files use events for: `§h` stands before a place that
 * handles, `§s` before one that subscribes, `§p` before one that perhaps handles, `§t` before one in a test or a sample.
 */
const marked: Readonly<Record<string, string>> = {
  // Handlers
  'src/router.ts': `
import { forward, push } from './actions';
// Bitbucket sends repo:push and pullrequest:created here
export function route(eventKey: string, body: unknown) {
  switch (eventKey) {
    case '§hrepo:push':
    case '§hrepo:fork':
      return push(body);
    §pdefault:
      return forward(eventKey, body);
  }
}
export const handlers = { '§hpullrequest:created': opened, '§hpullrequest:updated': changed };
export type EventKey = 'repo:push' | 'pullrequest:created';
`,
  'src/events.ts': `
export enum BitbucketEvent { Approved = '§hpullrequest:approved', Unused = 'pullrequest:unapproved' }
const commented = ['§hpullrequest:comment_created', '§hpullrequest:comment_updated'];
export const isApproval = (eventKey: string) => eventKey === BitbucketEvent.Approved;
export const isComment = (eventKey: string) => commented.includes(eventKey);
log.info('pullrequest:rejected');
`,
  'src/subscribe.ts': `
await fetch(\`https://api.bitbucket.org/2.0/repositories/\${repository}/hooks\`, {
  method: 'POST',
  body: JSON.stringify({ url, active: true, events: ['§srepo:push', '§spullrequest:created', '§sissue:created'] }),
});
createWebhook(url, ['§spullrequest:merged', '§srepo:pushed']);
`,
  'src/nest.controller.ts': `
@Controller('bitbucket')
export class Hooks {
  @OnEvent('§hpullrequest:fulfilled') merged() {}
  @OnEvent('§hpullrequest:rejected') declined() {}
}
`,
  'app/hooks.py': `
def receive(request):
    event_key = request.headers["X-Event-Key"]
    if event_key in ("§hrepo:push", "§hrepo:updated"):
        push(request)
    elif event_key == "§hpullrequest:fulfilled":
        merged(request)

match event_key:
    case "§hpullrequest:approved":
        approve()
    §pcase _:
        enqueue(event_key)
`,
  'app/subscribe.py': `
# Bitbucket
hook.events.append("§sissue:updated")
requests.post(url, json={"description": "CI", "events": ["§spullrequest:updated", "§srepo:fork"]})
`,
  'cmd/receiver/main.go': `
package main

const forkEvent = "§hrepo:fork"

func handle(w http.ResponseWriter, r *http.Request) {
	switch r.Header.Get("X-Event-Key") {
	case "§hrepo:push":
		push(r)
	case "§hpullrequest:created", "§hpullrequest:updated":
		review(r)
	case forkEvent:
		fork(r)
	§pdefault:
		enqueue(r)
	}
}

func create() {
	hook := Hook{Events: []string{"§srepo:commit_status_created", "§srepo:commit_status_updated"}}
	post(hook)
}
`,
  'public/hook.php': `
<?php
// Bitbucket
switch ($_SERVER['HTTP_X_EVENT_KEY']) {
    case '§hrepo:push':
        deploy();
        break;
    case '§hpullrequest:comment_deleted':
        clean();
        break;
    §pdefault:
        queue($body);
}
$hook->create(['events' => ['§spullrequest:approved', '§spullrequest:unapproved']]);
`,
  'java/src/main/java/Receiver.java': `
class Receiver {
    void receive(HttpServletRequest request) {
        String eventKey = request.getHeader("X-Event-Key");
        if ("§hrepo:push".equals(eventKey)) {
            push();
        } else if (eventKey.equals("§hrepo:transfer")) {
            moved();
        }
        switch (eventKey) {
            case "§hpullrequest:changes_request_created" -> wait();
            §pdefault -> queue(eventKey);
        }
    }
    List<String> events = List.of("§srepo:transfer", "§srepo:updated");
}
`,
  'lib/webhooks.rb': `
class WebhooksController
  def receive
    event = request.headers["X-Event-Key"]
    return if event == '§hrepo:deleted'
    case event
    when '§hrepo:push' then deploy
    when '§hpullrequest:fulfilled', '§hpullrequest:rejected' then clean
    §pelse
      enqueue(event)
    end
  end
  EVENTS = %w[§srepo:deleted §srepo:imported]
end
`,
  // Subscriptions
  'infra/hooks.tf': `
resource "bitbucket_hook" "ci" {
  owner      = "acme"
  repository = "site"
  url        = "https://ci.example.com/hook"
  events     = ["§srepo:push", "§spullrequest:fulfilled", "§spullrequest:rejected"]
}
`,
  'deploy/hook.yaml': `
# Bitbucket
webhook:
  url: https://ci.example.com/hook
  events:
    - §srepo:push
    - §spullrequest:comment_created
    - §sproject:updated
`,
  'scripts/create-hook.sh': `
#!/bin/sh
curl -u "$AUTH" "https://api.bitbucket.org/2.0/repositories/$REPO/hooks" -d '{"url": "https://ci.example.com", "events": ["§srepo:commit_comment_created"]}'
`,
  'scripts/dispatch.sh': `
#!/bin/sh
# called with Bitbucket's X-Event-Key
case "$EVENT_KEY" in
  "§hrepo:push") deploy ;;
  §prepo:*) record ;;
  §p*) enqueue "$EVENT_KEY" ;;
esac
`,
  '.env': 'BITBUCKET_EVENTS=§srepo:push,§spullrequest:created\n',
  // Prefixes
  'src/prefixes.ts': `
// Bitbucket
if (eventKey.startsWith('§ppullrequest:')) review();
if (eventKey.startsWith('§prepo:commit_status_')) build();
if (/^§pissue:/.test(eventKey)) ignore();
if (eventKey.split(':')[0] === '§prepo') push();
`,
  'app/prefixes.py': `
# Bitbucket
if event_key.startswith("§ppullrequest:comment_"):
    comment()
if "§pissue:" in event_key:
    ignore()
`,
  'cmd/receiver/prefixes.go': `
package main

// Bitbucket
func isReview(eventKey string) bool { return strings.HasPrefix(eventKey, "§ppullrequest:") }
`,
  'public/prefixes.php': `
<?php
// Bitbucket
if (str_starts_with($eventKey, '§pproject:')) {
    index();
}
`,
  'java/src/main/java/Prefixes.java': `
/** Bitbucket */
class Prefixes { boolean is(String eventKey) { return eventKey.startsWith("§prepo:"); } }
`,
  'lib/prefixes.rb': `
# Bitbucket
review if event_key.start_with?('§ppullrequest:')
`,
  // Wildcards
  'src/wildcards.ts': `
// Bitbucket
webhooks.on('§p*', record);
webhooks.on('§ppullrequest:*', review);
hooks.on('§prepo:*', push);
bitbucket.on('§pproject:**', index);
`,
  'app/wildcards.py': `
# Bitbucket
@hooks.on("§ppullrequest:*")
def review(event): pass

if re.match(r"§p^pullrequest:", event_key):
    review()
if re.match("§prepo:.*", event_key):
    push()
`,
  'lib/wildcards.rb': `
# Bitbucket
hooks.on('§prepo:*') { |event| push(event) }
review if event_key =~ §p/^pullrequest:/
`,
  // Defaults
  'src/defaults.ts': `
// Bitbucket
switch (eventKey) {
  case '§hrepo:push': push(); break;
  default: throw new Error('Unknown event ' + eventKey);
}
switch (eventKey) {
  case '§hrepo:push': push(); break;
  §pdefault: bus.emit(eventKey, body);
}
`,
  'src/defaults.rs': `
// Bitbucket
fn route(event_key: &str) {
    match event_key {
        "§hrepo:push" => push(),
        §p_ => forward(event_key),
    }
}
`,
  'src/Defaults.cs': `
// Bitbucket
class Defaults { void Route(string eventKey) {
  switch (eventKey) {
    case "§hrepo:push": Push(); break;
    §pdefault: Forward(eventKey); break;
  }
} }
`,
  'src/Defaults.kt': `
// Bitbucket
fun route(eventKey: String) = when (eventKey) {
  "§hrepo:push" -> push()
  §pelse -> forward(eventKey)
}
`,
  // Tests and samples
  'test/router.test.ts': `
it('repo:push', () => {
  expect(route('§trepo:push', body)).toBe(true);
});
request(app).post('/').set('X-Event-Key', '§tpullrequest:created');
`,
  'examples/hook.yaml': '# Bitbucket\nevents:\n  - §trepo:push\n',
  'cmd/receiver/main_test.go':
    'package main\n\nfunc TestA(t *testing.T) { r.Header.Set("X-Event-Key", "§trepo:fork") }\n',
  // Nothing
  'README.md': '# Bitbucket\n\nSends `repo:push` and `pullrequest:created`.\n\n- repo:push\n',
  'CHANGELOG.md': 'Handles pullrequest:created of Bitbucket.\n',
  'oauth.json': '{"provider": "bitbucket", "scopes": ["pullrequest:write", "repository:admin", "issue"]}',
  'i18n/en.json': '{"bitbucket": {"pullrequest": "Pull request", "issue": "Issue", "repo": "Repository"}}',
};

/** The files of the folder, by path. */
export const planted: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(marked).map(([path, text]) => [path, text.trimStart().replace(/§[hspt]/g, '')]),
);

/** What is to be found, as `path:line:column kind`. */
export const plantedPlaces: readonly string[] = Object.entries(marked)
  .flatMap(([path, text]) => {
    const own = text.trimStart();
    return [...own.matchAll(/§([hspt])/g)].map(({ index, 1: kind = '' }) => {
      const before = own.slice(0, index).replace(/§[hspt]/g, '');
      const lines = before.split('\n');
      return `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1} ${kind}`;
    });
  })
  .sort();

/** The same of a place that was found; empty of a mention, which is silent. */
export function placeText({ file, line, column, isTest, prefix, purpose }: Place): string {
  const kind = isTest ? 't' : prefix !== undefined ? 'p' : purpose.charAt(0);
  return kind === 'm' ? '' : `${file.path}:${line}:${column} ${kind}`;
}
