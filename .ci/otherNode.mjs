/** Another Node than the one that runs this, fetched from the registry, whose packages hold the programs; with the npm that runs this. */
import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** A connection to the registry that stalls is given up after a minute, and tried again. */
export const quietly = ['--no-audit', '--no-fund', '--fetch-timeout=60000', '--fetch-retries=4'];
export const npmFile = process.env.npm_execpath;
if (npmFile === undefined) throw new Error('Run it by `npm run`.');

/** Runs a program to its end; gives all that it wrote. Another exit code than 0 is a failure. */
export async function run(program, args, { cwd, searchPath = process.env.PATH, timeoutMs = 300_000 }) {
  const env = { ...process.env, PATH: searchPath };
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd, env, timeout: timeoutMs });
    return stdout + stderr;
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}${error.stderr}`, { cause: error });
  }
}

/** Fetches a version, such as `24` or `24.11.1`, into the folder `work`. `searchPath` leads to it, to npm and to a shell, and to nothing else. */
export async function fetchNode(wanted, work) {
  const folder = path.join(work, `node-${wanted}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }');
  const name = `node-${process.platform}-${process.arch}`;
  await run(process.execPath, [npmFile, 'install', ...quietly, `${name}@${wanted}`], { cwd: folder });
  const program = path.join(folder, 'node_modules', name, 'bin/node');
  const searchPath = path.join(folder, 'bin');
  await mkdir(searchPath);
  await symlink(program, path.join(searchPath, 'node'));
  await symlink(npmFile, path.join(searchPath, 'npm'));
  await symlink('/bin/sh', path.join(searchPath, 'sh'));
  const version = (await run(program, ['--version'], { cwd: folder })).trim();
  return { program, version, searchPath };
}
