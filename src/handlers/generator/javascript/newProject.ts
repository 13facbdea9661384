// What new projects on Node.js have in common, whichever framework they use.

export const newNodeStyle = { isTypeScript: true, isEsm: true, importExtension: '.js' } as const;

/** Node.js runs what the compiler makes of them. */
export const nodeTsconfig = {
  compilerOptions: {
    target: 'ES2023',
    module: 'NodeNext',
    types: ['node'],
    rootDir: 'src',
    outDir: 'dist',
    strict: true,
    skipLibCheck: true,
  },
  include: ['src'],
};

/** @param entry The module that starts the server, below `src`. */
export const nodeScripts = (entry: string, folder: string) => ({
  dev: `tsx watch --env-file-if-exists=.env ${entry}`,
  build: 'tsc',
  start: `node ${entry.replace(/^src/, 'dist').replace(/ts$/, 'js')}`,
  test: testScript(folder),
});

export const testScript = (folder: string): string => `tsx --test ${folder}/webhook.test.ts`;

/** How the module that starts the server gets the handler. */
export const importOf = (folder: string): string =>
  `import { bitbucketWebhook } from './${folder.replace(/^src\//, '')}/webhook';`;
