import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFile } from '../../support/projectFile.js';

const root = projectFile('.');
const urlOf = (file: string) => JSON.stringify(pathToFileURL(path.join(root, file)).href);

const ofApiThread = 'typeorm|type-graphql|graphql|@apollo';

/** Loads a module of the built server in a process that prints each of some packages that is imported on the way. */
function packagesLoadedBy(file: string, packages = ofApiThread): string[] {
  const hook = `export async function resolve(specifier, context, next) {
    if (/^(${packages})/.test(specifier)) console.log('loads ' + specifier + ' from ' + context.parentURL);
    return next(specifier, context);
  }`;
  const script = `import { register } from 'node:module';
    register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});
    await import('reflect-metadata');
    await import(${urlOf(file)});
    console.log('loaded');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  if (!stdout.includes('loaded')) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line.startsWith('loads '));
}

describe('what a worker thread loads', () => {
  test.each(['dist/src/app/workerFeatures.js', 'dist/src/app/packs.js', 'dist/src/database/openSqlConnection.js'])(
    '%s loads neither the ORM nor the schema library, which cost each thread 30 MiB',
    (file) => {
      expect(packagesLoadedBy(file)).toEqual([]);
    },
  );

  test('the check sees what is loaded', () => {
    expect(packagesLoadedBy('dist/src/app/schema.js')).toContainEqual(expect.stringContaining('type-graphql'));
  });
});

describe('what a server without a collector loads', () => {
  test.each([
    ['dist/src/app/startServer.js', false],
    ['dist/src/app/tracing/openTraces.js', true],
  ])('%s loads OpenTelemetry: %s', (file, isLoaded) => {
    expect(packagesLoadedBy(file, '@opentelemetry').length > 0).toBe(isLoaded);
  });
});
