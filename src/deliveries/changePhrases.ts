import { l10n } from 'vscode';
import type { BodyChange } from './wire/bodyChanges';
import type { SecretChange } from './wire/secretChanges';

// How a signature matches: what stands behind “It matches”, or behind another of these.

export function bodyPhrase(change: BodyChange): string {
  switch (change) {
    case 'withoutByteOrderMark':
      return l10n.t('without the byte order mark of the body');
    case 'withByteOrderMark':
      return l10n.t('with a byte order mark before the body');
    case 'withoutLastNewline':
      return l10n.t('without the newline at the end of the body');
    case 'withoutLastNewlines':
      return l10n.t('without the newlines at the end of the body');
    case 'withLastNewline':
      return l10n.t('with a newline at the end of the body');
    case 'withTwoNewlines':
      return l10n.t('with two newlines at the end of the body');
    case 'lineFeeds':
      return l10n.t('with LF for CRLF in the body');
    case 'carriageReturns':
      return l10n.t('with CRLF for LF in the body');
    case 'onOneLine':
      return l10n.t('with the same JSON on one line');
    case 'onManyLines':
      return l10n.t('with the same JSON on many lines');
    case 'javaScript':
      return writtenBy('JSON.stringify', 'JavaScript');
    case 'python':
      return writtenBy('json.dumps', 'Python');
    case 'php':
      return writtenBy('json_encode', 'PHP');
    case 'go':
      return writtenBy('encoding/json', 'Go');
  }
}

function writtenBy(library: string, language: string): string {
  return l10n.t('with the same JSON as {0} of {1} writes it', library, language);
}

export function secretPhrase(change: Exclude<SecretChange, 'none'>): string {
  switch (change) {
    case 'withoutLastNewline':
      return l10n.t('without the newline at the end of the secret');
    case 'withLastNewline':
      return l10n.t('with a newline at the end of the secret');
    case 'withoutBlanks':
      return l10n.t('without the blanks around the secret');
    case 'withoutQuotes':
      return l10n.t('without the quotes around the secret');
    case 'withQuotes':
      return l10n.t('with quotes around the secret');
    case 'fromBase64':
      return l10n.t('with what the secret stands for in base64');
    case 'toBase64':
      return l10n.t('with the secret in base64');
    case 'fromHex':
      return l10n.t('with the bytes that the secret stands for in hexadecimal digits');
  }
}
