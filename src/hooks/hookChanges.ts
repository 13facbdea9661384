import { l10n, ProgressLocation, window } from 'vscode';
import { type HookSubject, subjectName } from '../bitbucket/hookSubject';
import { withoutLinks } from '../presentation/texts';
import type { HookField } from './rest/change';
import type { Hook } from './rest/hook';
import { HooksError, type HooksFault } from './rest/hooksFault';
import { hooksFaultText } from './hooksFaultText';
import { hookName } from './hookText';

/** Runs a request that nobody can take back once it is sent. A `HooksError` comes back as its fault. */
export async function requestWithProgress<T>(
  title: string,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T | { readonly kind: 'fault'; readonly fault: HooksFault }> {
  const options = { location: ProgressLocation.Notification, title, cancellable: false };
  return window.withProgress(options, async () => {
    try {
      return await run(new AbortController().signal);
    } catch (error) {
      if (error instanceof HooksError) {
        return { kind: 'fault' as const, fault: error.fault };
      }
      throw error;
    }
  });
}

/** What a refusal of Bitbucket's means for somebody who wants to change something. */
export function refusalText(fault: HooksFault, subject: HookSubject): string {
  return fault.kind === 'rights'
    ? subject.repository === undefined
      ? l10n.t(
          'You can’t change the webhooks of {0} (HTTP status 403): only owners of the workspace can. Ask one of them.',
          subjectName(subject),
        )
      : l10n.t(
          'You can’t change the webhooks of {0} (HTTP status 403): only admins of the repository can. Ask one of them to make you an admin.',
          subjectName(subject),
        )
    : hooksFaultText(fault, subject).full;
}

/** No answer came, and a look has told nothing. */
export function unknownText(fault: HooksFault, subject: HookSubject): string {
  return l10n.t(
    'Bitbucket may have done it or not: no answer came ({0}). Nothing is sent again. Look at the refreshed view first, before you try once more.',
    hooksFaultText(fault, subject).short,
  );
}

/** Says so where Bitbucket has made something else of what it was sent. */
export function sayOthers(fields: readonly HookField[]): void {
  if (fields.length > 0) {
    void window.showWarningMessage(
      withoutLinks(
        l10n.t(
          'Bitbucket has made something else of these than was sent: {0}. Look at the webhook.',
          fields.map(fieldText).join(', '),
        ),
      ),
    );
  }
}

export function sayGone(hook: Hook): void {
  void window.showWarningMessage(withoutLinks(l10n.t('The webhook {0} was deleted meanwhile.', hookName(hook))));
}

export function fieldText(field: HookField): string {
  switch (field) {
    case 'url':
      return l10n.t('address');
    case 'title':
      return l10n.t('title');
    case 'isActive':
      return l10n.t('active or paused');
    case 'skipsCertificates':
      return l10n.t('certificate verification');
    case 'keepsHistory':
      return l10n.t('history');
    case 'events':
      return l10n.t('events');
    case 'secret':
      return l10n.t('secret');
  }
}
