import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../host/paths';

/** Whether journeys leave pictures of what they come by, as `npm run pictures` wants it; of failures there always are. */
export const takesPictures = process.env['TEST_PICTURES'] === 'all';

/** Where a picture of the workbench goes. */
export function pictureFile(name: string): string {
  const folder = join(repositoryRoot, 'out', 'pictures');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
