import { env, window } from 'vscode';

const confirmationTime = 4_000;

/** Puts a text on the clipboard and says so in the status bar, for a while. Icons in the confirmation are drawn. */
export async function copyText(text: string, confirmation: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`$(copy) ${confirmation}`, confirmationTime);
}
