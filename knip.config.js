// Finds exports without a user: `knip` those that nothing else imports, `knip --production` code that only tests run.
const production = process.argv.includes('--production');

module.exports = {
  entry: [
    'src/bitbucket/fetch{Node,Web}.ts!',
    'src/credentials/request{Node,Web}.ts!',
    'src/deliveries/sending{Node,Web}.ts!',
    'src/payloads/build/writePayloads.ts!',
    // For other extensions, who copy it.
    'src/api/api.ts!',
    'media/*.mjs',
    'test/host/{install,standIn,start}.ts',
    'test/evaluation/{evaluate,payloads}.ts',
    'test/bench/{bench,startUpChild}.ts',
    'test/integration/{node,index}.ts',
    'test/**/*.test.ts',
  ],
  project: ['src/**/*.ts!', 'test/**/*.ts'],
  include: ['exports', 'types', 'files', 'duplicates'],
  ignoreExportsUsedInFile: production,
};
