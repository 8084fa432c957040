import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

/** Append is the only publish: these lose events on a crash, swallow failures or repeat work. */
const forbiddenImports = {
  paths: [
    {
      name: '@nestjs/cqrs',
      importNames: ['AggregateRoot', 'EventBus', 'EventPublisher', 'EventsHandler', 'Saga', 'UnhandledExceptionBus'],
      message: 'Append to the event store is the only publish; read models follow the log.',
    },
    { name: 'assert', message: 'Say what is wrong with a named error.' },
    { name: 'node:test', message: 'The tests run under jest.' },
  ],
  patterns: [
    // The handlers stand apart from the library's index, so that reading verbs start without Nest; so does the verifier,
    // which becomes one file without dependencies; the web takes it, what signs, and what unpacks a bundle.
    {
      group: [
        '@app/*/*',
        '!@app/ledger/handlers',
        '!@app/ledger/register-names',
        '!@app/ledger/question-names',
        '!@app/ledger/signing',
        '!@app/ledger/verifier',
        '!@app/ledger/unzip',
      ],
      message: 'Import a library by its name alone; what is not in its index is its own affair.',
    },
    { group: ['**/libs/**'], message: 'Import a library by its alias: @app/…' },
    { group: ['**/dist/**'], message: 'Import the source, never what was built from it.' },
  ],
};

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'data/', 'reports/', 'node_modules/', 'apps/web/src/api/schema.d.ts'] },
  // A rule that does not hold everywhere is changed here, with its reason, never silenced in a source file.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      // Control characters are what a terminal must be kept from.
      'no-control-regex': 'off',
      'no-restricted-imports': ['error', forbiddenImports],
      // Values that decorated signatures name must stay values: the rule leaves files with decorators alone, since
      // tsconfig.json emits decorator metadata.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // A parameter that only has to be there, for its shape to be checked, is named with an underscore.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      // A port that answers by promise is also implemented by code that has nothing to wait for; `async` then turns
      // what it throws into the rejection that callers expect.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      // A new event must fail to build until every switch over events handles it: a `default` may refuse a value, never
      // let it pass.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SwitchCase[test=null] > ReturnStatement[argument.name="state"]',
          message: 'Name every event; an event that changes nothing here gets its own case.',
        },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // It warns of what the React Compiler would not compile; it compiles nothing here.
      'react-hooks/incompatible-library': 'off',
      // The router is told where to go instead by what is thrown.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/contract-suite.ts', 'libs/testing/**/*.ts', 'test/**/*.ts'],
    rules: {
      // `expect(port.method)` names a method without calling it.
      '@typescript-eslint/unbound-method': 'off',
      // What comes back over a wire is any JSON; the expectations are what checks it.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // The second implementation of the score takes the catalogue and nothing else of the library that it checks.
      'no-restricted-imports': ['error', { ...forbiddenImports, patterns: [] }],
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        require: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
