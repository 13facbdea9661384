import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

const secondsAtMost = 30;

/** Asks again and again until the answer is yes; for what happens outside the page, where no locator can wait. */
export async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + secondsAtMost * 1000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) {
      throw new Error(`Waited ${secondsAtMost} s in vain until ${what}.`);
    }
    await setTimeout(20);
  }
}

/** Milliseconds after which what a key should have brought counts as dropped. */
export const patience = 5_000;

/** Whether what is waited for comes about. */
export function succeeds(waiting: Promise<unknown>): Promise<boolean> {
  return waiting.then(
    () => true,
    () => false,
  );
}

/** Presses a key until it brings the element into sight: at times VS Code drops what a key asks for. */
export async function pressUntilVisible(page: Page, key: string, element: Locator): Promise<void> {
  await until(`${key} brings ${String(element)}`, async () => {
    if (!(await element.isVisible())) {
      await page.keyboard.press(key);
    }
    return succeeds(element.waitFor({ timeout: patience }));
  });
}

/** Until the page has drawn what the last key changed. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}
