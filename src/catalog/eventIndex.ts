import leven from 'leven';
import { stemmer } from 'stemmer';
import type { HookEvent } from '../bitbucket/hookEvents';
import { dialectOf, keysFor } from '../events/dialects';
import { events as records } from '../events/events';
import { rankOf } from '../events/ranking';
import { phrasesFor, subjectWords, verbsLike, wordsIn } from '../events/vocabulary';

export interface FoundEvents<E> {
  /** The best first; none where no word of the query says anything. */
  readonly events: readonly E[];
  /** Whether they match every word as it is written; else they are what is nearest. */
  readonly isExact: boolean;
}

/** How much of the likeness of the best one others must have to be found beside it. */
const likeEnough = 0.6;

/** A word with its stem, and the stems of verbs that say the same. */
interface Word {
  readonly text: string;
  readonly stem: string;
  readonly verbs: readonly string[];
}

/** An event with the words of all that it is called, and of what it means. */
interface Entry<E> {
  readonly event: E;
  /** What all events of its family share. */
  readonly subject: readonly Word[];
  /** Without the words of the subject. */
  readonly phrases: readonly (readonly Word[])[];
  readonly own: readonly Word[];
  readonly meaning: readonly Word[];
}

/**
 * Makes the one search that all lists, boxes and tools have. It finds those events that match most words of a query, in
 * whatever order, by their beginnings and endings (`merge`, `deletion`): by what an event is called, and where that isn't
 * enough, by what it means. People and models ask in sentences, so that one word too many must not hide what the others
 * find. A word that no event has is taken for the nearest one. Without any words, all events are found.
 *
 * @param translated What an event means in the language of whoever asks.
 */
export function eventIndex<E extends HookEvent>(
  events: readonly E[],
  translated: (key: string) => string = () => '',
): (query: string) => FoundEvents<E> {
  const entries = events.map((event) => entryOf(event, translated(event.key)));
  const vocabulary = [
    ...new Map(entries.flatMap(({ own, meaning }) => [...own, ...meaning]).map((word) => [word.text, word])).values(),
  ];
  return (query) => {
    // What other products call it says exactly which.
    const name = query.trim();
    if ((dialectOf(name) ?? 'webhook') !== 'webhook') {
      return { events: events.filter(({ key }) => keysFor(name).includes(key)), isExact: true };
    }
    const written = wordsIn(query).map(wordOf);
    if (written.length === 0) {
      return { events, isExact: true };
    }
    const words = written.map((word) => nearest(word, vocabulary));
    const scored = entries.map((entry) => ({ entry, ...scoreOf(entry, words) }));
    const most = Math.max(0, ...scored.map(({ matches }) => matches));
    const best = scored.filter(({ matches }) => matches === most && most > 0);
    const mostOwn = Math.max(0, ...best.map(({ ownMatches }) => ownMatches));
    const byName = best.filter(({ ownMatches }) => ownMatches === mostOwn);
    const mostLike = Math.max(0, ...byName.map(({ likeness }) => likeness));
    return {
      events: byName
        .filter(({ likeness }) => likeness >= likeEnough * mostLike)
        .map(({ entry, likeness }) => ({ event: entry.event, likeness }))
        .sort((a, b) => b.likeness - a.likeness || rankOf(a.event.key) - rankOf(b.event.key))
        .map(({ event }) => event),
      isExact: most === words.length && words.every((word, index) => word === written[index]),
    };
  };
}

function entryOf<E extends HookEvent>(event: E, translated: string): Entry<E> {
  const { key, label, category, description } = event;
  const subject = [...new Set([...subjectWords(key), ...wordsIn(category)])];
  const phrases = [...phrasesFor(key), label, description]
    .map((phrase) => wordsIn(phrase).filter((word) => !subject.includes(word)))
    .filter((words) => words.length > 0);
  return {
    event,
    subject: subject.map(wordOf),
    phrases: phrases.map((words) => words.map(wordOf)),
    own: [...new Set([...subject, ...phrases.flat()])].map(wordOf),
    meaning: wordsIn(`${records.get(key)?.meaning ?? ''} ${translated}`).map(wordOf),
  };
}

const wordOf = (text: string): Word => ({ text, stem: stemmer(text), verbs: verbsLike(text).map(stemmer) });

function scoreOf<E>({ subject, phrases, own, meaning }: Entry<E>, words: readonly Word[]) {
  const said = words.filter((word) => !isIn(subject, word));
  return {
    matches: words.filter((word) => isIn(own, word) || isIn(meaning, word)).length,
    ownMatches: words.filter((word) => isIn(own, word)).length,
    likeness: Math.max(0, ...phrases.map((phrase) => likenessOf(phrase, said))),
  };
}

/** How much of a phrase and a query is the same, from 0 to 1. */
function likenessOf(phrase: readonly Word[], asked: readonly Word[]): number {
  const same = asked.map((word) => Math.max(0, ...phrase.map((each) => similarity(each, word))));
  return (2 * same.reduce((sum, each) => sum + each, 0)) / (phrase.length + asked.length);
}

const isIn = (words: readonly Word[], asked: Word): boolean => words.some((word) => similarity(word, asked) > 0);

/** How sure it is that a word of an event is meant, from 0 to 1. */
function similarity(word: Word, asked: Word): number {
  if (word.text === asked.text) {
    return 1;
  }
  if (word.text.startsWith(asked.text) || word.stem === asked.stem) {
    return 0.9;
  }
  return word.verbs.includes(asked.stem) ? 0.8 : 0;
}

/** A word, or where none is like it, the one with the fewest slips of the fingers between. */
function nearest(asked: Word, vocabulary: readonly Word[]): Word {
  if (asked.text.length < 4 || isIn(vocabulary, asked)) {
    return asked;
  }
  const most = asked.text.length < 8 ? 1 : 2;
  const [near] = vocabulary
    .map((word) => ({ word, edits: leven(word.text, asked.text) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits);
  return near?.word ?? asked;
}
