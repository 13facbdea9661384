import { l10n, type QuickInputButton, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { escapeIcons } from '../presentation/texts';
import type { DeliverySecrets } from './secrets';
import type { DeliveryTargets } from './targets';
import type { KeptTarget } from './wire/delivery';
import { defaultTarget, parseTarget, type Target, type TargetFault } from './wire/target';

interface TargetItem extends QuickPickItem {
  /** `undefined`: what is typed. */
  readonly kept?: KeptTarget;
}

interface TargetPicker {
  readonly targets: DeliveryTargets;
  readonly secrets: DeliverySecrets;
}

/** Lets the user choose a target that was used before, or type another; resolves with none if they go away. */
export async function pickTarget({ targets, secrets }: TargetPicker, title: string): Promise<Target | undefined> {
  const picker = window.createQuickPick<TargetItem>();
  const known = knownItems(targets, secrets);
  picker.title = title;
  picker.placeholder = l10n.t('Choose where to send, or type an address');
  picker.items = known;
  picker.onDidChangeValue((value) => {
    // First, and always shown: else Enter would take what only resembles it.
    picker.items = value.trim() === '' ? known : [typedItem(value, secrets), ...known];
  });
  picker.onDidTriggerItemButton(({ item }) => {
    if (item.kept) {
      void targets.forget(item.kept);
      known.splice(known.indexOf(item), 1);
      picker.items = [...known];
    }
  });
  try {
    return await new Promise<Target | undefined>((resolve) => {
      picker.onDidHide(() => {
        resolve(undefined);
      });
      picker.onDidAccept(async () => {
        // After a paste with Enter at once there is no item yet.
        const kept = picker.selectedItems[0]?.kept;
        const target = kept ? await targets.resolve(kept) : parseTarget(picker.value);
        if (typeof target === 'object') {
          resolve(target);
        } else if (kept) {
          picker.placeholder = l10n.t('The query of {0} is lost: type the address again', kept.shown);
          picker.value = kept.shown;
        }
      });
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

function knownItems(targets: DeliveryTargets, secrets: DeliverySecrets): TargetItem[] {
  const { recent } = targets;
  const forget: QuickInputButton = { iconPath: new ThemeIcon('close'), tooltip: l10n.t('Remove from this list') };
  return recent.length === 0
    ? [{ label: defaultTarget, description: signatureText(defaultTarget, secrets), kept: { shown: defaultTarget } }]
    : recent.map((kept) => ({
        label: escapeIcons(kept.id === undefined ? kept.shown : `${kept.shown}?…`),
        description: signatureText(kept.shown, secrets),
        kept,
        buttons: [forget],
      }));
}

function typedItem(value: string, secrets: DeliverySecrets): TargetItem {
  const target = parseTarget(value);
  return {
    label: escapeIcons(value.trim()),
    description: typeof target === 'object' ? signatureText(target.shown, secrets) : targetFaultText(target),
    alwaysShow: true,
  };
}

function signatureText(shown: string, secrets: DeliverySecrets): string {
  return secrets.names.includes(shown) ? l10n.t('signed') : l10n.t('no secret, so no signature');
}

function targetFaultText(fault: TargetFault): string {
  switch (fault) {
    case 'notAnAddress':
      return l10n.t('This is no address. One looks like {0}', defaultTarget);
    case 'scheme':
      return l10n.t('Only http and https can be sent to');
    case 'userInfo':
      return l10n.t('No user name or password, please: Bitbucket would not take them');
  }
}
