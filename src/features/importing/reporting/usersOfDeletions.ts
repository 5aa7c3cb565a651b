import { sql } from '../../../database/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { usersOfGoing } from '../plan/usersOfGoing.sql.js';
import type { ItemRow } from '../tables/itemRows.js';
import { unseenBy, type ShownPlan } from '../tables/unseenBy.js';

/** So many are named for each deletion. */
const maxNamed = 5;

/** What prevents a deletion: it refers to the resource, or is inside it. */
export interface DeletionUser {
  kind: string;
  name: string;
  isInside: boolean;
  /** Whether whoever reads the plan may see it. */
  isSeen: boolean;
}

/** What prevents the deletions among some items, by their ordinals. */
export async function usersOfDeletions(
  context: WorkerContext,
  shown: ShownPlan,
  items: readonly ItemRow[],
): Promise<Map<number, DeletionUser[]>> {
  const users = new Map<number, DeletionUser[]>();
  const kept = items.filter(({ reason }) => reason === 'DELETION_IN_USE').map(({ ordinal }) => ordinal);
  if (kept.length === 0) return users;
  const unseenIds = await unseenBy(context, shown);
  const found = usersOfGoing(shown.plan, sql`d.ordinal IN ${sql.numbers(kept)}`);
  const rows = await context.connection.all<Omit<DeletionUser, 'isSeen'> & { ordinal: number; userId: string | null }>(
    sql`SELECT n.ordinal, n.user_id, n.kind, n.name, n.is_inside FROM (
       SELECT u.*, row_number() OVER (PARTITION BY u.ordinal ORDER BY u.name, u.kind, u.is_inside) AS place FROM (${found}) AS u) AS n
     WHERE n.place <= ${maxNamed} ORDER BY n.ordinal, n.place`,
  );
  for (const { ordinal, userId, ...user } of rows) {
    const known = users.get(ordinal) ?? [];
    users.set(ordinal, [...known, { ...user, isSeen: userId === null || !unseenIds.has(userId) }]);
  }
  return users;
}
