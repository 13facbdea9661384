import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms of `src` from the outside in; each may import those after it, never those before it. */
const rooms = [
  ...[
    'extension',
    'agents',
    'api',
    'sidebar',
    'hooks',
    'handlers',
    'credentials',
    'deliveries',
    'payloads',
    'commands',
    'language',
  ],
  ...['presentation', 'catalog', 'events', 'bitbucket'],
];

/** What knows nothing of VS Code in each room. */
const withoutVsCode = {
  agents: ['answers/**'],
  hooks: ['{rest,comparison}/**'],
  handlers: ['generator/**'],
  deliveries: ['wire/**'],
  payloads: ['library/**', 'build/**'],
  language: ['{syntax,place,keys,uses}/**'],
  catalog: ['**'],
  events: ['**'],
  bitbucket: ['**'],
};

/** What is built into files of its own: nothing of it is in the extension's code. */
const buildOnly = {
  imports: ['**/events/payloads', '**/events/*/payload', '**/events/shared/*', '**/payloads/build/*'],
  files: ['src/events/{payloads.ts,*/**}', 'src/payloads/build/**'],
};

/** What a room may not import either, though it comes later. Tokens are for hooks alone. */
const siblingsOf = {
  agents: ['credentials'],
  api: ['credentials'],
  sidebar: ['credentials'],
  handlers: ['credentials'],
  deliveries: ['payloads'],
  events: ['bitbucket'],
};

/** Of several that fit a file the last one holds, so that each has to say all. */
const forbid = (files, paths, group) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { paths, patterns: group.length > 0 ? [{ group }] : [] }] },
});

export default defineConfig(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'test/workspace/', 'test/unit/payloads/consumer/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  forbid(['test/unit/**'], ['vscode'], []),
  ...rooms.slice(1).flatMap((room, index) => {
    const siblings = siblingsOf[room] ?? [];
    const others = [...rooms.slice(0, index + 1), ...siblings].map((other) => `**/${other}/*`);
    const pure = withoutVsCode[room]?.map((files) => `src/${room}/${files}`);
    return [
      forbid([`src/${room}/**`], [], [...others, ...buildOnly.imports]),
      ...(pure ? [forbid(pure, ['vscode'], [...others, ...buildOnly.imports])] : []),
      ...buildOnly.files
        .filter((files) => files.startsWith(`src/${room}/`))
        .map((files) => forbid([files], ['vscode'], others)),
    ];
  }),
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        require: 'readonly',
        exports: 'readonly',
        module: 'readonly',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
