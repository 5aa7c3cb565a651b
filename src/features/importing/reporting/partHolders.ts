/**
 * How many records of the branch hold a part that an update takes away, as entries hold the key of an entry of a picklist. Looked up only for
 * items that take such a part away; records without the text of one are left out by the database.
 */
import type { JsonObject } from '../../../shared/json.js';
import type { KindDefinition } from '../../kinds/worker.js';
import { referrersByName } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';

/** The parts of a resource that are taken away. */
export interface TakenParts {
  branchId: string;
  kind: KindDefinition;
  existing: { id: string; name: string };
  partNames: readonly string[];
}

const parentsAtOnce = 100;
const recordsAtOnce = 1000;

/** For each part the number of records that hold it, which may be 0; undefined for a kind whose parts no records hold. */
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

/** Of more names than this the records are looked at without asking the database for their texts. */
const maxNamesAsked = 50;

async function* recordsNaming(
  { connection }: WorkerContext,
  parentId: string,
  names: readonly string[],
): AsyncGenerator<JsonObject> {
  const isAsked = names.length <= maxNamesAsked;
  const texts = isAsked
    ? names.map((name, index) => [`text${index}`, `%${likeText(JSON.stringify(name))}%`] as const)
    : [];
  const holds = texts.map(([key]) => `c.spec LIKE :${key} ESCAPE '!'`).join(' OR ');
  const rows = connection.windows<{ spec: string }>(
    `SELECT c.spec FROM resource k JOIN content c ON c.id = k.content_id
     WHERE k.parent_id = :parentId ${holds === '' ? '' : `AND (${holds})`}`,
    { parentId, ...Object.fromEntries(texts) },
    recordsAtOnce,
  );
  for await (const window of rows) for (const { spec } of window) yield JSON.parse(spec) as JsonObject;
}

function likeText(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}
