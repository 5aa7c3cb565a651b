import { isJsonObject, type JsonObject } from '../../../shared/json.js';
import type { FileItem, RecordDefinition } from '../../formats/index.js';
import { entryName, type KindDefinition, type RecordShape } from '../../kinds/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../planRows.js';
import { writableKinds } from '../plan/writeStrategies.js';
import { specsOfPlan } from './specsOfPlan.js';

interface KnownParent {
  /** The resource's name. */
  name: string;
  spec: JsonObject;
}

/** What the definition of a record makes of it, or that there is no such definition. */
export type FoundShape = { parent: KnownParent; shape: RecordShape } | null;

/**
 * Holds records against the definitions that they belong to, as these will be after the import: those of the file before them, laid over
 * the branch's where the file changes only a part. A definition is compiled once, for the first of its records.
 */
export class RecordShapes {
  private parents: KnownParent[] | undefined;
  private readonly foundByKey = new Map<string, FoundShape>();

  constructor(
    private readonly context: Pick<WorkerContext, 'connection' | 'kinds'>,
    private readonly plan: PlanRow,
  ) {}

  /** What is known of a definition already, without waiting; undefined when nobody has asked for it. */
  known(definition: RecordDefinition): FoundShape | undefined {
    return this.foundByKey.get(keyOf(definition));
  }

  /** Finds and compiles a definition. What of the file came before must have been written. */
  async find(kind: KindDefinition, definition: RecordDefinition): Promise<FoundShape> {
    const { parentKind, compileRecordShape } = kind;
    if (parentKind === undefined || !compileRecordShape) return null;
    this.parents ??= await this.readParents(parentKind);
    const parent = this.parents.find(
      ({ name, spec }) =>
        name === definition.erc || (definition.name !== undefined && spec['name'] === definition.name),
    );
    const specs = specsOfPlan(this.context, this.plan);
    const found = parent
      ? { parent, shape: await specs.forWork((lookup) => compileRecordShape(parent.spec, lookup)) }
      : null;
    this.foundByKey.set(keyOf(definition), found);
    return found;
  }

  /** Ties a record to its definition: its name and parent, the one spelling of its references, and its faults. */
  apply(item: FileItem, found: FoundShape): void {
    if (!found) {
      // Its parent is missing, and the plan says so.
      item.parent ??= item.definition?.erc ?? item.definition?.name ?? null;
      return;
    }
    const { parent, shape } = found;
    const definitionName = parent.spec['name'];
    item.parent = parent.name;
    if (item.externalReferenceCode !== null && typeof definitionName === 'string') {
      item.name = entryName(definitionName, item.externalReferenceCode);
    }
    // What has a digest was written by Waybill, in that spelling.
    if (item.claimedDigest === null) item.spec = shape.normalize(item.spec);
    const { partialKinds } = writableKinds(this.plan, [item.kind]);
    const isPartial = item.isPartial || partialKinds.length > 0;
    const { line, kind, name } = item;
    for (const problem of shape.validate(item.spec, { isPartial }))
      item.problems.push({ ...problem, line, kind, name });
  }

  private async readParents(kindName: string): Promise<KnownParent[]> {
    const { connection, kinds } = this.context;
    const rows = await connection.all<{ name: string; spec: string; isPartial: number | boolean; base: string | null }>(
      `SELECT i.name, c.spec, i.is_partial AS "isPartial", b.spec AS base
       FROM import_item i JOIN content c ON c.id = i.content_id
       LEFT JOIN resource r ON r.branch_id = :branchId AND lower(r.name) = lower(i.name) AND r.namespace = i.namespace
         AND r.name = i.name
       LEFT JOIN content b ON b.id = r.content_id
       WHERE i.plan_no = :planNo AND i.kind = :kindName AND i.is_valid
       UNION ALL
       SELECT r.name, c.spec, FALSE, NULL FROM resource r JOIN content c ON c.id = r.content_id
       WHERE r.branch_id = :branchId AND r.kind = :kindName`,
      { planNo: this.plan.no, branchId: this.plan.branchId, kindName },
    );
    const { merge } = kinds.get(kindName);
    return rows.flatMap(({ name, spec, isPartial, base }) => {
      const own = JSON.parse(spec) as JsonObject;
      if (!isPartial) return [{ name, spec: own }];
      const whole = base === null ? undefined : (JSON.parse(base) as unknown);
      return isJsonObject(whole) ? [{ name, spec: merge ? merge(whole, own) : { ...whole, ...own } }] : [];
    });
  }
}

function keyOf({ erc, name }: RecordDefinition): string {
  return JSON.stringify([erc ?? null, name ?? null]);
}
