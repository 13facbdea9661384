import assert from 'node:assert/strict';
import type { Fault } from '../../../src/bitbucket/fault';
import type { CatalogEvent } from '../../../src/catalog/eventCatalog';
import { live } from '../../../src/catalog/storedList';
import { events } from '../../../src/events/events';
import { completionMarkdown, eventMarkdown, eventMeaning } from '../../../src/presentation/eventText';
import { faultText } from '../../../src/presentation/faultText';
import { withoutLinks } from '../../../src/presentation/texts';

const known: CatalogEvent = {
  key: 'repo:push',
  label: 'Push',
  description: '',
  category: 'Repository',
  subjectTypes: ['repository', 'workspace'],
  origin: live,
};
const strange: CatalogEvent = { ...known, key: 'repo:new_one', label: '', description: 'It is [new](x)', category: '' };

describe('A text for notifications', () => {
  it('has no link, whatever is in what others chose', () => {
    assert.equal(withoutLinks('Sent to [here](command:evil) [x]'), 'Sent to [here] (command:evil) [x]');
  });
});

describe('What is said of an event', () => {
  it('is what it means, in our words, where it is known', () => {
    assert.equal(eventMeaning('repo:push'), events.get('repo:push')?.meaning);
    assert.equal(eventMeaning('repo:new_one'), undefined);
  });

  it('is said in paragraphs, none of which is empty', () => {
    for (const event of [known, { ...known, description: 'Pushed' }, strange]) {
      const paragraphs = eventMarkdown(event).value.split('\n\n');
      assert.ok(
        paragraphs.every((paragraph) => /\w/.test(paragraph)),
        paragraphs.join('|'),
      );
    }
    const [heading, meaning, category, subjectTypes, source] = eventMarkdown(known).value.split('\n\n');
    assert.equal(heading, '**repo\\:push** – Push');
    assert.ok(meaning?.startsWith('Sent when'));
    assert.equal(category, 'Category\\: Repository');
    assert.equal(subjectTypes, 'Subject types\\: repository\\, workspace');
    assert.equal(source, 'Source\\: Live from Bitbucket\\. Explained by this extension\\.');
  });

  it('has Bitbucket’s words too where it has any, as text', () => {
    assert.match(eventMarkdown({ ...known, description: 'Pushed' }).value, /\n\nBitbucket\\: “Pushed”\n\n/);
    const said = eventMarkdown(strange).value;
    assert.match(said, /^\*\*repo\\:new\\_one\*\*\n\nIt is \\\[new\\\]\\\(x\\\)\n\n/);
    assert.match(said, /Source\\: Live from Bitbucket$/);
  });

  it('leads to its sample and the reference beside a list, with what people call it', () => {
    const said = completionMarkdown(known, ['push', 'pushed']).value.split('\n\n');
    assert.equal(said[0], events.get('repo:push')?.meaning);
    assert.equal(said[1], 'Repository · Subject types: repository, workspace');
    assert.equal(said[2], 'Bitbucket’s key for “push”, “pushed”');
    assert.match(said[3] ?? '', /^\[[^\]]+\]\(.*\) · \[API reference\]\(https:/);
    assert.equal(completionMarkdown(known, []).value.split('\n\n').length, 3);
    assert.match(completionMarkdown(strange, []).value, /^Bitbucket: “It is \\\[new/);
  });
});

describe('What is said of a fault', () => {
  const faults: [Fault, RegExp][] = [
    [{ kind: 'offline' }, /no network connection.*retry\.$/],
    [{ kind: 'timeout', seconds: 15 }, /within 15 seconds/],
    [{ kind: 'status', status: 407, message: '' }, /status 407\. The proxy asks/],
    [{ kind: 'status', status: 500, message: 'down' }, /status 500: “down”\. The server has a problem/],
    [{ kind: 'status', status: 499, message: '' }, /status 499\. Check the setting/],
    [{ kind: 'rateLimit', message: '', retryAt: undefined }, /in an hour at the latest/],
    [{ kind: 'rateLimit', message: '', retryAt: 0 }, /Retry after /],
    [{ kind: 'notJson', contentType: '' }, /not JSON \(no content type\)/],
    [{ kind: 'notJson', contentType: 'text/html' }, /not JSON \(text\/html\)/],
    [{ kind: 'baseUrl', value: '' }, /\(empty\) must be an https address/],
  ];
  for (const [fault, full] of faults) {
    it(`is what happened and what to do: ${JSON.stringify(fault)}`, () => {
      const text = faultText(fault);
      assert.match(text.full, full);
      assert.ok(text.short.length > 0 && text.short.length <= 30, text.short);
    });
  }
});
