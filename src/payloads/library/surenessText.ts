import type { Sureness } from './certainty';
import type { Localize } from './localize';

/** How sure we are, in a word or two. */
export function surenessWord({ certainty, newest }: Sureness, l10n: Localize): string {
  switch (certainty) {
    case 'recorded':
      return newest === undefined ? l10n.t('Recorded') : l10n.t('Recorded {0}', newest);
    case 'documented':
      return l10n.t('After the documentation');
    case 'inferred':
      return l10n.t('Inferred');
    case 'unknown':
      return l10n.t('Unknown');
  }
}

/** How sure we are, in a sentence that is short enough for one line. */
export function surenessSentence({ certainty, newest }: Sureness, l10n: Localize): string {
  switch (certainty) {
    case 'recorded':
      return newest === undefined
        ? l10n.t('Bodies that were sent have this shape.')
        : l10n.t('Bodies sent in {0} have this shape.', newest);
    case 'documented':
      return l10n.t('Not recorded: the shape is that of documentation.');
    case 'inferred':
      return l10n.t('Not recorded: the shape follows from other events.');
    case 'unknown':
      return l10n.t('Nobody has published a body of this event.');
  }
}

/** What everybody has to know of a sample that is as sure as this; empty where there is no sample. */
export const inventedNote = ({ certainty }: Sureness, l10n: Localize): string =>
  certainty === 'unknown' ? '' : l10n.t('Names and values are invented.');

/** What else has to be said of the bodies of an event; empty where there is nothing. */
export function noteOn(key: string, l10n: Localize): string {
  if (key.startsWith('issue:')) {
    return l10n.t('Bitbucket removed its issue tracker on August 20, 2026.');
  }
  switch (key) {
    case 'repo:fork':
      return l10n.t('The fork had more names in 2017, and has fewer in the documentation: rely on little.');
    case 'repo:transfer':
      return l10n.t('A program of 2026 reads previous_workspace instead of previous_owner: expect either.');
    case 'pullrequest:updated':
      return l10n.t('The body does not say what has changed: compare it with what you knew.');
    case 'pullrequest:comment_updated':
      return l10n.t('It comes only if ten minutes have passed since the comment was made or last changed.');
    case 'pullrequest:comment_resolved':
    case 'pullrequest:comment_reopened':
      return l10n.t('Whether the comment says by whom and when it was resolved is not known.');
    case 'repo:commit_status_created':
    case 'repo:commit_status_updated':
      return l10n.t('A build names no pull request: look for those with its commit.');
    case 'pipeline:span_created':
      return l10n.t(
        'Not known: the attributes of the resource and of steps, the form of ids, and how many spans come in one delivery.',
      );
    default:
      return '';
  }
}
