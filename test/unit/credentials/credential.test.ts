import assert from 'node:assert/strict';
import {
  authorizationOf,
  emailFault,
  type Holder,
  redactorFor,
  specificity,
  tokenFault,
} from '../../../src/credentials/credential';

const person: Holder = { kind: 'apiToken', email: 'jürgen@example.com' };
const ofWorkspace: Holder = { kind: 'accessToken', reach: { workspace: 'team' } };
const ofRepository: Holder = { kind: 'accessToken', reach: { workspace: 'Team', repository: 'app' } };

describe('Credentials', () => {
  it('are sent as Basic from UTF-8, or as Bearer', () => {
    const basic = Buffer.from('jürgen@example.com:secret', 'utf8').toString('base64');
    assert.equal(authorizationOf({ holder: person, token: 'secret' }), `Basic ${basic}`);
    assert.equal(authorizationOf({ holder: ofWorkspace, token: 'secret' }), 'Bearer secret');
  });

  it('serve what they are for, the most special one first', () => {
    const app = { workspace: 'team', repository: 'APP' };
    assert.deepEqual(
      [person, ofWorkspace, ofRepository].map((holder) => specificity(holder, app)),
      [1, 2, 3],
    );
    assert.deepEqual(
      [person, ofWorkspace, ofRepository].map((holder) => specificity(holder, { workspace: 'team' })),
      [1, 2, 0],
    );
    assert.equal(specificity(ofWorkspace, { workspace: 'team2', repository: 'app' }), 0);
    assert.equal(specificity(ofRepository, { workspace: 'team', repository: 'other' }), 0);
  });

  it('are taken out of texts in every form that an answer may repeat them in', () => {
    const credential = { holder: person, token: 'marker"of&a+token' };
    const [, sent = ''] = authorizationOf(credential).split(' ');
    const hide = redactorFor(credential);
    const texts = [credential.token, sent, encodeURIComponent(credential.token), btoa(credential.token)];
    for (const text of [...texts, JSON.stringify(credential.token)]) {
      const shown = hide(`before ${text} after`);
      assert.match(shown, /^before "?…"? after$/);
    }
    assert.equal(hide('nothing of it'), 'nothing of it');
  });

  it('have an e-mail address, and no user name', () => {
    assert.equal(emailFault(' me@example.com\n'), undefined);
    assert.equal(emailFault('me'), 'noAddress');
    assert.equal(emailFault('me@'), 'noAddress');
    assert.equal(emailFault('me@example.com\u0000'), 'noAddress');
    assert.equal(emailFault('x-bitbucket-api-token-auth'), 'noAddress');
    assert.equal(emailFault('me:you@example.com'), 'colon');
  });

  it('have a token without anything that could end a header', () => {
    assert.equal(tokenFault(' ATATT3x-_=A1\r\n'), undefined);
    assert.equal(tokenFault('  '), 'empty');
    for (const text of ['a b', 'a\r\nX-Evil: 1', 'a\u0000', 'a\u007f', 'a\u200bb', 'tökèn']) {
      assert.equal(tokenFault(text), 'characters', JSON.stringify(text));
    }
  });
});
