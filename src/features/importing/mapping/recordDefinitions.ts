import { isNamed } from '../../resources/worker.js';
import { sql } from '../../../database/worker.js';
import type { JsonObject } from '../../../shared/json.js';
import { isJsonObject } from '../../../shared/json.js';
import type { RecordDefinition } from '../../formats/index.js';
import type { KindDefinition } from '../../kinds/worker.js';
import type { ShapingParent } from '../../records/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { specsOfPlan } from '../tables/specsOfPlan.js';

type KnownParent = Omit<ShapingParent, 'shape'>;

/**
 * The definitions of the records of a file, as they will be after the import: those that precede the records in the file, laid over
 * those of the branch if the file contains only a part. Each definition is compiled once.
 */
export class RecordDefinitions {
  private parents: KnownParent[] | undefined;
  private readonly parentByKey = new Map<string, ShapingParent | null>();

  constructor(
    private readonly context: Pick<WorkerContext, 'connection' | 'kinds'>,
    private readonly plan: PlanRow,
  ) {}

  /** The cached result for a definition: null if it does not exist, undefined if `find` was not called for it. */
  known(definition: RecordDefinition): ShapingParent | null | undefined {
    return this.parentByKey.get(keyOf(definition));
  }

  /** Finds and compiles a definition. Earlier items of the file must have been written. */
  async find(kind: KindDefinition, definition: RecordDefinition): Promise<ShapingParent | null> {
    const { parentKind, compileRecordShape } = kind;
    if (parentKind === undefined || !compileRecordShape) return null;
    this.parents ??= await this.readParents(parentKind);
    const parent = this.parents.find(
      ({ name, spec }) =>
        name === definition.erc || (definition.name !== undefined && spec['name'] === definition.name),
    );
    const others = parent ? specsBeside(parent, this.parents) : [];
    const specs = specsOfPlan(this.context, this.plan);
    const found = parent
      ? { ...parent, shape: await specs.forWork((lookup) => compileRecordShape(parent.spec, lookup, others)) }
      : null;
    this.parentByKey.set(keyOf(definition), found);
    return found;
  }

  private async readParents(kindName: string): Promise<KnownParent[]> {
    const { connection, kinds } = this.context;
    const rows = await connection.all<{ name: string; spec: string; isPartial: boolean; base: string | null }>(
      sql`SELECT i.name, c.spec, i.is_partial, b.spec AS base
       FROM import_item i JOIN content c ON c.id = i.content_id
       LEFT JOIN resource r ON r.branch_id = ${this.plan.branchId} AND ${isNamed('r', sql`i.name`)} AND r.namespace = i.namespace
       LEFT JOIN content b ON b.id = r.content_id
       WHERE i.plan_no = ${this.plan.no} AND i.kind = ${kindName} AND i.is_valid
       UNION ALL
       SELECT r.name, c.spec, FALSE, NULL FROM resource r JOIN content c ON c.id = r.content_id
       WHERE r.branch_id = ${this.plan.branchId} AND r.kind = ${kindName}`,
    );
    const { overlay } = kinds.get(kindName);
    return rows.flatMap(({ name, spec, isPartial, base }) => {
      const own = JSON.parse(spec) as JsonObject;
      if (!isPartial) return [{ name, spec: own }];
      const whole = base === null ? undefined : (JSON.parse(base) as unknown);
      return isJsonObject(whole) ? [{ name, spec: overlay ? overlay(whole, own) : { ...whole, ...own } }] : [];
    });
  }
}

/** The specs of the other parents, each once; the file takes precedence over the branch. */
function specsBeside(parent: KnownParent, parents: readonly KnownParent[]): JsonObject[] {
  const specByName = new Map(parents.toReversed().map(({ name, spec }) => [name, spec]));
  specByName.delete(parent.name);
  return [...specByName.values()];
}

function keyOf({ erc, name }: RecordDefinition): string {
  return JSON.stringify([erc ?? null, name ?? null]);
}
