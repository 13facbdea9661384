import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms of `src` from the outside in; each may import those after it, never those before it. */
const rooms = [
  ...['extension', 'agents', 'api', 'sidebar', 'payloads', 'commands', 'language'],
  ...['presentation', 'catalog', 'bitbucket'],
];

/** Parts of rooms that know nothing of VS Code. Everybody may import them. */
const libraries = ['payloads/library'];

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
  {
    // What talks HTTP, knows events or scans text can be run and tested without VS Code.
    files: [
      ...[
        'src/bitbucket/**',
        'src/catalog/**',
        'src/language/scan/**',
        'src/agents/lookup/**',
        'src/agents/payload/**',
        'test/unit/**',
      ],
      ...['src/payloads/library/**', 'src/payloads/build/**'],
    ],
    rules: { 'no-restricted-imports': ['error', { paths: ['vscode'] }] },
  },
  ...rooms.slice(2).map((room) => ({
    files: [`src/${room}/**`],
    ignores: ['src/language/scan/**', 'src/payloads/library/**', 'src/payloads/build/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: room === 'catalog' || room === 'bitbucket' ? ['vscode'] : [],
          patterns: [
            {
              group: [
                ...rooms.slice(0, rooms.indexOf(room)).map((outer) => `**/${outer}/*`),
                ...libraries.map((library) => `!**/${library}`),
              ],
            },
          ],
        },
      ],
    },
  })),
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { require: 'readonly', process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
