import { Disposable, type QuickInputButton, window } from 'vscode';

interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string | undefined;
  readonly isPassword?: boolean;
  /** What is wrong with a text; `undefined` where it will do. */
  readonly check: (text: string) => string | undefined;
  /** In the title bar, with what it does. */
  readonly button?: QuickInputButton & { readonly run: () => void };
}

/** Asks for one text, and stays when the focus goes elsewhere, as to a browser. Trimmed; `undefined` if the user goes away. */
export async function askForText(question: Question): Promise<string | undefined> {
  const { check, button } = question;
  const box = window.createInputBox();
  box.title = question.title;
  box.prompt = question.prompt;
  box.placeholder = question.placeholder ?? '';
  box.value = question.value ?? '';
  box.password = question.isPassword ?? false;
  box.ignoreFocusOut = true;
  box.buttons = button ? [button] : [];
  const subscriptions: Disposable[] = [];
  try {
    return await new Promise((resolve) => {
      subscriptions.push(
        box.onDidTriggerButton(() => button?.run()),
        box.onDidChangeValue(() => {
          box.validationMessage = undefined;
        }),
        box.onDidAccept(() => {
          const fault = check(box.value);
          box.validationMessage = fault;
          if (fault === undefined) {
            resolve(box.value.trim());
          }
        }),
        box.onDidHide(() => {
          resolve(undefined);
        }),
      );
      box.show();
    });
  } finally {
    Disposable.from(...subscriptions).dispose();
    box.dispose();
  }
}
