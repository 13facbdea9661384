import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installOnce } from '../../host/installOnce';
import { npmInstallPackages } from '../../host/npmInstall';
import { peerPackages } from '../pins';

/** Installs the packages that are measured beside ours, once, and returns what requires them. */
export async function installPeers(): Promise<NodeJS.Require> {
  const name = `bench-${peerPackages.map(({ version }) => version).join('-')}`;
  const folder = await installOnce(name, 'the packages that ours is measured against', (partial) =>
    npmInstallPackages(partial, peerPackages),
  );
  return createRequire(join(folder, 'package.json'));
}
