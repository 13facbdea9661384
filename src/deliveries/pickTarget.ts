import { l10n, type QuickInputButton, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { cleanText } from '../bitbucket/cleanText';
import { escapeIcons, joinTexts, withoutLinks } from '../presentation/texts';
import type { DeliverySecrets } from './secrets';
import type { DeliveryTargets, SavedTarget } from './targets';
import type { KeptTarget } from './wire/delivery';
import { defaultTarget, parseTarget, type Target, type TargetFault } from './wire/target';

interface TargetItem extends QuickPickItem {
  /** `undefined`: what is typed. */
  readonly saved?: SavedTarget;
  /** The whole address; none where it was lost. */
  readonly href?: string | undefined;
}

interface TargetPicker {
  readonly targets: DeliveryTargets;
  readonly secrets: DeliverySecrets;
}

const nameButton: QuickInputButton = { iconPath: new ThemeIcon('edit'), tooltip: l10n.t('Name this target') };
const forgetButton: QuickInputButton = { iconPath: new ThemeIcon('close'), tooltip: l10n.t('Remove from this list') };

/** Lets the user choose a target that was used before, or type another; resolves with none if they go away. */
export async function pickTarget(services: TargetPicker, title: string): Promise<Target | undefined> {
  for (;;) {
    const picked = await pickOnce(services, title);
    if (picked === undefined || 'url' in picked) {
      return picked;
    }
    await nameTarget(services.targets, picked.toName);
  }
}

/** Asks what the user calls a target. */
export async function nameTarget(targets: DeliveryTargets, target: KeptTarget): Promise<void> {
  const name = await window.showInputBox({
    title: l10n.t('Name of {0}', target.shown),
    prompt: l10n.t('Shown in the place of the address. Leave it empty to take the name away.'),
    value: targets.nameOf(target) ?? '',
  });
  if (name !== undefined) {
    await targets.rename(target, cleanText(name.trim(), 50));
  }
}

async function pickOnce(services: TargetPicker, title: string): Promise<Target | { toName: KeptTarget } | undefined> {
  const { targets, secrets } = services;
  const picker = window.createQuickPick<TargetItem>();
  const known = await knownItems(services);
  const base = known[0]?.saved?.shown;
  picker.title = title;
  picker.placeholder = l10n.t('Choose where to send, or type an address');
  picker.items = known;
  picker.onDidChangeValue((value) => {
    picker.items = value.trim() === '' ? known : itemsFor(value, known, parseTarget(value, base), secrets);
  });
  const toName = new Promise<{ toName: KeptTarget }>((resolve) => {
    picker.onDidTriggerItemButton(async ({ item: { saved }, button }) => {
      if (saved && button === nameButton) {
        resolve({ toName: saved });
      } else if (saved) {
        await forget(targets, saved);
        known.splice(0, known.length, ...(await knownItems(services)));
        picker.items = [...known];
      }
    });
  });
  try {
    const chosen = new Promise<Target | undefined>((resolve) => {
      picker.onDidHide(() => {
        resolve(undefined);
      });
      picker.onDidAccept(async () => {
        // After a paste with Enter at once there is no item yet.
        const saved = picker.selectedItems[0]?.saved;
        const target = saved ? await targets.resolve(saved) : parseTarget(picker.value, base);
        if (typeof target === 'object') {
          resolve(target);
        } else if (saved) {
          picker.placeholder = l10n.t('The query of {0} is lost: type the address again', saved.shown);
          picker.value = saved.shown;
        }
      });
      picker.show();
    });
    return await Promise.race([chosen, toName]);
  } finally {
    picker.dispose();
  }
}

/** Says so where the address can't be deleted; it stays in the list then. */
async function forget(targets: DeliveryTargets, target: KeptTarget): Promise<void> {
  try {
    await targets.forget(target);
  } catch {
    void window.showErrorMessage(
      withoutLinks(
        l10n.t('VS Code could not delete the address {0}. Check the system’s keyring, then try again.', target.shown),
      ),
    );
  }
}

async function knownItems({ targets, secrets }: TargetPicker): Promise<TargetItem[]> {
  // So that none is called signed whose secret is lost.
  await secrets.check();
  const { saved } = targets;
  if (saved.length === 0) {
    const description = signatureText(defaultTarget, secrets);
    return [{ label: defaultTarget, description, saved: { shown: defaultTarget }, href: defaultTarget }];
  }
  return Promise.all(
    saved.map(async (each): Promise<TargetItem> => {
      const { shown, id, name } = each;
      const address = id === undefined ? shown : `${shown}?…`;
      const hasSecret = secrets.stateOf(shown) !== 'none';
      return {
        label: escapeIcons(name ?? address),
        description: escapeIcons(joinTexts([name === undefined ? '' : address, signatureText(shown, secrets)], ' · ')),
        saved: each,
        href: (await targets.resolve(each))?.url.href,
        // One with a secret is in the list for as long as it has it.
        buttons: hasSecret ? [nameButton] : [nameButton, forgetButton],
      };
    }),
  );
}

/** The rows for what is typed: what Enter takes comes first, and is always shown. */
function itemsFor(
  typed: string,
  known: readonly TargetItem[],
  target: Target | TargetFault,
  secrets: DeliverySecrets,
): TargetItem[] {
  const word = typed.trim().toLowerCase();
  const meant =
    typeof target === 'object'
      ? known.filter(({ href }) => href === target.url.href)
      : known.filter(({ saved }) => saved?.name?.toLowerCase().startsWith(word));
  const others = known.filter((item) => !meant.includes(item));
  const first =
    meant.length > 0 ? meant.map((item) => ({ ...item, alwaysShow: true })) : [typedItem(typed, target, secrets)];
  return [...first, ...others];
}

function typedItem(typed: string, target: Target | TargetFault, secrets: DeliverySecrets): TargetItem {
  return typeof target === 'object'
    ? { label: escapeIcons(target.url.href), description: signatureText(target.shown, secrets), alwaysShow: true }
    : { label: escapeIcons(typed.trim()), description: targetFaultText(target), alwaysShow: true };
}

function signatureText(shown: string, secrets: DeliverySecrets): string {
  switch (secrets.stateOf(shown)) {
    case 'kept':
      return l10n.t('signed');
    case 'lost':
      return l10n.t('its secret is lost');
    case 'none':
      return l10n.t('no secret, so no signature');
  }
}

function targetFaultText(fault: TargetFault): string {
  switch (fault) {
    case 'notAnAddress':
      return l10n.t('This is no address. One looks like {0}', defaultTarget);
    case 'word':
      return l10n.t('A word alone is no address. One looks like {0}', defaultTarget);
    case 'scheme':
      return l10n.t('Only http and https can be sent to');
    case 'userInfo':
      return l10n.t('No user name or password, please: Bitbucket would not take them');
  }
}
