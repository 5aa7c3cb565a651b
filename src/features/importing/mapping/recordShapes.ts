import { exactJson, lostNumber } from '../../../shared/exactNumbers.js';
import { isJsonObject, type JsonObject } from '../../../shared/json.js';
import { toPointer } from '../../../shared/jsonPointer.js';
import { errorProblem, warningProblem, type Problem } from '../../../shared/problem.js';
import type { FileItem, RecordDefinition } from '../../formats/index.js';
import { boundInAnyEntry, LeftOut, withoutBound, type KindDefinition, type Loss } from '../../kinds/worker.js';
import { type ShapingParent, recordName, shapeRecord } from '../../records/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { isMalformed } from './isMalformed.js';
import { specsOfPlan } from '../tables/specsOfPlan.js';

type KnownParent = Omit<ShapingParent, 'shape'>;

/** Facts about a record that follow from its definition. */
export interface RecordFacts {
  /** Whether it lacks required members: it can only be merged into an entry that has them. */
  isIncomplete: boolean;
  /** Fields whose values no other record of the definition may have. */
  uniqueFields: readonly string[];
}

/** For items that are no records, and records whose definition does not exist. */
export const noRecord: RecordFacts = { isIncomplete: false, uniqueFields: [] };

/**
 * Checks records against their definitions, as the definitions will be after the import: those that precede the records in the
 * file, merged into those of the branch if the file contains only a part. Each definition is compiled once.
 */
export class RecordShapes {
  /** Values that were removed from records because they are valid only in their source. */
  readonly leftOut = new LeftOut();
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

  /** Sets name, parent and spec of a record by its definition, and adds the problems of the record. */
  apply(item: FileItem, parent: ShapingParent | null): RecordFacts {
    if (!parent) {
      // The plan reports the missing parent.
      item.parent ??= item.definition?.erc ?? item.definition?.name ?? null;
      const losses = this.leaveOut(item, (spec, tell) => withoutBound(spec, boundInAnyEntry, tell));
      for (const loss of losses) this.leftOut.add(loss, item);
      return noRecord;
    }
    if (isMalformed(item)) {
      item.parent = parent.name;
      item.name = recordName(parent, item.externalReferenceCode, item.spec) ?? item.name;
      return noRecord;
    }
    agreeOnCode(item);
    const losses = this.leaveOut(item, parent.shape.withoutBound);
    const shaped = shapeRecord(item, parent);
    if (item.definition === undefined && shaped.name !== item.name) item.problems.push(otherName(item, shaped.name));
    item.parent = parent.name;
    item.name = shaped.name;
    item.spec = shaped.spec;
    for (const loss of losses) this.leftOut.add(loss, item);
    if (shaped.problems.length > 0) tellNew(item, shaped.problems);
    return { isIncomplete: shaped.missing.length > 0, uniqueFields: parent.shape.uniqueFields };
  }

  /**
   * Removes values that are valid only in their source. An item with a digest was written by Waybill: its spec is not changed.
   * Losses are reported under the final name of the record.
   */
  private leaveOut(item: FileItem, keep: (spec: JsonObject, tell: (loss: Loss) => void) => JsonObject): Loss[] {
    const losses: Loss[] = [];
    if (item.claimedDigest !== null) return losses;
    item.spec = keep(item.spec, (loss) => {
      if (item.isSiteTold !== true || loss.cause !== 'NO_SITE') losses.push(loss);
    });
    return losses;
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

/** The specs of the other parents, each once; the file takes precedence over the branch. */
function specsBeside(parent: KnownParent, parents: readonly KnownParent[]): JsonObject[] {
  const specByName = new Map(parents.toReversed().map(({ name, spec }) => [name, spec]));
  specByName.delete(parent.name);
  return [...specByName.values()];
}

/**
 * The external reference code of a record is stated beside the spec and inside it. If only one of the two has it, it is copied
 * to the other.
 */
function agreeOnCode(item: FileItem): void {
  const stated = item.spec['externalReferenceCode'];
  const { externalReferenceCode: code, line, kind, name } = item;
  if (lostNumber(stated) !== undefined) return;
  if (typeof stated === 'string' && stated !== '' && code === null) item.externalReferenceCode = stated;
  else if (code !== null && stated === undefined && item.claimedDigest === null) {
    item.spec = { ...item.spec, externalReferenceCode: code };
  } else if (code !== null && stated !== undefined && stated !== code) {
    const message = `The external reference codes differ: ${exactJson(stated)} in the spec, "${code}" beside it.`;
    const about = { path: ['externalReferenceCode'], line, kind, name };
    item.problems.push(
      errorProblem('SPEC_INVALID', message, { ...about, fix: 'Use the same code in both places, or leave one out.' }),
    );
  }
}

function otherName({ line, kind, name }: FileItem, used: string): Problem {
  const message = `The name "${name}" is ignored: the definition and the external reference code give the name "${used}".`;
  return warningProblem('CONTENT_IGNORED', message, { path: ['name'], line, kind, name: used });
}

/** Adds problems at places for which the reader has not reported one. */
function tellNew(item: FileItem, problems: readonly Problem[]): void {
  const { line, kind, name } = item;
  const told = new Set(item.problems.map(({ path }) => toPointer(path)));
  for (const problem of problems) {
    if (!told.has(toPointer(problem.path))) item.problems.push({ ...problem, line, kind, name });
  }
}

function keyOf({ erc, name }: RecordDefinition): string {
  return JSON.stringify([erc ?? null, name ?? null]);
}
