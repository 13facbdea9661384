import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HandledRequest, openHandler } from '../support/handler';
import type { Workbench } from './workbench';
import { until } from './workbenchUntil';

/** Opens the handler for one journey and closes it whatever happens. */
export async function withHandler(
  answer: (request: HandledRequest) => string | number | Promise<string | number>,
  walk: (handler: Awaited<ReturnType<typeof openHandler>>) => Promise<void>,
): Promise<void> {
  const handler = await openHandler(answer);
  try {
    await walk(handler);
  } finally {
    handler.close();
  }
}

/** Has our views shown, with a list of deliveries in which there are none. */
export async function openDeliveries(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.openEvents();
  const welcome = page.getByText('Send your webhook handler what Bitbucket would send');
  const rows = workbench.tree('Deliveries').rowsWith('');
  await welcome.or(rows.first()).waitFor();
  if ((await rows.count()) > 0) {
    await workbench.runCommand('Bitbucket Webhooks: Clear deliveries');
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Forget All' }).click();
    await welcome.waitFor();
  }
}

/** Until the list has so many deliveries, and none waits any more. */
export async function allDelivered(workbench: Workbench, count: number): Promise<void> {
  const deliveries = workbench.tree('Deliveries');
  await until(`${count} deliveries are listed, and none waits`, async () => {
    const waiting = deliveries.rowsWith('').locator('.codicon-loading');
    return (await deliveries.siblings(count).isVisible()) && (await waiting.count()) === 0;
  });
}

/** Clicks one of the actions above a text. */
export async function clickLens(workbench: Workbench, title: string): Promise<void> {
  await workbench.page
    .locator('.editor-group-container.active .codelens-decoration a', { hasText: title })
    .first()
    .click();
}

/** Clicks one of the next steps above an answer, or a summary, which need not be in the editor that has the focus. */
export async function clickStep(workbench: Workbench, title: string): Promise<void> {
  await workbench.page.locator('.codelens-decoration a').filter({ hasText: title }).last().click();
}

/** Until an editor shows a text. */
export async function shows(workbench: Workbench, text: string): Promise<void> {
  await until(`an editor shows “${text}”`, async () => {
    const texts = await workbench.page.locator('.monaco-editor .view-lines').allInnerTexts();
    // Long sentences are on several lines.
    return texts.some((each) => each.replaceAll(/\s+/g, ' ').includes(text));
  });
}

export async function chooseTarget(workbench: Workbench, address?: string): Promise<void> {
  const { quickInput } = workbench;
  // In whichever language; but not the box before.
  await quickInput.element
    .locator('.quick-input-title', { hasText: /^(?!.*Event to send).*(?:Send|secret)/is })
    .waitFor();
  if (address !== undefined) {
    await quickInput.type(address);
  }
  await quickInput
    .rows(address ?? 'http')
    .first()
    .and(workbench.page.locator('.focused'))
    .waitFor();
  await quickInput.accept();
}

/** The files that tests have VS Code keep in temporary folders, if they hold a text. */
export async function filesWith(text: string): Promise<string[]> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith('bwe-'));
  const found: string[] = [];
  for (const folder of folders) {
    // Those of other runs may go at any time.
    const entries = await readdir(join(tmpdir(), folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      if ((await readFile(path).catch(() => Buffer.of())).includes(text)) {
        found.push(path);
      }
    }
  }
  return found;
}
