import type { DataSource } from 'typeorm';
import { AppError } from '../shared/appError.js';

/**
 * Refuses a database whose tables were made by another version of the server: its rows may have another meaning. Nothing is changed. The
 * name of a migration states what it does (`migrationOf`), so one that was changed in place is noticed too.
 * @throws AppError CONFIGURATION_INVALID
 */
export async function refuseOtherTables(source: DataSource, place: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return;
    const done = (await runner.query('SELECT name FROM migrations ORDER BY "timestamp"')) as { name: string }[];
    const known = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
    const isKnown = new Set(known);
    const other = done.filter(({ name }) => !isKnown.has(name)).at(-1);
    if (other === undefined) return;
    const last = known.at(-1) ?? 'none';
    if (timeOf(other.name) <= timeOf(last)) throw AppError.configuration(unreleasedSchema(place));
    throw AppError.configuration(newerSchema(place, { found: other.name, known: last }));
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
  return `The database ${place} was made by a version from before the first release, whose tables differ from those of this server. Export what is needed with that version, then start with a new data folder or database.`;
}
