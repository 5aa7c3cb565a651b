/**
 * Translates src/, client/ and ormconfig.ts to dist/, with `--tests` test/ as well, each file that is newer than its translation. A file of
 * dist/ whose source is gone goes too. Bundles the server, the command line and the console when one of their sources changed. It does
 * not check types: `npm run types` does.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const folders = process.argv.includes('--tests') ? ['src', 'client', 'test'] : ['src', 'client'];
const sources = ['ormconfig.ts', ...folders.flatMap((folder) => filesIn(folder, '.ts'))];
/** What starts a process or a thread, each bundled with the packages it loads: that takes half the processor time of loading 1,100 files. */
const entries = new Map([
  ['main', 'dist/src/main.entry.js'],
  ['worker', 'dist/src/app/worker.js'],
  ['writingThread', 'dist/src/database/sqlite/writingThread.js'],
  ['verify', 'dist/src/verify.entry.js'],
  ['backup', 'dist/src/backup.entry.js'],
  ['cli', 'dist/src/cli/main.js'],
]);
/**
 * Packages that are loaded from their folders: drivers, which are no JavaScript; a page of 10 MB that few ask for; and one that calls
 * `url.parse`, of which Node warns unless the caller is in `node_modules`.
 */
const separatePackages = ['better-sqlite3-12', 'better-sqlite3-13', '@graphql-yoga/render-graphiql', 'parseurl'];
/** The bundle is outside `node_modules`, where Node warns of what this package calls. */
const quietUrlParse = {
  name: 'quiet-url-parse',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'url' && importer?.includes('@as-integrations/express5')
      ? path.join(root, 'scripts/searchOfUrl.mjs')
      : undefined,
};
const bundleOf = (name) => `dist/src/${name}.js`;
/** What an entry loads later. */
const chunkEnding = '.chunk.js';
const targetOf = (source) =>
  path.join('dist', source.replace(/^(src\/\w+)\.ts$/, '$1.entry.js').replace(/\.ts$/, '.js'));

removeLeftovers(new Set([...sources.map(targetOf), ...[...entries.keys()].map(bundleOf)]));
const settingsTime = Math.max(timeOf('.swcrc'), timeOf('package-lock.json'), timeOf('scripts/build.mjs'));
const stale = sources.filter((source) => timeOf(targetOf(source)) <= Math.max(timeOf(source), settingsTime));
if (stale.length > 0) await translate(stale);
if (isServerStale()) await bundleServer();
writeBuildId();
if (isConsoleStale()) await bundleConsole();

async function translate(files) {
  // Loaded only when there is something to do: it takes longer than to see that there is nothing.
  const { transform } = await import('@swc/core');
  await Promise.all(
    files.map(async (file) => {
      const target = targetOf(file);
      const folder = path.dirname(target);
      mkdirSync(folder, { recursive: true });
      const sourceFileName = path.relative(folder, file);
      const { code, map } = await transform(readFileSync(file, 'utf8'), { filename: file, sourceFileName });
      writeFileSync(`${target}.map`, map);
      writeFileSync(target, `${code}\n${endOf(file)}//# sourceMappingURL=${path.basename(target)}.map\n`);
    }),
  );
}

/** The runner of tests forgets the hooks of a setup file when it loads the next file of tests, so each of them sets the hooks itself. */
function endOf(file) {
  if (!file.endsWith('.test.ts')) return '';
  const module = path.relative(path.dirname(file), 'test/support/everyTest.js');
  return `import { holdEveryTest } from './${module}';\nholdEveryTest();\n`;
}

function removeLeftovers(targets) {
  const built = folders.map((folder) => path.join('dist', folder)).filter((folder) => existsSync(folder));
  for (const file of built.flatMap((folder) => filesIn(folder, '.js')))
    if (!targets.has(file) && !file.endsWith(chunkEnding))
      for (const name of [file, `${file}.map`]) rmSync(name, { force: true });
}

function filesIn(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name));
}

/** 0 for what is not there: every source is newer. */
function timeOf(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

function isServerStale() {
  const targets = sources.map(targetOf).filter((target) => !target.startsWith('dist/test/'));
  const newest = Math.max(...targets.map(timeOf));
  return [...entries.keys()].some((name) => timeOf(bundleOf(name)) <= newest);
}

/** Names the code of the server and the versions of its packages: what was computed by other code is not used. See `buildId`. */
function writeBuildId() {
  const hash = createHash('sha256');
  for (const file of [
    'package-lock.json',
    ...sources
      .map(targetOf)
      .filter((target) => target.startsWith('dist/src/'))
      .sort(),
  ])
    hash.update(`${file}\n`).update(readFileSync(file));
  writeFileSync('dist/build-id', hash.digest('hex'));
}

async function bundleServer() {
  const { build } = await import('vite');
  for (const [name, entry] of entries) {
    const output = {
      entryFileNames: path.basename(bundleOf(name)),
      chunkFileNames: `${name}.[name]${chunkEnding}`,
      keepNames: true,
    };
    const rollupOptions = { input: entry, output };
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      plugins: [quietUrlParse],
      ssr: { noExternal: true, external: separatePackages },
      build: {
        ssr: true,
        target: 'node20',
        minify: false,
        sourcemap: true,
        emptyOutDir: false,
        outDir: 'dist/src',
        rollupOptions,
      },
    });
  }
  // npm makes it so where it installs the package; a checkout has it from here.
  chmodSync(bundleOf('cli'), 0o755);
}

function isConsoleStale() {
  const times = filesIn('console', '').map((name) => (statSync(name).isFile() ? timeOf(name) : 0));
  return timeOf('dist/console/index.html') <= Math.max(settingsTime, ...times);
}

/** Browsers get the compressed variants, which the server sends as they are. */
async function bundleConsole() {
  const { build } = await import('vite');
  await build({ configFile: 'console/vite.config.ts', logLevel: 'warn' });
  for (const file of filesIn('dist/console/assets', '').filter((name) => /\.(js|css)$/.test(name))) {
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(content));
  }
}
