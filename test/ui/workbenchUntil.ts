import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

/** Against hanging only: the busiest machine needs a fraction of it. */
export const secondsAtMost = 120;

/** Milliseconds after which what a key should have brought first counts as dropped, as far as one can tell. */
const patience = 5_000;

/**
 * Asks again and again until the answer is yes; for what happens outside the page, where no locator can wait, and for
 * what VS Code drops at times and has to be told again. Such a question waits for the milliseconds that it is given,
 * which are more each time: the machine may have been slow.
 */
export async function until(what: string, isTrue: (patience: number) => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + secondsAtMost * 1000;
  for (let time = patience; !(await isTrue(time)); time = Math.min(2 * time, secondsAtMost * 1000)) {
    if (Date.now() > deadline) {
      throw new Error(`Waited ${secondsAtMost} s in vain until ${what}.`);
    }
    await setTimeout(20);
  }
}

/** Whether what is waited for comes about. */
export function succeeds(waiting: Promise<unknown>): Promise<boolean> {
  return waiting.then(
    () => true,
    () => false,
  );
}

/** Presses a key until it brings the element into sight: at times VS Code drops what a key asks for. */
export async function pressUntilVisible(page: Page, key: string, element: Locator): Promise<void> {
  await until(`${key} brings ${String(element)}`, async (patience) => {
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
