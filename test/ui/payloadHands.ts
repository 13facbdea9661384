import type { Workbench } from './workbench';

/** Has the view show the sample of `repo:push`, below a subject type that is expanded. */
export async function showSample(workbench: Workbench, lens: string, view = 'Events'): Promise<void> {
  await workbench.tree(view).row('repo:push').click();
  await workbench.page.locator('.view-line', { hasText: '"push": {' }).first().waitFor();
  await workbench.page.locator('.codelens-decoration > *', { hasText: lens }).waitFor();
}
