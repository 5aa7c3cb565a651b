/**
 * Who may import whom: shared <- graphql, database, redis <- features <- app <- main. Each rule says why it exists; a rule that is in
 * the way is changed together with the decision behind it (docs/adr/0003-feature-folders.md), never worked around.
 */

/** Roles, by the suffix of a file name, that may know the ORM or the schema library. */
const ormFiles = '\\.(entity|repository)\\.ts$';
const schemaFiles = '\\.(entity|resolver|inputs|type|payloads?)\\.ts$';

/** Matches a package, whether it stands in our node_modules or is only named. */
const npmPackage = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

const layerRules = [
  {
    name: 'no-cycles',
    comment: 'Files of a cycle can only be read, tested and loaded together. Move what both need into a third file.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-folder-cycles',
    comment: 'Folders that need each other can only be understood together. Move what both need below them.',
    severity: 'error',
    scope: 'folder',
    from: {},
    to: { circular: true },
  },
  {
    name: 'shared-knows-nothing',
    comment: 'shared/ holds kits without domain words; it imports nothing else of the project.',
    severity: 'error',
    from: { path: '^src/shared/' },
    to: { path: '^(src/(?!shared/)|ormconfig)' },
  },
  {
    name: 'kits-know-shared-only',
    comment:
      'graphql/, database/ and redis/ are kits below the features: they import shared/, and none imports another.',
    severity: 'error',
    from: { path: '^src/(graphql|database|redis)/' },
    to: { path: '^src/', pathNot: '^src/(shared|$1)/' },
  },
  {
    name: 'features-do-not-know-the-app',
    comment:
      'src/app composes the features. What a feature needs from outside is given to it, through its constructors.',
    severity: 'error',
    from: { path: '^src/features/' },
    to: { path: '^src/(app/|main\\.ts$)' },
  },
  {
    name: 'nothing-imports-main',
    comment: 'main.ts starts the process when it is loaded: whoever imports it starts a server.',
    severity: 'error',
    from: {},
    to: { path: '^src/main\\.ts$' },
  },
  {
    name: 'main-starts-only',
    comment: 'main.ts starts and stops what src/app composes; it reaches past it for shared/ only.',
    severity: 'error',
    from: { path: '^src/main\\.ts$' },
    to: { path: '^src/', pathNot: '^src/(app|shared)/' },
  },
  {
    name: 'features-meet-at-their-face',
    comment:
      'A feature offers what its index.ts exports, and to worker threads what its worker.ts exports; the rest may change without asking.',
    severity: 'error',
    from: { path: '^src/features/([^/]+)/' },
    to: { path: '^src/features/[^/]+/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/(index|worker)\\.ts$'] },
  },
  {
    name: 'a-feature-is-entered-at-its-face',
    comment: 'The same for the rest of src.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/features/' },
    to: { path: '^src/features/', pathNot: '^src/features/[^/]+/(index|worker)\\.ts$' },
  },
  {
    name: 'source-knows-no-tests',
    comment: 'The server is built without test/ and bench/: an import of theirs would not be there at run time.',
    severity: 'error',
    from: { path: '^(src/|ormconfig)' },
    to: { path: '^(test|bench)/' },
  },
];

const roleRules = [
  {
    name: 'rules-are-pure',
    comment:
      'A rule is (input, facts) => Problem[]. It reads nothing itself, so that it can be tested with plain values.',
    severity: 'error',
    from: { path: '\\.rules\\.ts$' },
    to: { path: '(\\.(repository|service|resolver|loaders|call)\\.ts$)|(^src/database/)' },
  },
  {
    name: 'nothing-below-a-resolver-knows-it',
    comment:
      'Resolvers turn requests into calls. What they call must also work from a worker, a test or another resolver.',
    severity: 'error',
    from: { path: '\\.(repository|service|rules|loaders|call|entity)\\.ts$' },
    to: { path: '\\.resolver\\.ts$' },
  },
  {
    name: 'repositories-know-no-services',
    comment: 'A repository holds the queries of its table; who decides what is asked stands above it.',
    severity: 'error',
    from: { path: '\\.repository\\.ts$' },
    to: { path: '\\.service\\.ts$' },
  },
];

/** Packages that one place of src may import. */
const onlyAt = (place, packages, { name, comment }) => ({
  ...{ name, comment, severity: 'error' },
  from: { path: '^src/', pathNot: place },
  to: { path: npmPackage(...packages) },
});

