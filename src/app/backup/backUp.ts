/**
 * Makes a backup of everything that a server stores, while it runs. Copies the files first, then the database, then the files that the
 * database names and that were not copied yet. A file is complete before its row is written, so each row of the copy has its file, unless
 * the file was deleted meanwhile: then the database is copied again. Files without a row are left out.
 *
 * The copy is checked before its folder gets its final name.
 */
import { sql } from '../../database/worker.js';
import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyDatabase, databaseFileBytes, type SqlConnection } from '../../database/index.js';
import { idFileName, makeFileStore } from '../../features/files/index.js';
import { AppError } from '../../shared/appError.js';
import { systemClock } from '../../shared/clock.js';
import type { Config } from '../../shared/config.js';
import { isDiskFull } from '../../shared/diskFull.js';
import { filesIn } from '../../shared/filesPlace.js';
import { verifyState } from '../verifyDatabase.js';
import { BackupFolder, refuseNoRoom } from './backupFolder.js';
import { FileCopies } from './fileCopies.js';

/** The contents of a backup; also written into it, as `backup.json`. */
export interface BackupContents {
  /** ISO 8601 in UTC. */
  madeAt: string;
  instanceId: string;
  /** The name of the database file of the backup. */
  database: string;
  databaseBytes: number;
  projectCount: number;
  resourceCount: number;
  taskCount: number;
  /** Queued and running tasks: a server that is started on the backup runs them. */
  unfinishedTaskCount: number;
  fileCount: number;
  fileBytes: number;
}

/** Enough for files that are deleted while the database is copied. A file that is missing every time is lost. */
const maxAttempts = 4;

/**
 * Makes a backup in a new or empty folder, which gets its name only when the backup is complete and passed its checks.
 * @throws AppError CONFIGURATION_INVALID with a sentence for the operator; then nothing is left behind
 */
export async function backUp(config: Config, target: string): Promise<BackupContents> {
  if (!existsSync(config.dataDir))
    throw AppError.configuration(
      `The data folder ${config.dataDir} does not exist. Run the backup with the settings of the server.`,
    );
  if (isWithin(target, config.dataDir))
    throw AppError.configuration(
      `The folder ${target} is inside the data folder, and would be lost with it. Name a folder outside ${config.dataDir}.`,
    );
  const folder = await BackupFolder.make(target);
  try {
    const contents = await fill(folder.part, config);
    await writeFile(path.join(folder.part, 'backup.json'), `${JSON.stringify(contents, null, 2)}\n`, { flush: true });
    await folder.finish();
    return contents;
  } catch (error) {
    await folder.remove();
    throw isDiskFull(error)
      ? AppError.configuration(
          `The disk of ${target} is full: no backup was made. Make room, or name a folder on another disk.`,
          error,
        )
      : error;
  }
}

function isWithin(target: string, folder: string): boolean {
  const way = path.relative(path.resolve(folder), path.resolve(target));
  return way === '' || (way.split(path.sep, 1)[0] !== '..' && !path.isAbsolute(way));
}

async function fill(folder: string, config: Config): Promise<BackupContents> {
  const copies = new FileCopies(makeFileStore(config.files), makeFileStore(filesIn(folder)));
  await refuseNoRoom(folder, (await copies.sizeOfAll()) + (await databaseFileBytes(config.databaseUrl)));
  await copies.copyAll();
  for (let attempt = 1; ; attempt += 1) {
    const contents = await copyDatabase({ ...config, url: config.databaseUrl, folder }, async (copy) => {
      const missing = await copies.completeFor(copy.connection);
      if (missing.length === 0) {
        await refuseUnsound(copy.connection, config, copies);
        return { ...(await describe(copy.connection)), database: copy.fileName, ...copies.total() };
      }
      if (attempt === maxAttempts) throw filesMissing(missing, config);
      return undefined;
    });
    if (contents === undefined) continue;
    await writeFile(path.join(folder, idFileName), `${contents.instanceId}\n`, { flush: true });
    return { ...contents, databaseBytes: (await stat(path.join(folder, contents.database))).size };
  }
}

async function refuseUnsound(connection: SqlConnection, config: Config, copies: FileCopies): Promise<void> {
  const { problems } = await verifyState(connection, config, copies.copies);
  const errors = problems.filter(({ severity }) => severity === 'ERROR').map(({ message }) => message);
  const sentences = [
    ...errors,
    ...copies.damaged.map((name) => `The stored file ${name} has changed since it was stored.`),
  ];
  if (sentences.length === 0) return;
  throw AppError.configuration(
    `${sentences.join('\n')}\nNo backup was made, because the data is damaged. Keep your earlier backups.`,
  );
}

function filesMissing(missing: readonly string[], { files }: Config): AppError {
  const { claimed, setting } = makeFileStore(files).names;
  return AppError.configuration(
    `${claimed} lacks ${missing.length} of the files that the database names: ${missing.slice(0, 10).join(', ')}. No backup was made. Check that ${setting} is that of the server. If it is, restore these files from an earlier backup.`,
  );
}

type Description = Omit<BackupContents, 'database' | 'databaseBytes' | 'fileCount' | 'fileBytes'>;

async function describe(connection: SqlConnection): Promise<Description> {
  const row = await connection.get<Omit<Description, 'madeAt'>>(
    sql`SELECT id AS instance_id, (SELECT count(*) FROM project) AS project_count,
       (SELECT count(*) FROM resource) AS resource_count, (SELECT count(*) FROM task) AS task_count,
       (SELECT count(*) FROM task WHERE ended_at IS NULL) AS unfinished_task_count
     FROM instance`,
  );
  if (!row) throw AppError.configuration('The database is empty: no server was started on it yet.');
  return { madeAt: systemClock.now(), ...row };
}
