/**
 * Counts the records of the branch that use a part that an update removes, such as entries with the key of a picklist entry.
 * Runs only for items that remove such a part; the database filters out records without its text.
 */
import { sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import type { KindDefinition } from '../../kinds/worker.js';
import { referrersByName } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';

/** The parts that an update removes from a resource. */
export interface TakenParts {
  branchId: string;
  kind: KindDefinition;
  existing: { id: string; name: string };
  partNames: readonly string[];
}

const parentsAtOnce = 100;
const recordsAtOnce = 1000;

/** The number of records that use each part; undefined for a kind whose parts are not used by records. */
export async function countHolders(
  context: WorkerContext,
  { branchId, kind, existing, partNames }: TakenParts,
): Promise<ReadonlyMap<string, number> | undefined> {
  const { heldParts } = kind;
  if (!heldParts) return undefined;
  const counts = new Map(partNames.map((name) => [name, 0]));
  const target = { ...existing, branchId, kind: kind.name, namespace: kind.identity.namespace };
  for await (const parent of referrersOf(context, target)) {
    const members = heldParts.membersOf(JSON.parse(parent.spec) as JsonObject, existing.name);
    if (members.length === 0) continue;
    for await (const spec of recordsNaming(context, parent.id, partNames)) {
      const held = new Set(members.flatMap((member) => heldParts.partsIn(spec[member] ?? null)));
      for (const name of held) if (counts.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

async function* referrersOf(
  { connection }: WorkerContext,
  target: Parameters<typeof referrersByName>[1],
): AsyncGenerator<{ id: string; spec: string }> {
  for (let afterId = ''; ;) {
    const referrers = await referrersByName(connection, target, { afterId, limit: parentsAtOnce });
    yield* referrers;
    const last = referrers.at(-1);
    if (last === undefined || referrers.length < parentsAtOnce) return;
    afterId = last.id;
  }
}

/** Beyond this number of names, the database does not filter the records by text. */
const maxNamesAsked = 50;

async function* recordsNaming(
  { connection }: WorkerContext,
  parentId: string,
  names: readonly string[],
): AsyncGenerator<JsonObject> {
  const holds = names.map((name) => sql`c.spec LIKE ${`%${likeText(JSON.stringify(name))}%`} ESCAPE '!'`);
  const isAsked = names.length > 0 && names.length <= maxNamesAsked;
  const rows = connection.windows<{ spec: string }>(
    sql`SELECT c.spec FROM resource k JOIN content c ON c.id = k.content_id
     WHERE k.parent_id = ${parentId} ${isAsked ? sql`AND (${sql.join(holds, ' OR ')})` : sql.empty}`,
    recordsAtOnce,
  );
  for await (const window of rows) for (const { spec } of window) yield JSON.parse(spec) as JsonObject;
}

function likeText(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}
