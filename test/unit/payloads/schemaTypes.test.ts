import assert from 'node:assert/strict';
import { payloads } from '../../../src/events/payloads';
import { payloadSchema } from '../../../src/payloads/build/payloadSchema';
import { payloadTypeName } from '../../../src/payloads/library/selectTypes';
import { goTypes } from '../../../src/payloads/library/types/goTypes';
import { pythonTypes } from '../../../src/payloads/library/types/pythonTypes';

const keys = [...payloads].filter(([, { variants }]) => variants.length > 0).map(([key]) => key);
const of = (...some: string[]) => some.map(payloadSchema);

describe('Payload types in Python', () => {
  const all = pythonTypes(of(...keys));

  it('have a TypedDict for each event, each after what it needs, once', () => {
    const declared = [...all.matchAll(/^class (\w+)\(|^(\w+) = /gm)].map(([, name, other]) => name ?? other ?? '');
    assert.equal(new Set(declared).size, declared.length);
    assert.deepEqual(
      keys.map(payloadTypeName).filter((name) => !declared.includes(name)),
      [],
    );
    const seen = new Set(['Any', 'Literal', 'None', 'NotRequired', 'TypedDict']);
    for (const part of all.split('\n\n\n').slice(1)) {
      const code = part.replace(/"""[\s\S]*?"""|#.*|"[^"]*"/g, '');
      const [own = '', ...used] = code.match(/\b[A-Z]\w+/g) ?? [];
      assert.deepEqual(
        used.filter((name) => name !== own && !seen.has(name)),
        [],
        own,
      );
      seen.add(own);
    }
  });

  it('tell missing from null, keep unions, and write names that are no identifiers in another form', () => {
    assert.match(all, /^ {4}new: Branch \| Tag \| None$/m);
    assert.match(all, /^ {4}commits: NotRequired\[list\[PushedCommit\]\]$/m);
    assert.match(all, /^ {4}parent: NotRequired\[ShortRepository \| None\]$/m);
    assert.match(all, /^Account = User \| Team \| AppUser$/m);
    assert.match(all, /^InlinePlace = TypedDict\($[\s\S]*?^ {8}"from": int \| None,$/m);
    assert.match(all, /^ {8}"request-changes": Link,$/m);
    assert.match(all, /^ {4}state: Literal\["MERGED"\]$/m);
    assert.doesNotMatch(all, /\bnull\b/i);
  });

  it('are those of the chosen events alone', () => {
    const fork = pythonTypes(of('repo:fork'));
    assert.match(fork, /^class RepoForkPayload/m);
    assert.doesNotMatch(fork, /PullRequest|Push/);
    assert.equal(pythonTypes([]), '');
  });
});

describe('Payload types in Go', () => {
  const all = goTypes(of(...keys));

  it('have a struct for each event, once', () => {
    const declared = [...all.matchAll(/^type (\w+) struct/gm)].map(([, name = '']) => name);
    assert.equal(new Set(declared).size, declared.length);
    assert.deepEqual(
      keys.map(payloadTypeName).filter((name) => !declared.includes(name)),
      [],
    );
  });

  it('have pointers for what may be missing or null, one struct for a union, and flat pull requests', () => {
    assert.match(all, /^\tNew \*BranchOrTag `json:"new"`$/m);
    assert.match(all, /^type Account struct \{$/m);
    assert.match(all, /^\tAccountID \*string `json:"account_id,omitempty"`$/m);
    assert.match(all, /^type MergedPullRequest struct \{$[\s\S]*?^\tMergeCommit +ShortCommit +`json:"merge_commit"`$/m);
    assert.match(all, /^\tID +int64 +`json:"id"`$/m);
    assert.match(all, /^\tCreatedOn +string +`json:"created_on"`$/m);
  });

  it('have names as Go writes them, and comments that begin with them', () => {
    for (const name of ['UUID', 'HTML', 'URL', 'SCM', 'TraceID', 'PullRequest', 'RequestChanges', 'FullName']) {
      assert.match(all, new RegExp(`^\\t${name} +\\S+ +\`json:`, 'm'), name);
    }
    assert.match(all, /^\/\/ PushChange is what happened to one branch or tag\.\ntype PushChange struct/m);
    assert.doesNotMatch(all, /\bnull\b/i);
  });
});
