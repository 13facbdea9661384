import type { IncomingMessage } from 'node:http';
import { cleanText } from '../../bitbucket/cleanText';
import type { Header } from '../../events/headers';
import type { Answer } from './delivery';
import { redactedValue, withoutQueryOf } from './redaction';

/** An answer before its body, without what could be a credential. */
export function answerHead({ statusCode, statusMessage, rawHeaders }: IncomingMessage, url: URL): Omit<Answer, 'body'> {
  const clean = (text: string, maxLength: number) => withoutQueryOf(url, cleanText(text, maxLength));
  return {
    status: statusCode ?? 0,
    reason: redactedValue('', clean(statusMessage ?? '', 100)),
    headers: rawHeaders.flatMap((name, index): Header[] =>
      index % 2 === 0 ? [[clean(name, 200), redactedValue(name, clean(rawHeaders[index + 1] ?? '', 2000))]] : [],
    ),
  };
}
