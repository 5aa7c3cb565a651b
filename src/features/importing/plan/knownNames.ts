/** What an import can mean by a name: an item of the file, or a resource of the branch. */
import type { KnownName } from '../../kinds/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../planRows.js';

/** Something with a name, and perhaps a title; in the file it has a place, on the branch an id. */
export interface Named extends KnownName {
  kind: string;
  ordinal: number | null;
  resourceId: string | null;
}

/** Names that are compared with one that is missing: more would take longer than a person waits. */
const maxNames = 5000;

/** What the file and the branch have of some kinds, by kind; where one name is in both, the item of the file is meant. */
export async function namesOfKinds(
  { connection }: WorkerContext,
  plan: PlanRow,
  kinds: readonly string[],
): Promise<Map<string, Named[]>> {
  const rows = await connection.all<Omit<Named, 'secondName'> & { title: string | null }>(
    `SELECT kind, name, max(title) AS title, max(ordinal) AS ordinal, max(id) AS "resourceId" FROM (
       SELECT kind, name, title, NULL AS ordinal, id FROM resource
         WHERE branch_id = :branchId AND kind IN ${connection.textList(':kinds')}
       UNION ALL SELECT kind, name, title, ordinal, NULL FROM import_item
         WHERE plan_no = :planNo AND kind IN ${connection.textList(':kinds')}) AS named
     GROUP BY kind, name ORDER BY kind, name LIMIT ${maxNames}`,
    { branchId: plan.branchId, planNo: plan.no, kinds: JSON.stringify(kinds) },
  );
  const namesByKind = new Map<string, Named[]>(kinds.map((kind) => [kind, []]));
  for (const { title, ...named } of rows) {
    namesByKind.get(named.kind)?.push({ ...named, secondName: title ?? undefined });
  }
  return namesByKind;
}

/** What has a name, in the file and on the branch. */
export async function whatIsNamed(
  { connection }: WorkerContext,
  plan: PlanRow,
  { kind, name }: { kind: string; name: string },
): Promise<{ isInFile: boolean; isOnBranch: boolean }> {
  const item = await connection.get(
    'SELECT 1 FROM import_item WHERE plan_no = :planNo AND name = :name AND kind = :kind LIMIT 1',
    { planNo: plan.no, kind, name },
  );
  const resource = await connection.get(
    `SELECT 1 FROM resource WHERE branch_id = :branchId AND lower(name) = lower(:name) AND name = :name AND kind = :kind
     LIMIT 1`,
    { branchId: plan.branchId, kind, name },
  );
  return { isInFile: item !== undefined, isOnBranch: resource !== undefined };
}
