/**
 * What is only promised is not kept: each rule of CONTRIBUTING.md that a linter can see is here, and each ban says what to do
 * instead. Imports between folders are the business of .dependency-cruiser.mjs, dead code that of knip.json.
 */
import path from 'node:path';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import redos from 'eslint-plugin-redos';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name: a default export is called differently in every file that imports it.',
};

const noExportAll = {
  selector: 'ExportAllDeclaration',
  message: 'Name what is exported: an index.ts says what its feature offers.',
};

const noLongParameterList = {
  selector: ':function:not(MethodDefinition[kind="constructor"] > *)[params.length>3]',
  message: 'At most three positional parameters; beyond that, pass one object with named options.',
};

const noLongConstructor = {
  selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>4]',
  message: 'At most four constructor parameters; beyond that, the class does too much or wants an options object.',
};

const noModuleState = [
  {
    selector: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
    message:
      'No state at the top of a module: two servers in one process, or two tests, would share it. Put it into a class.',
  },
  {
    selector:
      ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]',
    message: 'An empty map at the top of a module is a cache that everything shares. Put it into a class.',
  },
];

const noWrittenArticle = {
  selector: 'TemplateElement[tail=false][value.raw=/(^|[^A-Za-z])[Aa]n? $/]',
  message: 'Which article fits depends on the word: use withArticle (src/shared/withArticle.ts).',
};

const testHabits = [
  {
    selector: 'CallExpression[callee.name=/^(it|test)$/][arguments.0.value=/\\bshould\\b/i]',
    message: 'A title is a behaviour in the present tense: "rejects …", not "should reject …".',
  },
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name="only"]',
    message: 'A test that runs alone hides all others.',
  },
  {
    selector: 'CallExpression[callee.object.name="jest"][callee.property.name=/^(mock|unstable_mockModule|doMock)$/]',
    message: 'Do not mock our own modules: pass a fake clock, an id source or a log.',
  },
];

const sourceSyntax = [
  ...[noDefaultExport, noExportAll, noLongParameterList, noLongConstructor, noWrittenArticle],
  ...noModuleState,
];

const browserHabits = [
  {
    selector: 'CallExpression[callee.name="expect"] AwaitExpression',
    message:
      'What a page shows may still be on its way: `await soon(() => …).toBe(…)` reads again (test/support/soon.ts).',
  },
];

const bannedNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc']);
const fileNamePattern = /^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*\.[cm]?tsx?$/;

/** File names: `noun.role.ts` or `verbNoun.ts` in camelCase, and no drawers for odds and ends. */
const fileNameRule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      drawer: '"{{name}}" names no thing: call the file or folder after what it holds.',
      form: '"{{name}}" is not of the form noun.role.ts or verbNoun.ts, in camelCase.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const places = path.relative(context.cwd, context.filename).split(path.sep);
        const name = places.at(-1);
        const drawer = [...places.slice(0, -1), ...name.split('.')].find((part) => bannedNames.has(part));
        if (drawer !== undefined) context.report({ node, messageId: 'drawer', data: { name: drawer } });
        if (!fileNamePattern.test(name)) context.report({ node, messageId: 'form', data: { name } });
      },
    };
  },
};

const scriptGlobals = Object.fromEntries(
  [
    'process',
    'console',
    'URL',
    'fetch',
    'FormData',
    'Blob',
    'Buffer',
    'AbortSignal',
    'URLSearchParams',
    'structuredClone',
    'setTimeout',
    'clearTimeout',
    'performance',
  ].map((name) => [name, 'readonly']),
);

export default defineConfig(
  globalIgnores([
    '**/operations.generated.ts',
    'dist/',
    'data/',
    'coverage/',
    'test/fixtures/',
    'test/golden/approved/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,

  {
    name: 'every TypeScript file',
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { waybill: { rules: { 'file-name': fileNameRule } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'waybill/file-name': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A parameter that only holds the place before one that is used starts with an underscore, as for the compiler.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // Classes that only carry decorators are how type-graphql and TypeORM are written.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Object types of the schema are classes that carry data alone: a literal of the same shape is as good as an instance.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A number in a sentence reads as it is; what must not slip in are objects and undefined.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'max-depth': ['error', 4],
      complexity: ['error', 15],
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': ['error', ...sourceSyntax],
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
            { name: 'node:process', message: 'Use the global process; its env is read in src/shared/config.ts only.' },
          ],
        },
      ],
    },
  },

  {
    name: 'functions of the server are short, and it speaks through its log',
    files: ['src/**/*.ts', 'client/**/*.ts'],
    plugins: { redos },
    rules: {
      // A pattern that some text makes quadratic holds a whole thread. Those of JSON Schemas are texts: a test checks them.
      'redos/no-vulnerable': ['error', { ignoreErrors: false, timeout: 60_000 }],
      'max-lines-per-function': ['error', { max: 50, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    name: 'what a person starts and reads on a terminal',
    files: ['src/main.ts', 'src/verify.ts', 'src/backup.ts', 'src/app/emitSchema.ts', 'src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'the two places that read the environment: of the server, and of the command line',
    files: ['src/shared/config.ts', 'src/cli/terminal/environment.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'a field with its parent, arguments, context and info has four parameters',
    files: ['src/**/*.resolver.ts'],
    rules: { 'no-restricted-syntax': ['error', ...sourceSyntax.filter((ban) => ban !== noLongParameterList)] },
  },
  {
    name: 'declarations for the schema',
    files: ['src/**/*.{entity,inputs,type,payloads}.ts'],
    rules: {
      // `() => [someEnum]` is an any[] to the compiler, because of how type-graphql declares what a decorator may be given.
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    name: 'lists that grow with the schema, and are read from top to bottom',
    files: ['**/*.entity.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    name: 'TypeORM and Vite look for a default export here',
    files: ['ormconfig.ts', 'console/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    name: 'the console',
    files: ['console/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // What the schema calls nullable is null or absent in an answer.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // A screen is read from top to bottom: its hooks, then what it shows, each part under its condition.
      complexity: ['error', 25],
      'max-lines-per-function': ['error', { max: 150, skipComments: true }],
      // `onPress={() => navigate(…)}` says what a press does.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    name: 'tests',
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...sourceSyntax, ...testHabits],
      // They start servers, with an environment of their own.
      'no-restricted-properties': 'off',
      // A test that finds nothing where it expects something fails in the next line anyway.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },

  {
    name: 'tests in a browser',
    files: ['test/browser/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...sourceSyntax, ...testHabits, ...browserHabits] },
  },

  {
    name: 'scripts and settings in plain JavaScript',
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: scriptGlobals },
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
);
