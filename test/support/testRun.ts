/**
 * What one run of jest makes once, and all its workers use: a worker that needs it first makes it, the others wait for it. What is
 * kept is a record in the folder of the run; globalTeardown.mjs ends what the records name.
 */
import { existsSync, readFileSync, writeFileSync, renameSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is left to do at the end of the run. */
export interface Leftovers {
  /** Processes to end, and how. */
  processes?: { pid: number; signal: NodeJS.Signals }[];
  /** A folder to remove. */
  folder?: string;
  /** A file whose text is shown when the process ended before the run did. */
  log?: string;
  /** A database to drop, and the server that it is on. */
  database?: { server: string; name: string };
}

/** Gives what `make` made in this run under that name; makes it when nobody did. */
export async function oncePerRun<Value>(
  name: string,
  make: () => Promise<{ value: Value; leftovers: Leftovers }>,
): Promise<Value> {
  const file = path.join(runFolder(), `${name}.json`);
  const isFirst = await mkdir(path.join(runFolder(), `${name}.making`)).then(
    () => true,
    () => false,
  );
  if (!isFirst) return (await recordIn(file)) as Value;
  const outcome = await make().catch((error: unknown) => ({ failure: String(error) }));
  // Renamed, so that nobody reads half of it.
  writeFileSync(`${file}.part`, JSON.stringify(outcome));
  renameSync(`${file}.part`, file);
  return (await recordIn(file)) as Value;
}

async function recordIn(file: string): Promise<unknown> {
  while (!existsSync(file)) await sleep(20);
  const record = JSON.parse(readFileSync(file, 'utf8')) as { value?: unknown; failure?: string };
  if (record.failure !== undefined) throw new Error(record.failure);
  return record.value;
}

function runFolder(): string {
  const folder = process.env['TEST_RUN'];
  if (folder === undefined) throw new Error('There is no folder of this run: globalSetup.mjs makes it.');
  return folder;
}
