import { withoutQuery } from '../../bitbucket/addresses';
import { type HookSubject, hooksUrl, parseSubject, subjectName } from '../../bitbucket/hookSubject';
import { HooksError } from './hooksFault';

/** The most that Bitbucket sends at once. */
const pageLength = 100;

/** Where a subject's hooks are. What can't be one segment of a path each is nowhere to be found. */
export function listUrl(base: URL, subject: HookSubject): URL {
  if (parseSubject(subjectName(subject)) === undefined) {
    throw new HooksError({ kind: 'notFound', message: '' }, withoutQuery(base));
  }
  return hooksUrl(base, subject);
}

export function firstPage(base: URL, subject: HookSubject): URL {
  const url = listUrl(base, subject);
  url.searchParams.set('pagelen', String(pageLength));
  return url;
}

/** @param uuid In braces. */
export function hookUrl(base: URL, subject: HookSubject, uuid: string): URL {
  const url = listUrl(base, subject);
  url.pathname += `/${encodeURIComponent(uuid)}`;
  return url;
}
