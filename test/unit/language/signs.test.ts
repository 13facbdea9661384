import assert from 'node:assert/strict';
import { mentionsBitbucket } from '../../../src/language/place/signs';
import { isKey } from './fixture';

const signs = [
  'https://api.bitbucket.org/2.0/repositories/acme/app/hooks',
  'await bb.post(`/2.0/workspaces/${workspace}/hooks`, body)',
  'resource "bitbucket_hook" "ci" {}',
  '# our Bitbucket bot',
  'class BitBucketListener {}',
  'BITBUCKET_EVENTS=',
  "req.get('X-Event-Key')",
  'HTTP_X_EVENT_KEY="repo:push"',
  'when: $x_event_key',
  '- pullrequest:created',
  '- pullrequest:merged',
  'src/Bitbucket/hook.ts',
  'bitbucket.events.on()',
];

const others = [
  'scopes: [pullrequest:write]',
  'socket.on("issue:updated")',
  '<Nav.Link eventKey="home" />',
  'git@bitbucket.org:acme/app.git',
  'https://bitbucket.org/acme/app',
  'import "bitbucket.org/acme/app/log"',
  'https://bitbucket.acme.example/scm/app.git',
  'ssh://git@bitbucket.acme.example:7999/app.git',
  'kind: BitbucketServer',
  'bitbucketserver_repository_webhook',
  '// Bitbucket Data Center sends these',
  'provider: bitbucket-dc',
  'Stash',
];

describe('signs of Bitbucket', () => {
  for (const text of signs) {
    it(`are in ${text}`, () => {
      assert.equal(mentionsBitbucket(`\n\n${text}\n`, isKey), true);
    });
  }
  for (const text of others) {
    it(`aren't in ${text}`, () => {
      assert.equal(mentionsBitbucket(`\n\n${text}\n`, isKey), false);
    });
  }
  it('are found behind what is none', () => {
    assert.equal(mentionsBitbucket(`${others.join('\n')}\n${signs[0] ?? ''}`, isKey), true);
  });
});
