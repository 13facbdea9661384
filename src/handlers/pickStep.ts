import { Disposable, QuickInputButtons, type QuickPickItem, ThemeIcon, window } from 'vscode';

interface Step<T extends QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  /** Which it is of several, from 1 on. */
  readonly step?: number;
  readonly totalSteps?: number;
  readonly items: readonly T[];
  /** Those that are ticked at first; without it one item is picked. */
  readonly ticked?: readonly T[];
  /** The one that has the focus at first; the first of all by default. */
  readonly active?: T | undefined;
  /** What a button in the title calls that does as Enter does. */
  readonly accept?: string;
}

/** One list of several. Resolves with what was picked, with `back`, or with nothing if the user goes away. */
export function pickStep<T extends QuickPickItem>(step: Step<T>): Promise<readonly T[] | 'back' | undefined> {
  const picker = window.createQuickPick<T>();
  const accept = { iconPath: new ThemeIcon('check'), tooltip: step.accept ?? '' };
  picker.title = step.title;
  picker.placeholder = step.placeholder;
  picker.step = step.step;
  picker.totalSteps = step.totalSteps;
  picker.matchOnDescription = picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;
  picker.canSelectMany = step.ticked !== undefined;
  picker.buttons = [
    ...((step.step ?? 1) > 1 ? [QuickInputButtons.Back] : []),
    ...(step.accept === undefined ? [] : [accept]),
  ];
  picker.items = step.items;
  picker.selectedItems = step.ticked ?? [];
  if (step.active) {
    picker.activeItems = [step.active];
  }
  const listeners: Disposable[] = [];
  return new Promise<readonly T[] | 'back' | undefined>((resolve) => {
    const finish = () => {
      if (picker.selectedItems.length > 0) {
        resolve(picker.selectedItems);
      }
    };
    listeners.push(
      picker.onDidAccept(finish),
      picker.onDidTriggerButton((button) => {
        if (button === QuickInputButtons.Back) {
          resolve('back');
        } else {
          finish();
        }
      }),
      picker.onDidHide(() => {
        resolve(undefined);
      }),
    );
    picker.show();
  }).finally(() => {
    Disposable.from(picker, ...listeners).dispose();
  });
}
