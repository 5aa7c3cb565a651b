import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import type { SpecLookup } from '../../kinds/index.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../planRows.js';

interface CheckedRow {
  ordinal: number;
  line: number;
  kind: string;
  name: string;
  fileProblems: string | null;
  contentId: number;
  spec: string;
}

/**
 * Lets the kinds that ask for it look at an item together with the specs that it names, as all of the file together with the
 * branch would have them. What they find is a warning, kept with the item.
 */
export async function crossCheckItems(context: WorkerContext, plan: PlanRow): Promise<void> {
  const kindNames = context.kinds.list().flatMap((kind) => (kind.crossCheck ? [kind.name] : []));
  for (let after = -1; ;) {
    const rows = await context.connection.all<CheckedRow>(
      `SELECT i.ordinal, i.line, i.kind, i.name, i.file_problems AS "fileProblems", i.content_id AS "contentId", c.spec
       FROM import_item i JOIN content c ON c.id = i.content_id
       WHERE i.plan_id = :planId AND i.ordinal > :after AND i.is_valid
         AND i.kind IN ${context.connection.textList(':kinds')} ORDER BY i.ordinal LIMIT 100`,
      { planId: plan.id, after, kinds: JSON.stringify(kindNames) },
    );
    for (const row of rows) await crossCheck(context, plan, row);
    if (rows.length < 100) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}

async function crossCheck(context: WorkerContext, plan: PlanRow, row: CheckedRow): Promise<void> {
  const kind = context.kinds.get(row.kind);
  const specs = await namedSpecs(context, plan, row.contentId);
  const lookup: SpecLookup = (kindName, name) => specs.get(`${kindName}\n${name}`);
  const found = kind.crossCheck?.(JSON.parse(row.spec) as JsonObject, row.name, lookup) ?? [];
  if (found.length === 0) return;
  const known = row.fileProblems === null ? [] : (JSON.parse(row.fileProblems) as Problem[]);
  const located = found.map((problem) => ({ ...problem, line: row.line, kind: row.kind, name: row.name }));
  await context.connection.run(
    'UPDATE import_item SET file_problems = :problems WHERE plan_id = :planId AND ordinal = :ordinal',
    { planId: plan.id, ordinal: row.ordinal, problems: JSON.stringify([...known, ...located]) },
  );
}

/** The specs of everything that a content names: from the file, else from the branch. */
async function namedSpecs(
  { connection }: WorkerContext,
  plan: PlanRow,
  contentId: number,
): Promise<Map<string, JsonObject>> {
  const named = 'FROM edge e JOIN edge_type y ON y.id = e.type_id';
  const rows = await connection.all<{ kind: string; name: string; spec: string }>(
    `SELECT t.kind, t.name, c.spec, 0 AS is_file ${named}
     JOIN resource t ON t.branch_id = :branchId AND lower(t.name) = lower(e.target_name)
       AND t.namespace = y.target_namespace AND t.name = e.target_name
     JOIN content c ON c.id = t.content_id WHERE e.content_id = :contentId
     UNION
     SELECT t.kind, t.name, c.spec, 1 ${named}
     JOIN import_item t ON t.plan_id = :planId AND t.name = e.target_name AND t.namespace = y.target_namespace AND t.is_valid
     JOIN content c ON c.id = t.content_id WHERE e.content_id = :contentId
     ORDER BY 4`,
    { planId: plan.id, branchId: plan.branchId, contentId },
  );
  // The file's own come last, and win.
  return new Map(rows.map(({ kind, name, spec }) => [`${kind}\n${name}`, JSON.parse(spec) as JsonObject]));
}
