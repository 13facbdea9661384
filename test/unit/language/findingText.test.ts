import assert from 'node:assert/strict';
import { live } from '../../../src/catalog/storedList';
import { candidatesFor, isKnownMistake } from '../../../src/language/keys/candidates';
import { keysFor } from '../../../src/events/dialects';
import type { Finding } from '../../../src/language/check/finding';
import { findingText } from '../../../src/language/check/findingText';
import { bundledList } from '../../../src/catalog/bundled/bundledList';
import { events, isKey } from './fixture';

const keys = events.map(({ key }) => key);
const place = { from: 0, to: 0, beside: [], isListed: true };

function unknown(text: string, origin: 'live' | 'bundled' = 'live'): Finding {
  return {
    ...place,
    kind: 'unknown',
    text,
    candidates: candidatesFor(text, keys),
    isKnownMistake: isKnownMistake(text, isKey),
    origin: origin === 'live' ? live : bundledList.origin,
  };
}

function dataCenter(text: string): Finding {
  return { ...place, kind: 'dataCenter', text, cloudKey: keysFor(text)[0] };
}

describe('What is said of a finding', () => {
  const texts: [Finding, string][] = [
    [unknown('pullrequest:merged'), 'Unknown Bitbucket event “pullrequest:merged”: use “pullrequest:fulfilled”.'],
    [
      unknown('pullrequest:closed'),
      'Unknown event “pullrequest:closed”: use “pullrequest:fulfilled” or “pullrequest:rejected”.',
    ],
    [unknown('repo:psh'), 'Unknown Bitbucket event “repo:psh”: did you mean “repo:push”?'],
    [
      unknown('repo:psh', 'bundled'),
      'Unknown Bitbucket event “repo:psh”: did you mean “repo:push”? (By the bundled list.)',
    ],
    [unknown('repo:nothing_like_it'), 'Unknown Bitbucket event “repo:nothing_like_it”.'],
    [
      unknown('repo:nothing_like_it', 'bundled'),
      'Unknown Bitbucket event “repo:nothing_like_it”. (By the bundled list.)',
    ],
    [unknown('repo:branch_created'), 'Unknown Bitbucket event “repo:branch_created”: branches come with “repo:push”.'],
    [dataCenter('pr:merged'), '“pr:merged” is Data Center’s: in Cloud use “pullrequest:fulfilled”.'],
    [dataCenter('repo:secret_detected'), '“repo:secret_detected” is Data Center’s: Cloud has none like it.'],
    [
      { ...place, kind: 'wildcard', text: 'pullrequest:*', family: 'pullrequest', keys: [] },
      'Bitbucket has no wildcards: “pullrequest:*” matches no event.',
    ],
    [
      {
        ...place,
        kind: 'otherDialect',
        text: 'avi:bitbucket:push:repository',
        dialect: 'forge',
        names: ['repo:push'],
      },
      '“avi:bitbucket:push:repository” is Forge’s: for webhooks use “repo:push”.',
    ],
    [
      {
        ...place,
        kind: 'otherDialect',
        text: 'avi:bitbucket:updated:…',
        dialect: 'forge',
        names: ['a', 'b', 'c', 'd'],
      },
      '“avi:bitbucket:updated:…” is Forge’s: webhooks have 4 events for it.',
    ],
    [
      { ...place, kind: 'otherDialect', text: 'avi:bitbucket:started:deployment', dialect: 'forge', names: [] },
      '“avi:bitbucket:started:deployment” is Forge’s: webhooks have no event for it.',
    ],
    [
      {
        ...place,
        kind: 'otherDialect',
        text: 'repo:push',
        dialect: 'webhook',
        names: ['avi:bitbucket:push:repository'],
      },
      '“repo:push” is a webhook’s: in Forge use “avi:bitbucket:push:repository”.',
    ],
    [
      { ...place, kind: 'otherDialect', text: 'repo:fork', dialect: 'webhook', names: [] },
      '“repo:fork” is a webhook’s: Forge has no event for it.',
    ],
    [
      { ...place, kind: 'removed', text: 'issue:created' },
      'Bitbucket no longer sends “issue:created”: its issue tracker was removed in August 2026.',
    ],
    [{ ...place, kind: 'duplicate', text: 'repo:push' }, '“repo:push” is in this list already.'],
    [
      {
        ...place,
        kind: 'otherSubjectType',
        text: 'project:updated',
        subjectType: 'repository',
        subjectTypes: ['workspace'],
      },
      '“project:updated” is no event of a repository, only of: workspace.',
    ],
  ];
  for (const [finding, text] of texts) {
    it(text, () => {
      assert.equal(findingText(finding), text);
      assert.ok(text.length <= 90, 'the Problems view cuts longer ones');
    });
  }
});
