import { join } from 'node:path';
import { installOnce } from './installOnce';
import { npmInstall, npmInstallPackages } from './npmInstall';
import { replaceUnbuiltModules } from './unbuiltModules';
import { nodePackages } from './pins';
import { findServerPin } from './serverPin';

export interface ServerInstallation {
  /** The Node.js that runs the server. */
  readonly node: string;
  /** The folder of the server: `out/server-main.js` is below it. */
  readonly root: string;
}

/** The VS Code server and a Node.js for it, both from npm packages. */
export async function installServer(): Promise<ServerInstallation> {
  const pin = findServerPin();
  const serverRoot = (folder: string): string => join(folder, 'node_modules', pin.package, 'lib', 'vscode');
  const installed = installOnce(
    `vscode-server-${pin.version}-${pin.revision}`,
    `the VS Code server ${pin.vsCode}`,
    async (partial) => {
      await npmInstallPackages(partial, [pin]);
      // These two have lock files of their own, which npm leaves alone when it installs them as a dependency.
      const root = serverRoot(partial);
      await npmInstall(root);
      await npmInstall(join(root, 'extensions'));
      replaceUnbuiltModules(root);
    },
  );
  const [folder, node] = await Promise.all([installed, installNode(pin.nodeMajor)]);
  return { node, root: serverRoot(folder) };
}

/** The running Node.js when it is new enough, else one of the version that the newest server is made for. */
async function installNode(needed: number): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) >= needed) {
    return process.execPath;
  }
  const platform = `${process.platform}-${process.arch}`;
  const pin = nodePackages[platform];
  if (pin === undefined) {
    throw new Error(
      `The VS Code server needs Node.js ${needed}, and no npm package has it for ${platform}. ` +
        `Run this with Node.js ${needed} or later, or install VS Code.`,
    );
  }
  const folder = await installOnce(
    `${pin.package}-${pin.version}`,
    `Node.js ${pin.version} for the server`,
    (partial) => npmInstallPackages(partial, [pin]),
  );
  return join(folder, 'node_modules', pin.package, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
