import type { FetchLike } from '../../src/bitbucket/fetchLike';
import type { ArbitraryAnswer } from './arbitraryAnswers';

/** A platform's fetch that gives some answers in turn, again and again, and notes who was asked. */
export function arbitraryFetch(answers: readonly ArbitraryAnswer[], asked: string[]): FetchLike {
  return async (url, signal) => {
    const answer = answers[asked.length % answers.length];
    asked.push(url);
    if (!answer || answer.failure?.at === 'never') {
      return never(signal);
    }
    const fill = (text: string) => text.replaceAll('{n}', String(asked.length));
    const fail = (at: 'header' | 'body') => {
      if (answer.failure?.at === at) {
        throw Object.assign(new Error('made up'), { code: answer.failure.code });
      }
    };
    await Promise.resolve();
    fail('header');
    return {
      status: answer.status,
      header: (name) => (answer.headers[name] === undefined ? null : fill(answer.headers[name])),
      body: (async function* () {
        await Promise.resolve();
        yield new TextEncoder().encode(fill(answer.body));
        fail('body');
      })(),
    };
  };
}

function never(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}
