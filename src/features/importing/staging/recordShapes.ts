import { exactJson, lostNumber } from '../../../shared/exactNumbers.js';
import type { JsonObject } from '../../../shared/json.js';
import { toPointer } from '../../../shared/jsonPointer.js';
import { errorProblem, warningProblem, type Problem } from '../../../shared/problem.js';
import type { FileItem } from '../../formats/index.js';
import { boundInAnyEntry, LeftOut, withoutBound, type Loss } from '../../kinds/worker.js';
import { type ShapingParent, recordName, shapeRecord } from '../../records/worker.js';

const codes: ReadonlySet<string> = new Set(['ITEM_MALFORMED', 'SCHEMA_VERSION_UNSUPPORTED']);

/** Whether the reader could not parse the whole item. Further checks would only report consequences. */
export function isMalformed({ problems }: FileItem): boolean {
  return problems.length > 0 && problems.some(({ code }) => codes.has(code));
}

/** Facts about a record that follow from its definition. */
export interface RecordFacts {
  /** Whether it lacks required members: it can only be laid over an entry that has them. */
  isIncomplete: boolean;
  /** Fields whose values no other record of the definition may have. */
  uniqueFields: readonly string[];
}

/** For items that are no records, and records whose definition does not exist. */
export const noRecord: RecordFacts = { isIncomplete: false, uniqueFields: [] };

/** Checks records against their definitions. */
export class RecordShapes {
  /** Values that were removed from records because they are valid only in their source. */
  readonly leftOut = new LeftOut();

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
