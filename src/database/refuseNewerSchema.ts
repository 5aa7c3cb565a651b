import type { DataSource } from 'typeorm';
import { AppError } from '../shared/appError.js';

/**
 * Refuses a database whose schema was written by another version of the server and is unknown to this one: its rows may have another
 * meaning. Nothing is changed.
 * @throws AppError CONFIGURATION_INVALID
 */
export async function refuseNewerSchema(source: DataSource, place: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return;
    const done = (await runner.query('SELECT name FROM migrations ORDER BY "timestamp"')) as { name: string }[];
    const known = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
    const isKnown = new Set(known);
    const newer = done.filter(({ name }) => !isKnown.has(name)).at(-1);
    if (newer && timeOf(newer.name) < timeOf(known[0] ?? '')) throw AppError.configuration(unreleasedSchema(place));
    if (newer) throw AppError.configuration(newerSchema(place, { found: newer.name, known: known.at(-1) ?? 'none' }));
  } finally {
    await runner.release();
  }
}

function newerSchema(place: string, { found, known }: { found: string; known: string }): string {
  return `The database ${place} has the schema version ${found}, which is newer than this server: it knows versions up to ${known}. Start the version of the server that made it or a newer one, or put a backup from before the upgrade in its place.`;
}

/** The time at the end of the name of a migration, in milliseconds. */
function timeOf(name: string): number {
  return Number(name.slice(-13));
}

function unreleasedSchema(place: string): string {
  return `The database ${place} was made by a version from before the first release, whose tables this server cannot read. Export what is needed with that version, then start with a new data folder or database.`;
}
