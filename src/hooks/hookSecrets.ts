import { l10n, window } from 'vscode';
import { putOnClipboard } from '../deliveries/secretCommands';
import type { DeliverySecrets } from '../deliveries/secrets';
import { keepSecret } from '../deliveries/secretQuestions';
import { withoutLinks } from '../presentation/texts';
import { shownAddress } from './rest/address';

/** The secrets that webhooks were given here, by their addresses: with these, test deliveries there are signed. */
export class HookSecrets {
  constructor(private readonly secrets: DeliverySecrets) {}

  /** Keeps a secret that Bitbucket has taken; asks before it replaces another. Resolves with whether it is kept. */
  async keep(address: string, secret: string): Promise<boolean> {
    const target = shownAddress(address);
    const before = await this.secrets.get(target);
    if (before.kind === 'kept' && before.secret !== secret) {
      const replace = l10n.t('Replace');
      const answer = await window.showWarningMessage(
        l10n.t('Replace the secret of {0}?', target),
        {
          modal: true,
          detail: l10n.t(
            'Another one is kept here for test deliveries to this address. The webhook has the new one already.',
          ),
        },
        replace,
      );
      if (answer !== replace) {
        return false;
      }
    }
    return keepSecret(this.secrets, target, secret);
  }

  /** Whether one is kept, or was before it was lost. */
  has(address: string): boolean {
    return this.secrets.stateOf(shownAddress(address)) !== 'none';
  }

  /** Puts a secret that was just set into the clipboard: nobody tells it later. */
  async copy(address: string, secret: string): Promise<void> {
    await putOnClipboard(shownAddress(address), secret);
  }

  async forget(address: string): Promise<void> {
    const target = shownAddress(address);
    try {
      await this.secrets.forget(target);
    } catch {
      const text = l10n.t(
        'VS Code could not delete the secret of {0}, which is still kept. Check the system’s keyring, then try again.',
        target,
      );
      void window.showErrorMessage(withoutLinks(text));
    }
  }
}
