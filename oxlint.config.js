/**
 * What is only promised is not kept: each rule of CONTRIBUTING.md that a linter can see is here or in scripts/lintRules.mjs, and each ban
 * says what to do instead. Imports between folders are the business of .dependency-cruiser.mjs, dead code that of knip.json.
 */

// `oxlint -c oxlint.config.js`: found by its name, it would have to be TypeScript, which Node 20 does not load.
const errors = (...names) => Object.fromEntries(names.map((name) => [name, 'error']));
const typed = (...names) => errors(...names.map((name) => `typescript/${name}`));
const house = (...names) => errors(...names.map((name) => `waybill/${name}`));

const bansOfSources = house(
  ...['file-name', 'no-default-export', 'no-export-all', 'no-long-parameter-list', 'no-long-constructor'],
  ...['no-module-variable', 'no-module-cache', 'no-written-article', 'text-of-one-collation'],
);

/** Beside those that the linter itself takes for errors (its category "correctness"). */
const plainRules = errors(
  ...['no-case-declarations', 'no-constant-condition', 'no-empty', 'no-fallthrough', 'no-prototype-builtins'],
  ...['no-array-constructor', 'no-redeclare', 'no-regex-spaces', 'no-unexpected-multiline', 'no-useless-constructor'],
  ...['no-undef', 'preserve-caught-error'],
);

/** What types can tell. */
const typedRules = typed(
  ...[
    'ban-ts-comment',
    'consistent-type-imports',
    'no-confusing-void-expression',
    'no-deprecated',
    'no-dynamic-delete',
  ],
  ...['no-empty-object-type', 'no-explicit-any', 'no-generated-empty-object-type', 'no-import-type-side-effects'],
  ...['no-invalid-void-type', 'no-misused-promises', 'no-mixed-enums', 'no-namespace', 'no-non-null-assertion'],
  ...['no-non-null-asserted-nullish-coalescing', 'no-require-imports', 'no-unnecessary-boolean-literal-compare'],
  ...['no-unnecessary-condition', 'no-unnecessary-template-expression', 'no-unnecessary-type-arguments'],
  ...['no-unnecessary-type-assertion', 'no-unnecessary-type-constraint', 'no-unnecessary-type-conversion'],
  ...['no-unnecessary-type-parameters', 'no-unsafe-argument', 'no-unsafe-assignment', 'no-unsafe-call'],
  ...['no-unsafe-enum-comparison', 'no-unsafe-function-type', 'no-unsafe-member-access', 'no-unsafe-return'],
  ...['only-throw-error', 'prefer-literal-enum-member', 'prefer-promise-reject-errors', 'prefer-reduce-type-parameter'],
  ...['prefer-return-this-type', 'related-getter-setter-pairs', 'require-await', 'restrict-plus-operands'],
  ...['unified-signatures', 'use-unknown-in-catch-callback-variable'],
);

export default {
  plugins: ['typescript', 'react'],
  jsPlugins: ['./scripts/lintRules.mjs'],
  categories: { correctness: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  env: { es2024: true, node: true },
  ignorePatterns: [
    '**/operations.generated.ts',
    'dist/',
    'data/',
    'coverage/',
    'test/fixtures/',
    'test/golden/approved/',
  ],
  rules: {
    ...plainRules,
    // Strings sort by their code units here.
    'typescript/require-array-sort-compare': 'off',
    // Of the compiler of React, which is not used.
    'react/immutability': 'off',
    'react/incompatible-library': 'off',
    'react/refs': 'off',
    'react/set-state-in-effect': 'off',
    eqeqeq: 'error',
    'max-depth': ['error', 4],
    'max-lines': ['error', { max: 300 }],
  },
  overrides: [
    {
      // Every TypeScript file.
      files: ['**/*.{ts,tsx}'],
      rules: {
        ...typedRules,
        ...bansOfSources,
        // A parameter that only holds the place before one that is used starts with an underscore, as for the compiler.
        'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
        // Types tell it.
        'no-undef': 'off',
        // Classes that only carry decorators are how type-graphql and TypeORM are written.
        'typescript/no-extraneous-class': ['error', { allowWithDecorator: true }],
        // A number in a sentence reads as it is; what must not slip in are objects and undefined.
        'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
        'typescript/return-await': ['error', 'error-handling-correctness-only'],
        'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
        complexity: ['error', 15],
        'no-restricted-properties': [
          'error',
          {
            object: 'process',
            property: 'env',
            message:
              'Only src/shared/config.ts reads the environment, so that every setting is checked and documented once.',
          },
          {
            object: 'process',
            property: 'exit',
            message: 'Let the process end: what is open must be closed and written. src/main.ts sets process.exitCode.',
          },
        ],
        'no-restricted-imports': [
          'error',
          {
            paths: [
              {
                name: 'node:process',
                message: 'Use the global process; its env is read in src/shared/config.ts only.',
              },
            ],
          },
        ],
      },
    },
    {
      // Functions of the server are short, and it speaks through its log.
      files: ['src/**/*.ts', 'client/**/*.ts'],
      rules: {
        ...house('linear-pattern'),
        'max-lines-per-function': ['error', { max: 50, skipComments: true }],
        'no-console': 'error',
      },
    },
    {
      // What a person starts and reads on a terminal.
      files: ['src/main.ts', 'src/verify.ts', 'src/backup.ts', 'src/app/emitSchema.ts', 'src/cli/**/*.ts'],
      rules: { 'no-console': 'off' },
    },
    {
      // The two places that read the environment: of the server, and of the command line.
      files: ['src/shared/config.ts', 'src/cli/terminal/environment.ts'],
      rules: { 'no-restricted-properties': 'off' },
    },
    {
      // A field with its parent, arguments, context and info has four parameters.
      files: ['src/**/*.resolver.ts'],
      rules: { 'waybill/no-long-parameter-list': 'off' },
    },
    {
      // Declarations for the schema: `() => [someEnum]` is an any[] to the compiler, because of how type-graphql declares what a decorator
      // may be given.
      files: ['src/**/*.{entity,inputs,type,payloads}.ts'],
      rules: { 'typescript/no-unsafe-return': 'off' },
    },
    {
      // Lists that grow with the schema, and are read from top to bottom.
      files: ['**/*.entity.ts'],
      rules: { 'max-lines': 'off' },
    },
    {
      // TypeORM and Vite look for a default export here.
      files: ['ormconfig.ts', 'console/vite.config.ts'],
      rules: { 'waybill/no-default-export': 'off' },
    },
    {
      // The console.
      files: ['console/src/**/*.{ts,tsx}'],
      rules: {
        'react/rules-of-hooks': 'error',
        'react/exhaustive-deps': 'error',
        // What the schema calls nullable is null or absent in an answer.
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        // A screen is read from top to bottom: its hooks, then what it shows, each part under its condition.
        complexity: ['error', 25],
        'max-lines-per-function': ['error', { max: 150, skipComments: true }],
        // `onPress={() => navigate(…)}` says what a press does.
        'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      },
    },
    {
      files: ['test/**/*.ts'],
      rules: {
        ...house('title-in-present-tense', 'no-lone-test', 'no-module-mock'),
        // They start servers, with an environment of their own.
        'no-restricted-properties': 'off',
        // A test that finds nothing where it expects something fails in the next line anyway.
        'typescript/no-non-null-assertion': 'off',
      },
    },
    {
      files: ['test/browser/**/*.ts'],
      rules: house('look-again'),
    },
  ],
};
