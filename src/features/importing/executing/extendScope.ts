import { sql } from '../../../database/worker.js';
import type { TaskContext } from '../../tasks/worker.js';
import type { SourceGap } from '../../kinds/worker.js';
import { changeResource, prepareContent, writeContents } from '../../resources/worker.js';
import type { PlanRow } from '../tables/planRows.js';
import type { Container } from '../prerequisites/container.js';
import { judgedItems } from '../prerequisites/judgedItems.js';
import { PlanPrerequisites } from '../prerequisites/planPrerequisites.js';

/**
 * Adds the missing data sources of the imported items to the chosen container, inside the caller's transaction. It is a change
 * of the task, which an undo reverts.
 */
export async function extendScope(context: TaskContext, plan: PlanRow): Promise<void> {
  if (plan.options.isScopeExtended !== true) return;
  const prerequisites = await PlanPrerequisites.of(context, plan);
  const { container, isScopeExtended } = prerequisites;
  const scope = container && context.kinds.get(container.kind).scope;
  if (!container || !scope || !isScopeExtended) return;
  const gaps = await findGaps(context, plan, prerequisites);
  if (gaps.length > 0) await write(context, { ...container, spec: scope.extend(container.spec, gaps) });
}

async function findGaps(context: TaskContext, plan: PlanRow, prerequisites: PlanPrerequisites): Promise<SourceGap[]> {
  const gapByKey = new Map<string, SourceGap>();
  const where = sql`i.action IN ('CREATE', 'UPDATE', 'REFERENCE_UPDATE', 'UNCHANGED')`;
  for await (const items of judgedItems(context, plan, { prerequisites, where })) {
    for (const { required, targetKind: kind, gap } of items.flatMap((item) => item.prerequisites)) {
      if (!gap) continue;
      const key = `${kind}\n${required.name}`;
      const tenants = new Set([...(gapByKey.get(key)?.tenants ?? []), ...gap.tenants]);
      gapByKey.set(key, { kind, name: required.name, tenants: [...tenants] });
    }
  }
  return [...gapByKey.values()];
}

async function write(context: TaskContext, { id, kind, spec }: Container): Promise<void> {
  const { connection, task } = context;
  const row = await connection.get<{ title: string | null; taskId: string | null }>(
    sql`SELECT title, task_id FROM resource WHERE id = ${id}`,
  );
  const content = prepareContent(context, { kind, title: row?.title ?? null, spec });
  const contentId = await writeContents(connection, [content]);
  // A resource that this task changed before already has the revision of its earlier state.
  await changeResource(
    connection,
    { id, keepsState: row?.taskId !== task.id },
    { contentId, now: context.clock.now(), taskId: task.id, changedBy: null },
  );
}
