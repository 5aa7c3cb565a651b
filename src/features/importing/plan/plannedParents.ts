import { type Sql, sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import type { ShapingParent } from '../../records/worker.js';
import { isNamed } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import type { RecordShape } from '../../kinds/worker.js';

/** A parent that defines the shape of records of a plan. */
export interface PlannedParent extends ShapingParent {
  /** Its id on the branch; null while it is only in the file. */
  id: string | null;
}

interface ParentRow {
  name: string;
  id: string | null;
  planned: string | null;
  present: string | null;
}

/** Which items of the plan count as parents: all that are selected, or those that will be imported, once the actions are known. */
export type ParentItems = 'selected' | 'coming';

const condition: Readonly<Record<ParentItems, Sql>> = {
  selected: sql`q.is_selected AND q.is_valid`,
  coming: sql`q.action IN ('CREATE', 'UPDATE', 'REFERENCE_UPDATE')`,
};

/** Definitions per statement. */
const windowSize = 50;

/**
 * The parents of records of a plan, by their names in the file: from the file, else from the branch; missing ones are left out.
 * The shapes are compiled without the specs that a parent refers to: they know required and unique members, but not the choices
 * of a picklist.
 */
export async function* plannedParents(
  context: WorkerContext,
  plan: Pick<PlanRow, 'no' | 'branchId'>,
  { kind, names, items }: { kind: string; names: readonly string[]; items: ParentItems },
): AsyncGenerator<PlannedParent> {
  const { connection, kinds } = context;
  const { parentKind, compileRecordShape } = kinds.get(kind);
  if (parentKind === undefined || !compileRecordShape) return;
  for (let start = 0; start < names.length; start += windowSize) {
    const rows = await connection.all<ParentRow>(
      sql`WITH wanted (name) AS ${names.slice(start, start + windowSize)}
       SELECT w.name, r.id, qc.spec AS planned, rc.spec AS present FROM wanted w
       LEFT JOIN import_item q ON q.plan_no = ${plan.no} AND q.name = w.name AND q.kind = ${parentKind}
       LEFT JOIN content qc ON qc.id = q.effective_content_id AND ${condition[items]}
       LEFT JOIN resource r ON r.branch_id = ${plan.branchId} AND ${isNamed('r', sql`coalesce(q.effective_name, w.name)`)}
         AND r.kind = ${parentKind}
       LEFT JOIN content rc ON rc.id = r.content_id`,
    );
    for (const { name, id, planned, present } of rows) {
      const text = planned ?? present;
      if (text === null) continue;
      const spec = JSON.parse(text) as JsonObject;
      yield { name, id, spec, shape: compileRecordShape(spec, () => undefined) };
    }
  }
}

/** The shapes of records, one by one, while contents are derived; each parent is read and compiled once. */
export class PlannedShapes {
  private readonly shapeByParent = new Map<string, RecordShape | undefined>();

  constructor(
    private readonly context: WorkerContext,
    private readonly plan: PlanRow,
  ) {}

  /** The shape that the parent gives to a record; undefined for other items, and if the parent does not exist. */
  async shapeOf({ kind, parentName }: { kind: string; parentName: string | null }): Promise<RecordShape | undefined> {
    if (parentName === null || !this.context.kinds.get(kind).compileRecordShape) return undefined;
    const key = `${kind}\n${parentName}`;
    if (!this.shapeByParent.has(key)) this.shapeByParent.set(key, await this.read(kind, parentName));
    return this.shapeByParent.get(key);
  }

  private async read(kind: string, name: string): Promise<RecordShape | undefined> {
    const found = plannedParents(this.context, this.plan, { kind, names: [name], items: 'selected' });
    for await (const { shape } of found) return shape;
    return undefined;
  }
}
