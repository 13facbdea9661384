import { l10n } from 'vscode';
import { joinTexts } from '../presentation/texts';
import { bodyPhrase, secretPhrase } from './changePhrases';
import { isJsonWriter } from './wire/jsonWriters';
import type { FormFault, Verdict } from './wire/verify';

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
      return [l10n.t('Yes, the signature is right.'), ''];
    case 'nearly': {
      const { body, secret, header, form } = verdict;
      const isChanged = body.length > 0 || secret !== 'none';
      return isChanged
        ? [no, joinTexts([changesAdvice(verdict), ...formAdvice(header, form)], ' ')]
        : [
            l10n.t('No, a handler would refuse this header, although the digest in it is right.'),
            joinTexts(formAdvice(header, form), ' '),
          ];
    }
    case 'otherHash':
      return [l10n.t('No, the header has a signature with {0}.', verdict.hash), otherHashAdvice(verdict)];
    case 'noHeader':
      return [
        l10n.t('There is no signature.'),
        l10n.t('Bitbucket sends X-Hub-Signature only if the webhook has a secret: set one there.'),
      ];
    case 'severalHeaders':
      return [
        l10n.t('There are several signatures, and they differ.'),
        l10n.t('Take the header of the one delivery that the body is of.'),
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
    case 'differs': {
      const compare = l10n.t(
        'Compare the secrets, and take the body as it came, byte for byte: no middleware may have parsed or changed it.',
      );
      return [no, joinTexts([...formAdvice(verdict.header, verdict.form), compare], ' ')];
    }
  }
}

function changesAdvice({ body, secret }: Extract<Verdict, { kind: 'nearly' }>): string {
  const phrases = [...body.map(bodyPhrase), secret === 'none' ? '' : secretPhrase(secret)];
  const reasons = [
    body.some(isJsonWriter)
      ? l10n.t('Something, such as a middleware, has parsed the body and written it anew: verify the raw body.')
      : '',
    body.some((change) => !isJsonWriter(change))
      ? l10n.t('Something, such as an editor, has changed the body: take the bytes as they came.')
      : '',
    secret === 'none' ? '' : l10n.t('Webhook and handler need the very same secret.'),
  ];
  return joinTexts([l10n.t('It matches {0}.', joinTexts(phrases, ', ')), ...reasons], ' ');
}

const products: Readonly<Record<string, string>> = {
  'x-hub-signature-256': 'GitHub',
  'x-gitea-signature': 'Gitea',
  'x-gogs-signature': 'Gogs',
  'x-forgejo-signature': 'Forgejo',
};

function formAdvice(header: string, form: readonly FormFault[]): string[] {
  return form.map((fault) => {
    switch (fault) {
      case 'header':
        return headerAdvice(header);
      case 'noAlgorithm':
        return l10n.t('Bitbucket writes {0} before the digest.', 'sha256=');
      case 'upperCase':
        return l10n.t('Bitbucket writes it in small letters, and handlers compare letter by letter.');
      case 'base64':
        return l10n.t('The digest is in base64: Bitbucket writes hexadecimal digits.');
    }
  });
}

function headerAdvice(header: string): string {
  const name = header.replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
  const product = products[header];
  return product === undefined
    ? l10n.t('It came as {0}: Bitbucket’s header is X-Hub-Signature.', name)
    : l10n.t('It came as {0}, the header of {1}: Bitbucket’s is X-Hub-Signature.', name, product);
}

function otherHashAdvice({ hash, matches, header, form }: Extract<Verdict, { kind: 'otherHash' }>): string {
  const isGitHubs = hash === 'SHA-1';
  return joinTexts(
    [
      matches ? l10n.t('It is right for this body, but not Bitbucket’s.') : '',
      l10n.t('Bitbucket signs with SHA-256.'),
      isGitHubs ? l10n.t('GitHub has SHA-1 in X-Hub-Signature: is this delivery Bitbucket’s?') : '',
      ...(form.includes('header') ? [headerAdvice(header)] : []),
    ],
    ' ',
  );
}
