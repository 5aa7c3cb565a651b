/** Makes a backup of all that a server keeps, while it runs: `npm run backup -- FOLDER`. Exits with 1 when none was made. */
import 'reflect-metadata';
import path from 'node:path';
import { backUp, type BackupContents } from './app/backup/backUp.js';
import { closeNewFiles } from './app/closeNewFiles.js';
import { AppError } from './shared/appError.js';
import { loadConfig } from './shared/config.js';

closeNewFiles();

try {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0)
    throw AppError.configuration('Name the folder of the backup, and nothing else: npm run backup -- FOLDER');
  const target = path.resolve(folder);
  console.log(report(target, await backUp(loadConfig(), target)));
} catch (error) {
  console.error(error instanceof AppError && error.code !== 'INTERNAL' ? error.message : error);
  process.exitCode = 1;
}

function report(target: string, contents: BackupContents): string {
  const { database, databaseBytes, projectCount, resourceCount, taskCount, unfinishedTaskCount } = contents;
  const { fileCount, fileBytes } = contents;
  return [
    `The backup in ${target} is whole and sound.`,
    `  ${database}: ${databaseBytes} bytes, projects: ${projectCount}, resources: ${resourceCount}, tasks: ${taskCount} (not ended: ${unfinishedTaskCount})`,
    `  files: ${fileBytes} bytes, files: ${fileCount}`,
  ].join('\n');
}
