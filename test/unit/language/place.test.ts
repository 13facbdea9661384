import assert from 'node:assert/strict';
import { at } from './fixture';

/** A place in one word: `strong case`, `unsure comparison` (strong, but other products say so too), `weak`, `none scope`. */
function placeAt(languageId: string, document: string): string {
  const place = at(languageId, document)?.place;
  switch (place?.strength) {
    case undefined:
      return 'nothing';
    case 'strong':
      return `${place.certain ? 'strong' : 'unsure'} ${place.kind}`;
    case 'weak':
      return place.open ? 'weak open' : 'weak';
    case 'none':
      return `none ${place.kind}`;
  }
}

const places: [string, string, string][] = [
  // YAML, in the order of positions in public files
  ['yaml', 'params:\n  - name: eventTypes\n    value:\n      - |', 'strong tektonEventTypes'],
  ['yaml', 'params:\n  - value:\n      - |\n    name: "eventTypes"', 'strong tektonEventTypes'],
  ['yaml', '- ref:\n    name: github\n  params:\n    - name: eventTypes\n      value: [|]', 'none foreign'],
  [
    'yaml',
    'properties:\n  eventTypes:\n    items:\n      enum:\n        - repo:push\n        - |',
    'strong schemaEnum',
  ],
  ['yaml', 'kind: BitBucketSource\nspec:\n  eventTypes:\n  - |', 'strong eventList'],
  ['yaml', 'triggers:\n- bitbucket:\n    events:\n    - |', 'strong eventList'],
  ['yaml', 'config:\n  bitbucket_events:\n    - |', 'strong eventList'],
  ['yaml', 'config:\n  allowed_events: ["|"]', 'strong eventList'],
  ['yaml', 'commands:\n  pullrequest:created:\n    fleet: x\n  repo:pu|sh:\n    fleet: y', 'strong propertyName'],
  ['yaml', 'eventSubscriptions:\n- source: brigade.sh/bitbucket\n  types:\n  - |', 'strong eventList'],
  ['yaml', 'eventSubscriptions:\n- source: brigade.sh/cron\n  types:\n  - |', 'weak'],
  ['yaml', 'spec:\n  type: bitbucket\n  events:\n    - |', 'strong eventList'],
  ['yaml', 'spec:\n  type: github\n  events:\n    - |', 'none foreign'],
  ['yaml', 'kind: EventSource\nspec:\n  bitbucket:\n    example:\n      events:\n        - |', 'strong eventList'],
  ['yaml', 'values:\n- category: Repository\n  event: |', 'strong hookEvent'],
  ['yaml', 'modules:\n  trigger:\n    - key: a\n      events:\n        - |', 'none foreign'],
  ['yaml', 'on:\n  events: [push, |]', 'none foreign'],
  ['yaml', 'scopes:\n  - repo:|', 'none scope'],
  ['yaml', 'capabilities: [repo:|]', 'none scope'],
  ['yaml', 'headers:\n  X-Event-Key: |', 'strong header'],
  ['yaml', 'event: |', 'unsure eventProperty'],
  ['yaml', 'image: |', 'none prose'],
  ['yaml', 'when: event == "repo:|push"', 'none prose'],
  ['yaml', 'event: $(params.event|)', 'none other'],
  // JSON
  ['json', '{"headers": {"x-event-key": "|"}}', 'strong header'],
  ['json', '[{"key": "X-Event-Key", "value": "|"}]', 'strong header'],
  ['json', '{"url": "x", "active": true, "events": ["|"]}', 'strong eventList'],
  ['json', '{"values": [{"event": "|"}]}', 'strong hookEvent'],
  ['json', '{"modules": {"webhooks": [{"event": "|", "url": "/x"}]}}', 'strong connectModule'],
  ['json', '{"modules": {"webhooks": [{"event": "jira:issue_created"}, {"event": "|"}]}}', 'none foreign'],
  ['json', '{"modules": {"jiraIssueGlances": [], "webhooks": [{"event": "|"}]}}', 'none foreign'],
  ['json', '{"eventKey": "|"}', 'strong eventProperty'],
  ['json', '{"event": {"enum": ["repo:push", "|"]}}', 'strong schemaEnum'],
  ['json', '{"scopes": ["pullrequest", "pullrequest:|"]}', 'none scope'],
  ['json', '{"events": ["pr:opened", "repo:refs_changed", "|"]}', 'none foreign'],
  ['json', '{"description": "|"}', 'none prose'],
  ['json', '{"name": "|"}', 'weak'],
  ['json', '{"|": "x"}', 'none propertyName'],
  // TypeScript and JavaScript
  ['typescript', "if (eventKey === '|') {}", 'strong comparison'],
  ['typescript', "if ('|' === body.eventKey) {}", 'strong comparison'],
  ['typescript', "if (req.headers['x-event-key'] !== '|') {}", 'strong comparison'],
  ['typescript', "if (req.header('X-Event-Key') == '|') {}", 'strong comparison'],
  ['typescript', "if (event === '|') {}", 'unsure comparison'],
  ['typescript', "if (event.key === '|') {}", 'weak open'],
  ['typescript', "switch (eventKey) { case '|': }", 'strong case'],
  [
    'typescript',
    "switch (req.header('X-Event-Key')) {\n  case 'repo:push': return 'a';\n  case '|':\n}",
    'strong case',
  ],
  ['typescript', "switch (type) { case 'pullrequest:created': return 'x'; case '|': }", 'strong case'],
  ['typescript', "switch (type) { case 'click': case '|': }", 'weak open'],
  ['typescript', "await post('/hooks', { url, events: ['|'] });", 'strong eventList'],
  ['typescript', "const EVENTS = ['repo:push', '|'] as const;", 'strong eventList'],
  ['typescript', "const pr = ['pullrequest:created', '|'];", 'strong eventList'],
  ['typescript', "const seen = new Set<string>(['pullrequest:created', '|']);", 'strong eventList'],
  ['typescript', "function hook(events: string[] = ['|']) {}", 'strong eventList'],
  ['typescript', "if (['|'].includes(req.eventKey)) {}", 'strong eventList'],
  ['typescript', "const colors = ['red', '|'];", 'none foreign'],
  ['typescript', "type EventKey = 'repo:push' ‸| '';".replace("‸| ''", "| '‸'"), 'strong union'],
  ['typescript', "interface Hook { event: 'issue:created' | '‸' | 'pullrequest:created' }", 'strong union'],
  ['typescript', "type State = 'open' | '‸';", 'weak open'],
  ['typescript', "handler.on('|', run);", 'weak open'],
  ['typescript', "webhooks.on('|', run);", 'strong call'],
  ['typescript', "events.on('brigade.sh/bitbucket', '|', run);", 'strong call'],
  ['typescript', "request(app).post('/').set('X-Event-Key', '|');", 'strong header'],
  ['typescript', "const headers = { 'X-Event-Key': '|' };", 'strong header'],
  ['typescript', "const handlers = { 'pullrequest:created': a, 're|': b };", 'strong propertyName'],
  ['typescript', "const colors = { red: 1, '|': 2 };", 'none propertyName'],
  ['typescript', "const E = { MERGED: 'pullrequest:fulfilled', A: 'pullrequest:created', B: '|' };", 'strong constant'],
  ['typescript', "enum E { A = 'pullrequest:created', C = 'pullrequest:updated', B = '|' }", 'strong constant'],
  ['typescript', "z.object({ event: z.enum(['|']) });", 'unsure schemaEnum'],
  ['typescript', "z.object({ events: z.array(z.enum(['repo:push', '|'])) });", 'strong schemaEnum'],
  ['typescript', "z.object({ eventKey: z.literal('|') });", 'strong eventProperty'],
  ['typescript', "class A { readonly eventKey = '|'; }", 'strong eventProperty'],
  ['typescript', "const eventKey: EventKey = '|';", 'strong eventProperty'],
  ['typescript', "expect(result.event_key).toBe('|');", 'strong comparison'],
  ['typescript', "expect(hook.events).toEqual(['|']);", 'strong eventList'],
  ['typescript', "if (eventKey.startsWith('pullrequest:|')) {}", 'weak open'],
  ['typescript', "it('repo:pu|sh', () => {});", 'none prose'],
  ['typescript', "const a = 'see ' + 'repo:|';", 'none prose'],
  ['typescript', "const scopes = ['issue:|'];", 'none scope'],
  [
    'typescript',
    "ws.send({ type: 'issue:updated' }, ['comment:created', 'issue:updated', 'task:done', '|']);",
    'none foreign',
  ],
  ['typescriptreact', '<a href="|">x</a>', 'none prose'],
  ['typescriptreact', '<Hook name="|" />', 'weak'],
  // Other languages
  ['terraform', 'resource "bitbucket_hook" "x" {\n  events = [\n    "|",\n  ]\n}', 'strong eventList'],
  ['python', 'if request.headers["X-Event-Key"] == "|":', 'strong comparison'],
  ['python', 'if event_key in ("|", "repo:fork"):', 'strong eventList'],
  ['go', 'switch r.Header.Get("X-Event-Key") {\ncase "|":\n}', 'strong case'],
  ['go', 'hook := Hook{Events: []string{"|"}}', 'strong eventList'],
  ['java', 'if (eventKey.equals("|")) {}', 'strong comparison'],
  ['php', "$handlers = ['pullrequest:created' => 'a', 'repo:|' => 'b'];", 'strong propertyName'],
  ['php', "$x = ['eventKey' => '|'];", 'strong eventProperty'],
];

