import assert from 'node:assert/strict';
import { bitbucketScenario } from '../server/scenario';
import type { Workbench } from './workbench';
import { until } from './workbenchUntil';
import { sharedPage } from './world';

/** What can be seen of the rows of a view where they are cut off, from top to bottom: letters and the icon. */
const seen = (view: string) => `
  [...document.querySelectorAll('.monaco-list[aria-label="${view}"] .monaco-list-row')]
    .sort((a, b) => a.dataset.index - b.dataset.index)
    .map((row) => {
      const container = row.querySelector('.monaco-icon-label-container');
      const isCut = container.scrollWidth > container.clientWidth;
      // The three dots take about as much as two letters.
      const end = container.getBoundingClientRect().right - (isCut ? 14 : -1);
      const texts = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
      let read = '';
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (let index = 0; index < node.length; index++) {
          const letter = document.createRange();
          letter.setStart(node, index);
          letter.setEnd(node, index + 1);
          if (letter.getBoundingClientRect().right <= end) {
            read += node.data[index];
          }
        }
        read += ' ';
      }
      const icon = /codicon-[a-z-]+/.exec(row.querySelector('.custom-view-tree-node-item-icon').className)[0];
      return read.trim() + ' ' + icon;
    })`;

/** Drags the edge of the side bar until it has about this width. */
async function makeSideBar({ page }: Workbench, width: number): Promise<void> {
  const sideBar = page.locator('.part.sidebar');
  const box = async () => (await sideBar.boundingBox()) ?? assert.fail('There is no side bar.');
  await until(`the side bar is ${width} px wide`, async () => {
    const { x, y, width: now } = await box();
    if (Math.abs(now - width) <= 2) {
      return true;
    }
    await page.mouse.move(x + now, y + 300);
    await page.mouse.down();
    await page.mouse.move(x + width + 1, y + 320, { steps: 5 });
    await page.mouse.up();
    return false;
  });
}

describe('A narrow side bar', () => {
  const journey = sharedPage({ scenario: bitbucketScenario, viewport: { width: 1000, height: 1000 } });

  it('has no two events that read alike, flat or by category', async () => {
    await journey(async ({ workbench }) => {
      const tree = await workbench.openEvents();
      await tree.row('repository').expand();
      await tree.siblings(23).waitFor();
      for (const [grouping, first] of [
        ['flat', 'repository'],
        ['grouped', 'Repository webhooks'],
      ] as const) {
        if (grouping === 'grouped') {
          await workbench.viewAction('Group events by category').click();
        }
        await tree.row(first).element.waitFor();
        for (const width of [300, 200]) {
          await makeSideBar(workbench, width);
          await workbench.page.mouse.move(700, 500);
          await workbench.picture(`narrow-${grouping}-${width}`);
          const texts = await workbench.page.evaluate<string[]>(seen('Events'));
          assert.ok(texts.length > 20, texts.join('\n'));
          assert.deepEqual(
            texts.filter((text, index) => texts.indexOf(text) !== index),
            [],
            `${grouping}, ${width} px`,
          );
        }
      }
      await workbench.viewAction('Show events as a flat list').click();
      await tree.row('repository').element.waitFor();
    });
  });
});
