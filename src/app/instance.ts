import { randomBytes } from 'node:crypto';
import { readRows, runSql, sql, type Database } from '../database/index.js';
import { newId, type Clock } from '../shared/clock.js';

export interface Instance {
  id: string;
  name: string;
  /** The key that signs download links; shared by all servers on the database. */
  signingKey: string;
}

/** The identity of this installation; created at the first start, and part of every origin. */
export async function ensureInstance(
  database: Database,
  { name, clock }: { name: string; clock: Clock },
): Promise<Instance> {
  return database.write(async (manager) => {
    const [known] = await readRows<{ id: string; signingKey: string | null }>(
      manager,
      sql`SELECT id, signing_key FROM instance`,
    );
    const signingKey = known?.signingKey ?? randomBytes(32).toString('base64url');
    if (known) {
      await runSql(manager, sql`UPDATE instance SET name = ${name}, signing_key = ${signingKey}`);
      return { id: known.id, name, signingKey };
    }
    const id = newId();
    await runSql(
      manager,
      sql`INSERT INTO instance (id, name, created_at, signing_key) VALUES (${id}, ${name}, ${clock.now()}, ${signingKey})`,
    );
    return { id, name, signingKey };
  }, 'instance');
}
