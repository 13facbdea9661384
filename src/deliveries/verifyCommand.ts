import { type Disposable, env, l10n, type TextDocument, type Uri, window, workspace } from 'vscode';
import { registerCommand } from '../commands/registerCommand';
import { escapeIcons, joinTexts } from '../presentation/texts';
import type { DeliverySecrets } from './secrets';
import { verdictText } from './verdictText';
import { verify } from './wire/verify';

const headerForm = 'sha256=…';

interface Body {
  readonly bytes: Uint8Array;
  /** What they are, for people. */
  readonly origin: string;
}

/** "Verify signature": of a body, a header and a secret, all on this machine, in every host and in Restricted Mode. */
export function registerVerifySignature(secrets: DeliverySecrets): Disposable {
  return registerCommand('verifySignature', () => verifySignature(secrets));
}

/** What is to be verified of a delivery that was sent: what its handler made of it. */
interface SentDelivery {
  readonly body: string;
  /** Empty where it had none. */
  readonly signature: string;
  /** Whose secret is proposed. */
  readonly target: string;
}

/** @param sent Proposes what was sent; without it, the text in the editor. */
export async function verifySignature(secrets: DeliverySecrets, sent?: SentDelivery): Promise<void> {
  const body = await chooseBody(sent);
  const header = body && (await askForHeader(sent?.signature));
  const secret = header === undefined ? undefined : await chooseSecret(secrets, sent?.target);
  if (!body || header === undefined || secret === undefined) {
    return;
  }
  const { isRight, message, advice } = verdictText(await verify(body.bytes, header, secret));
  const detail = joinTexts([advice, body.origin], '\n\n');
  const show = isRight ? window.showInformationMessage : window.showWarningMessage;
  await show(message, { modal: true, detail });
}

async function chooseBody(sent: SentDelivery | undefined): Promise<Body | undefined> {
  const document = window.activeTextEditor?.document;
  const clipboard = {
    label: l10n.t('Text in the clipboard'),
    description: sent ? l10n.t('such as what the handler took for the body, out of its log') : '',
    read: bodyOfClipboard,
  };
  const picks = sent
    ? [clipboard, { label: l10n.t('The body that was sent'), read: () => Promise.resolve(bodySent(sent)) }]
    : document
      ? [{ label: escapeIcons(l10n.t('Text of {0}', basename(document.uri))), read: () => bodyOf(document) }, clipboard]
      : [clipboard];
  const picked = await window.showQuickPick(picks, {
    title: l10n.t('Verify a signature (1/3): the body'),
    placeHolder: l10n.t('The body of the delivery, as it came'),
  });
  return picked?.read();
}

/** The bytes of a saved file, else those of its text. */
async function bodyOf(document: TextDocument): Promise<Body> {
  if (!document.isDirty && !document.isUntitled) {
    try {
      const bytes = await workspace.fs.readFile(document.uri);
      return {
        bytes,
        origin: l10n.t('Verified: the {0} bytes of {1} as saved.', bytes.length, basename(document.uri)),
      };
    } catch {
      // A document that isn't in any file system, such as a sample.
    }
  }
  const bytes = await workspace.encode(document.getText(), { encoding: document.encoding });
  const name = basename(document.uri);
  return { bytes, origin: l10n.t('Verified: the text of {0} in the editor, as {1}.', name, document.encoding) };
}

function bodySent({ body }: SentDelivery): Body {
  const bytes = new TextEncoder().encode(body);
  return { bytes, origin: l10n.t('Verified: the {0} bytes that were sent.', bytes.length) };
}

async function bodyOfClipboard(): Promise<Body> {
  const bytes = new TextEncoder().encode(await env.clipboard.readText());
  return { bytes, origin: l10n.t('Verified: the text in the clipboard, as {0}.', 'utf8') };
}

function askForHeader(value = ''): Thenable<string | undefined> {
  return window.showInputBox({
    value,
    title: l10n.t('Verify a signature (2/3): the header'),
    prompt: l10n.t(
      'The header {0}, as it came or as a log printed it. Leave it empty if there was none.',
      'X-Hub-Signature',
    ),
    placeHolder: headerForm,
    ignoreFocusOut: true,
  });
}

/** @param first Whose secret comes first, if it has one. */
async function chooseSecret(secrets: DeliverySecrets, first?: string): Promise<string | undefined> {
  const title = l10n.t('Verify a signature (3/3): the secret');
  const ask = () =>
    window.showInputBox({
      title,
      prompt: l10n.t('The secret of the webhook. It is used once and not kept.'),
      password: true,
      ignoreFocusOut: true,
    });
  const { names } = secrets;
  if (names.length === 0) {
    return ask();
  }
  const kept = names.map((name) => ({
    label: escapeIcons(l10n.t('Secret of {0}', name)),
    read: async () => {
      const secret = await secrets.get(name);
      return secret.kind === 'kept' ? secret.secret : ask();
    },
  }));
  const proposed = kept[names.findIndex((name) => name === first)];
  const others = kept.filter((each) => each !== proposed);
  const picks = [...(proposed ? [proposed] : []), { label: l10n.t('Type a secret'), read: ask }, ...others];
  const picked = await window.showQuickPick(picks, { title });
  return picked?.read();
}

/** The last part of an address: a file's name. */
const basename = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);
