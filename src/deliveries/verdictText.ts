import { l10n } from 'vscode';
import type { BodyChange, Verdict } from './wire/verify';

/** A verdict in a sentence, and what to do. */
interface VerdictText {
  readonly isRight: boolean;
  readonly message: string;
  readonly advice: string;
}

export function verdictText(verdict: Verdict): VerdictText {
  const [message, advice] = texts(verdict);
  return { isRight: verdict.kind === 'matches', message, advice };
}

function texts(verdict: Verdict): readonly [message: string, advice: string] {
  const no = l10n.t('No, the signature is not that of this body.');
  switch (verdict.kind) {
    case 'matches':
      return [
        l10n.t('Yes, the signature is right.'),
        verdict.isOtherHeader
          ? l10n.t('It came as X-Hub-Signature-256, which is GitHub’s header: Bitbucket documents X-Hub-Signature.')
          : '',
      ];
    case 'nearly':
      return [no, [...bodyAdvice(verdict.body), ...secretAdvice(verdict.secret)].join(' ')];
    case 'sha1':
      return [
        l10n.t('No, the header has a SHA-1 signature.'),
        verdict.matches
          ? l10n.t(
              'It is right for this body, but not Bitbucket’s: Bitbucket signs with SHA-256. GitHub has SHA-1 in X-Hub-Signature.',
            )
          : l10n.t('Bitbucket signs with SHA-256. GitHub has SHA-1 in X-Hub-Signature: is this delivery Bitbucket’s?'),
      ];
    case 'noHeader':
      return [
        l10n.t('There is no signature.'),
        l10n.t('Bitbucket sends X-Hub-Signature only if the webhook has a secret: set one there.'),
      ];
    case 'malformed':
      return [
        l10n.t('No, this is no signature.'),
        l10n.t('One has the form {0} and 64 hexadecimal digits behind it.', 'sha256='),
      ];
    case 'noSecret':
      return [l10n.t('Without a secret there is nothing to verify.'), l10n.t('Give the secret that the webhook has.')];
    case 'longSecret':
      return [
        no,
        l10n.t(
          'The secret has more than {0} characters, which Bitbucket does not take: it may have been cut.',
          verdict.maxLength,
        ),
      ];
    case 'differs':
      return [
        no,
        verdict.isOtherHeader
          ? l10n.t(
              'X-Hub-Signature-256 is GitHub’s header. Compare the secrets, and take the body as it came, byte for byte.',
            )
          : l10n.t(
              'Compare the secrets, and take the body as it came, byte for byte: no middleware may have parsed or changed it.',
            ),
      ];
  }
}

function bodyAdvice(change: BodyChange): string[] {
  switch (change) {
    case 'none':
      return [];
    case 'withoutLastNewline':
      return [l10n.t('It matches without the newline at the end of the body: an editor may have added it.')];
    case 'withLastNewline':
      return [l10n.t('It matches with a newline at the end of the body: something has removed it.')];
    case 'lineFeeds':
      return [l10n.t('It matches with LF for CRLF: something has changed the line breaks of the body.')];
    case 'lineFeedsWithoutLast':
      return [
        l10n.t(
          'It matches with LF for CRLF and without the newline at the end: something has changed the line breaks of the body.',
        ),
      ];
    case 'compactJson':
      return [
        l10n.t(
          'It matches the same JSON on one line: something, such as a middleware, has parsed the body and written it anew. Verify the raw body.',
        ),
      ];
  }
}

function secretAdvice(change: 'none' | 'withoutLastNewline' | 'withLastNewline'): string[] {
  switch (change) {
    case 'none':
      return [];
    case 'withoutLastNewline':
      return [l10n.t('It matches without the newline at the end of the secret: trim it where it is stored.')];
    case 'withLastNewline':
      return [l10n.t('It matches with a newline at the end of the secret: whoever signed has one there.')];
  }
}