describe('place', () => {
  for (const [languageId, document, expected] of places) {
    it(`${languageId}: ${JSON.stringify(document)} is ${expected}`, () => {
      assert.equal(placeAt(languageId, document), expected);
    });
  }

  it('knows the other keys of the list, and a repeated one', () => {
    const place = at('yaml', 'events:\n  - repo:push\n  - issue:created\n  - repo:pu|sh\n  - repo:fork')?.place;
    assert.ok(place?.strength === 'strong');
    assert.deepEqual(place.siblings, ['repo:push', 'issue:created', 'repo:fork']);
    assert.equal(place.repeated, true);
  });

  const below: [languageId: string, first: string, rest: string][] = [
    ['typescript', "  @Cron('*/5 * * * *')", '  async poll() {}'],
    ['typescript', '  accept: "*/*",', ''],
    ['python', "    schedule = crontab(minute='*/15')", ''],
  ];
  for (const [languageId, first, rest] of below) {
    it(`${languageId}: is found behind ${first}, where no line begins a statement`, () => {
      const keys = languageId === 'python' ? '    events = ["repo:push|"]' : "    const events = ['repo:push|'];";
      for (const text of [
        [first, rest, keys],
        [keys, first, rest],
        [first, rest, keys, first],
      ]) {
        const document = [...Array<string>(200).fill('  // far below'), ...text].join('\n');
        assert.equal(at(languageId, document)?.place.strength, 'strong');
      }
    });
  }

  it('is found behind the end of a comment that began farther up', () => {
    const document = [
      ...Array<string>(200).fill(' * far below'),
      " * that don't end */",
      "  if (eventKey === 'repo:push|') {",
    ];
    assert.equal(at('typescript', document.join('\n'))?.place.strength, 'strong');
    const inside = [...document.slice(0, -2), "  if (eventKey === 'repo:push|') {", " * that don't end */"];
    assert.equal(at('typescript', inside.join('\n')), undefined);
  });

  const subjects: [string, string, string | undefined][] = [
    ['json', '{"subject_type": "workspace", "events": ["|"]}', 'workspace'],
    ['json', '{"subject": {"type": "repository"}, "events": ["|"]}', 'repository'],
    ['json', '{"events": ["|"], "links": {"self": {"href": "https://h/2.0/repositories/w/r/hooks/1"}}}', 'repository'],
    ['typescript', "api.post('/2.0/workspaces/w/hooks', { events: ['|'] })", 'workspace'],
    [
      'typescript',
      'fetch(`${base}/repositories/${w}/${r}/hooks`, { body: JSON.stringify({ events: ["|"] }) })',
      'repository',
    ],
    ['typescript', "createWorkspaceHook({ events: ['|'] })", 'workspace'],
    ['terraform', 'resource "bitbucket_hook" "x" {\n  events = ["|"]\n}', 'repository'],
    ['json', '{"events": ["|"]}', undefined],
  ];
  for (const [languageId, document, expected] of subjects) {
    it(`${languageId}: ${JSON.stringify(document)} is a hook of ${expected ?? 'an unknown subject'}`, () => {
      const place = at(languageId, document)?.place;
      assert.equal(place?.strength === 'strong' ? place.subjectType : 'not strong', expected);
    });
  }
});
