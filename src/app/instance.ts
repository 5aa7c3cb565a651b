import type { Database } from '../database/index.js';
import { newId, type Clock } from '../shared/clock.js';

/** Who this installation is; made at the first start, and part of every origin that it gives out. */
export async function ensureInstance(
  database: Database,
  { name, clock }: { name: string; clock: Clock },
): Promise<{ id: string; name: string }> {
  return database.write(async (manager) => {
    const [known] = await manager.sql<{ id: string }[]>`SELECT id FROM instance`;
    if (known) {
      await manager.sql`UPDATE instance SET name = ${name}`;
      return { id: known.id, name };
    }
    const id = newId();
    await manager.sql`INSERT INTO instance (id, name, created_at) VALUES (${id}, ${name}, ${clock.now()})`;
    return { id, name };
  }, 'instance');
}