const packageRules = [
  {
    name: 'typeorm-in-its-place',
    comment:
      'Queries stand in repositories, so that a statement is found where its table is, and the ORM can be replaced.',
    severity: 'error',
    from: { path: '^src/', pathNot: [ormFiles, '^src/(database|app)/'] },
    to: { path: npmPackage('typeorm') },
  },
  {
    name: 'type-graphql-in-its-place',
    comment: 'Only declarations of the schema know the schema library; services and rules are plain TypeScript.',
    severity: 'error',
    from: { path: '^src/', pathNot: [schemaFiles, '^src/(graphql|app)/'] },
    to: { path: npmPackage('type-graphql') },
  },
  onlyAt('^src/app/', ['@apollo/server', '@as-integrations/[^/]+', 'express', 'graphql-ws', 'ws'], {
    name: 'http-in-the-app',
    comment: 'Features do not know that they are reached over HTTP or WebSocket.',
  }),
  onlyAt('^src/app/metrics/', ['prom-client'], {
    name: 'metrics-in-their-place',
    comment: 'Who tells what happens (src/shared/observed.ts) does not know that it is counted.',
  }),
  onlyAt('^src/redis/', ['ioredis'], {
    name: 'redis-in-its-place',
    comment: 'Only redis/ knows the client of Redis, as the tests of it do.',
  }),
  onlyAt('^src/features/tasks/taskJobs\\.ts$', ['bullmq'], {
    name: 'jobs-in-their-place',
    comment: 'One module knows the engine that dispatches tasks; the rest sees a dispatcher.',
  }),
  onlyAt('^src/features/scheduling/cronTime\\.ts$', ['croner'], {
    name: 'cron-in-scheduling',
    comment: 'One module computes when a schedule runs; nothing else reads cron expressions.',
  }),
  onlyAt('^src/app/tracing/openTraces\\.ts$', ['@opentelemetry/[^/]+'], {
    name: 'traces-in-their-place',
    comment:
      'Who makes spans (src/shared/spans.ts) does not know who records them, and a server without a collector loads nothing of it.',
  }),
  onlyAt('^src/features/access/', ['jose', 'openid-client'], {
    name: 'tokens-in-access',
    comment: 'Only access/ knows how an identity provider is asked, and how its tokens are checked.',
  }),
  onlyAt(
    '^src/features/formats/',
    ['jszip', 'yauzl', 'zip-stream', 'archiver', 'udsv', 'papaparse', 'csv-[^/]+', 'fast-csv'],
    {
      name: 'file-shapes-in-formats',
      comment: 'Only formats/ knows how a file is packed; the rest of the project sees file events.',
    },
  ),
  onlyAt('^src/features/files/s3/s3Api\\.ts$', ['@aws-sdk/[^/]+', '@smithy/[^/]+'], {
    name: 'object-stores-in-files',
    comment: 'One module asks the object store, behind one interface; nothing else knows where files are.',
  }),
  onlyAt('^src/database/', ['better-sqlite3[^/]*', 'waybill-sqlite-[^/]+', 'pg', 'pg-[^/]+'], {
    name: 'driver-in-the-database',
    comment: 'One module per database, behind one interface; nothing else knows which database it is.',
  }),
  {
    name: 'no-development-package-at-run-time',
    comment: 'An installation without development packages would fail to start.',
    severity: 'error',
    from: { path: '^(src|client)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'], pathNot: npmPackage('@types/[^/]+') },
  },
  {
    name: 'no-unresolved-import',
    comment: 'The import names a file or a package that is not there. One package holds nothing but types.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
  },
];

const consoleRules = [
  {
    name: 'console-knows-the-api-only',
    comment:
      'The console is a client of the GraphQL API, as any other: it imports nothing of the server, and the server nothing of it.',
    severity: 'error',
    from: { path: '^console/' },
    to: { path: '^(src|test|scripts)/' },
  },
  {
    name: 'server-does-not-know-the-console',
    comment: 'The server sends the files of the built console and knows nothing about them.',
    severity: 'error',
    from: { path: '^(src|test)/' },
    to: { path: '^console/' },
  },
  {
    name: 'design-shows-what-it-is-given',
    comment: 'Parts of the design know nothing of the API, and no screen.',
    severity: 'error',
    from: { path: '^console/src/design/' },
    to: { path: '^console/src/(?!design/|json\\.ts)' },
  },
];

const clientRules = [
  {
    name: 'client-knows-the-api-only',
    comment: 'Programs of others use the client: it imports nothing of the server, the command line or the console.',
    severity: 'error',
    from: { path: '^client/' },
    to: { path: '^(src|test|scripts|console|ormconfig)' },
  },
  {
    name: 'cli-knows-the-client-only',
    comment:
      'The command line is a client of the GraphQL API, as any other: what it needs is in the API, or it is missing there.',
    severity: 'error',
    from: { path: '^src/cli/', pathNot: '^src/cli/folders/' },
    to: { path: '^(src|test|scripts|console|ormconfig)', pathNot: '^src/cli/' },
  },
  {
    name: 'cli-reads-files-as-the-server-does',
    comment:
      'What works without a server reads and checks files with the code of the server, so that there is one of each. Nothing else of it is used.',
    severity: 'error',
    from: { path: '^src/cli/folders/' },
    to: {
      path: '^(src|test|scripts|console|ormconfig)',
      pathNot: ['^src/cli/', '^src/shared/', '^src/features/formats/index\\.ts$', '^src/features/kinds/worker\\.ts$'],
    },
  },
  {
    name: 'server-does-not-know-the-cli',
    comment: 'The server is one program and the command line another.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/cli/' },
    to: { path: '^(src/cli|client)/' },
  },
  {
    name: 'client-is-entered-at-its-face',
    comment: 'The client offers what its index.ts exports, and its operations.',
    severity: 'error',
    from: { pathNot: '^client/' },
    to: { path: '^client/', pathNot: '^client/(index|operations\\.generated)\\.ts$' },
  },
  {
    name: 'arguments-in-the-cli',
    comment: 'Only the command line reads arguments.',
    severity: 'error',
    from: { path: '^(src|client|console)/', pathNot: '^src/cli/' },
    to: { path: npmPackage('commander') },
  },
];

export default {
  forbidden: [...layerRules, ...roleRules, ...packageRules, ...consoleRules, ...clientRules],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count too: a layer that needs a type of the layer above it is not below it.
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test/fixtures)/' },
    // Only its `resolve.extensionAlias` is read: `./button.js` of the console is button.tsx.
    webpackConfig: { fileName: './scripts/resolveSources.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['types', 'main'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json', '.node'],
    },
  },
};
