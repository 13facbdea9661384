import assert from 'node:assert/strict';
import { at } from './fixture';

const places: [languageId: string, document: string, purpose: string][] = [
  // Which events are wanted
  ['yaml', 'events:\n  - |', 'subscribes'],
  ['yaml', 'on:\n  event: |', 'subscribes'],
  ['yaml', 'params:\n  - name: eventTypes\n    value: [repo:push, |]', 'subscribes'],
  ['json', '{"url": "x", "events": ["|"]}', 'subscribes'],
  ['json', '{"webhooks": [{"event": "|"}]}', 'subscribes'],
  ['terraform', 'resource "bitbucket_hook" "ci" {\n  events = ["|"]\n}', 'subscribes'],
  ['terraform', 'variable "events" {\n  default = ["|"]\n}', 'subscribes'],
  ['dotenv', 'BITBUCKET_EVENTS=repo:push,|', 'subscribes'],
  ['shellscript', 'curl -d \'{"events": ["|"]}\' $HOOKS', 'subscribes'],
  ['typescript', "await post('/hooks', { url, events: ['|'] });", 'subscribes'],
  ['typescript', "createWebhook(url, ['|']);", 'subscribes'],
  ['typescript', "const EVENTS = ['repo:push', '|'] as const;", 'subscribes'],
  ['python', 'hook.events.append("|")', 'subscribes'],
  ['go', 'hook := Hook{Events: []string{"|"}}', 'subscribes'],
  ['java', 'class A { List<String> events = List.of("|"); }', 'subscribes'],
  ['php', "<?php $hook->create(['events' => ['|']]);", 'subscribes'],
  ['ruby', 'EVENTS = %w[repo:push |]', 'subscribes'],
  // What is done when one comes
  ['typescript', "if (eventKey === '|') {}", 'handles'],
  ['typescript', "if (['repo:push', '|'].includes(eventKey)) {}", 'handles'],
  ['typescript', "if (eventKey.startsWith('pullrequest:|')) {}", 'handles'],
  ['typescript', "switch (eventKey) { case '|': }", 'handles'],
  ['typescript', "const handlers = { 'pullrequest:created': a, 're|': b };", 'handles'],
  ['typescript', "webhooks.on('|', run);", 'handles'],
  ['typescript', "class A { @OnEvent('|') push() {} }", 'handles'],
  ['python', 'if event_key in ("|", "repo:fork"):', 'handles'],
  ['python', 'match event_key:\n    case "|":\n        run()', 'handles'],
  ['python', 'match event_key:\n    case "repo:push" | "‸":\n        run()', 'handles'],
  ['rust', 'fn a() { match event_key { "repo:push" | "‸" => b(), _ => {} } }', 'handles'],
  ['python', '@hooks.handler("|")\ndef push(): pass', 'handles'],
  ['go', 'switch r.Header.Get("X-Event-Key") {\ncase "|":\n}', 'handles'],
  ['go', 'var handlers = map[string]func(){"repo:push": a, "|": b}', 'handles'],
  ['java', 'class A { void a() { if (eventKey.equals("|")) {} } }', 'handles'],
  ['java', 'class A { @EventHandler("|") void push() {} }', 'handles'],
  ['php', "<?php $handlers = ['pullrequest:created' => 'a', 'repo:|' => 'b'];", 'handles'],
  ['rust', 'fn a() { match event_key { "|" => b(), _ => {} } }', 'handles'],
  ['ruby', "case event_key\nwhen '|' then run\nend", 'handles'],
  ['ruby', "if request.headers['X-Event-Key'] != '|'\n  skip\nend", 'handles'],
  ['go', 'func a() bool { return slices.Contains([]string{"|"}, eventKey) }', 'handles'],
  ['java', 'class A { void a() { if ("|".equals(request.getHeader("X-Event-Key"))) {} } }', 'handles'],
  ['shellscript', 'case "$EVENT_KEY" in\n  "|") run ;;\nesac', 'handles'],
  ['csharp', 'switch (eventKey) { case "|": Run(); break; }', 'handles'],
  ['kotlin', 'when (eventKey) { "|" -> push() }', 'handles'],
  ['yaml', 'commands:\n  pullrequest:created:\n    fleet: x\n  repo:pu|sh:\n    fleet: y', 'handles'],
  ['yaml', "filter: \"header('X-Event-Key') == '‸'\"", 'handles'],
  // No more than a name
  ['typescript', "expect(result.event_key).toBe('|');", 'mentions'],
  ['typescript', "expect(hook.events).toEqual(['|']);", 'mentions'],
  ['typescript', "it('repo:pu|sh', () => {});", 'mentions'],
  ['typescript', "log.info('|');", 'mentions'],
  ['typescript', "request(app).post('/').set('X-Event-Key', '|');", 'mentions'],
  ['typescript', "const headers = { 'X-Event-Key': '|' };", 'mentions'],
  ['typescript', "type EventKey = 'repo:push' | '‸';", 'mentions'],
  ['typescript', "const E = { MERGED: 'pullrequest:fulfilled', B: '|' };", 'mentions'],
  ['typescript', "const EVENT_TYPES = { merged: 'pullrequest:fulfilled', b: '|' };", 'mentions'],
  ['typescript', "enum E { A = 'pullrequest:created', B = '|' }", 'mentions'],
  ['typescript', "const eventKey = '|';", 'mentions'],
  ['markdown', 'Bitbucket sends `|` then.', 'mentions'],
];

describe('Purpose of a place', () => {
  for (const [languageId, document, expected] of places) {
    it(`${languageId}: ${JSON.stringify(document)} ${expected}`, async () => {
      assert.equal((await at(languageId, document))?.place.purpose ?? 'nothing', expected);
    });
  }
});
