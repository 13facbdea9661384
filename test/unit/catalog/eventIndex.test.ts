import assert from 'node:assert/strict';
import { bundledList } from '../../../src/catalog/bundled/bundledList';
import { eventIndex } from '../../../src/catalog/eventIndex';
import { mergeEvents } from '../../../src/catalog/mergeEvents';
import { keysFor as namedBy, namesIn } from '../../../src/events/dialects';
import { otherWordsFor, phrasesFor } from '../../../src/events/vocabulary';
import { phrases } from '../../support/phrases';

const { origin, subjectTypes } = bundledList;
const events = mergeEvents([...subjectTypes].map(([name, listed]) => ({ name, events: listed, origin })));
const search = eventIndex(events);
const keysFor = (query: string) => search(query).events.map(({ key }) => key);

describe('The search for events', () => {
  for (const [phrase, ...keys] of phrases) {
    it(`finds by “${phrase}”: ${keys.join(', ')}`, () => {
      assert.deepEqual(keysFor(phrase).slice(0, keys.length).sort(), [...keys].sort());
    });
  }

  it('finds an event by each of its names first, those of other products among them', () => {
    const missed = events.flatMap(({ key }) =>
      phrasesFor(key).filter((name) => name.includes(':') && !keysFor(name).slice(0, 3).includes(key)),
    );
    assert.deepEqual(missed, []);
  });

  it('finds by the names of Forge, Pipelines and Data Center exactly what they stand for', () => {
    for (const dialect of ['forge', 'pipelines', 'dataCenter'] as const) {
      for (const name of namesIn(dialect)) {
        const { events: found, isExact } = search(` ${name} `);
        assert.deepEqual(found.map(({ key }) => key).sort(), [...namedBy(name)].sort(), name);
        assert.ok(isExact);
      }
    }
  });

  it('takes words in any order and by their beginnings', () => {
    for (const query of ['pull req mer', 'MERGED  pull-request', 'mer pr', 'the PR was merged!']) {
      assert.deepEqual(keysFor(query), ['pullrequest:fulfilled'], query);
    }
  });

  it('finds by what an event means only where its names aren’t enough', () => {
    assert.deepEqual(keysFor('opentelemetry'), ['pipeline:span_created']);
    assert.deepEqual(keysFor('merged'), ['pullrequest:fulfilled'], 'and not all that mention it');
  });

  it('finds by the words of another language', () => {
    const inGerman = eventIndex(events, (key) => (key === 'repo:fork' ? 'Wird gesendet, wenn geforkt wird.' : ''));
    assert.deepEqual(
      inGerman('gesendet').events.map(({ key }) => key),
      ['repo:fork'],
    );
  });

  it('finds all without a word that says anything, and what is new by Bitbucket’s own words', () => {
    assert.deepEqual(keysFor(' the webhook event '), [...events.map(({ key }) => key)]);
    const added = { key: 'repo:archived', label: 'Archive', category: 'Repository', description: 'Put to rest' };
    const withNew = eventIndex([...events, added]);
    for (const query of ['repo archive', 'archived', 'rest']) {
      assert.equal(withNew(query).events[0]?.key, 'repo:archived', query);
    }
  });

  it('says where it has only what is nearest, and finds nothing in nonsense', () => {
    assert.equal(search('pr merged').isExact, true);
    assert.deepEqual(
      [keysFor('spaceship merged'), search('spaceship merged').isExact],
      [['pullrequest:fulfilled'], false],
    );
    assert.deepEqual([keysFor('pr declinde')[0], search('pr declinde').isExact], ['pullrequest:rejected', false]);
    assert.deepEqual(search('spaceship'), { events: [], isExact: false });
  });
});

describe('Completion, a word at a time,', () => {
  for (const [phrase, ...keys] of phrases.filter(([each]) => /^\w+$/.test(each))) {
    it(`has “${phrase}” among the words of ${keys.join(' and ')}`, () => {
      for (const key of keys) {
        const words = [...key.split(/[:_]/), ...otherWordsFor(key)];
        assert.ok(
          words.some((word) => word.startsWith(phrase)),
          words.join(' '),
        );
      }
    });
  }
});
