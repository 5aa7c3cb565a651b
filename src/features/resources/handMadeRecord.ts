/** Checks records that are created or changed by a request against their parent, as records of a file are checked. */
import { sql } from '../../database/worker.js';
import type { JsonObject } from '../../shared/json.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { siteInName, type KindDefinition } from '../kinds/worker.js';
import type { WorkerContext } from '../workers/index.js';
import { type ShapingParent, ensureRecordTexts, recordName, recordsOf, shapeRecord } from '../records/worker.js';
import { branchSpecs } from './namedSpecs.js';

/** A record of a request. */
interface GivenRecord {
  branchId: string;
  parentId: string | null;
  name: string;
  externalReferenceCode: string | null;
  spec: JsonObject;
  /** An existing record keeps its name, even if its parent was renamed. */
  isNew: boolean;
}

/** The checked record with its unique fields, or the problems, with paths into the input. */
export interface CheckedRecord {
  spec: JsonObject;
  externalReferenceCode: string | null;
  uniqueFields: readonly string[];
  problems: Problem[];
  /** About what of it is not kept, or was understood in another way. */
  warnings: Problem[];
}

/**
 * Checks a record against its parent; other resources, and records without a parent, are returned unchanged. Inside the
 * caller's transaction.
 */
export async function checkRecord(
  context: WorkerContext,
  kind: KindDefinition,
  record: GivenRecord,
): Promise<CheckedRecord> {
  const { spec, externalReferenceCode } = record;
  const parent = await shapingParent(context, kind, record);
  if (!parent) return { spec, externalReferenceCode, uniqueFields: [], problems: [], warnings: [] };
  const code = codeOf(record, parent);
  const shaped = shapeRecord({ ...record, externalReferenceCode: code }, parent);
  const told = [...shaped.problems, ...shaped.missing].map(inSpec);
  return {
    spec: shaped.spec,
    externalReferenceCode: code,
    uniqueFields: parent.shape.uniqueFields,
    problems: [...misnamed(record, { name: shaped.name, code }), ...told.filter(isError)],
    warnings: told.filter((problem) => !isError(problem)),
  };
}

/** The unique fields of the records of a parent, after their texts were written; empty for other resources. */
export async function comparedFields(
  context: WorkerContext,
  kind: KindDefinition,
  place: Pick<GivenRecord, 'branchId' | 'parentId'>,
): Promise<readonly string[]> {
  return (await shapingParent(context, kind, place))?.shape.uniqueFields ?? [];
}

async function shapingParent(
  { connection }: WorkerContext,
  { compileRecordShape, parentKind }: KindDefinition,
  { branchId, parentId }: Pick<GivenRecord, 'branchId' | 'parentId'>,
): Promise<ShapingParent | undefined> {
  if (!compileRecordShape || parentId === null) return undefined;
  const row = await connection.get<{ name: string; spec: string }>(
    sql`SELECT r.name, c.spec FROM resource r JOIN content c ON c.id = r.content_id
     WHERE r.id = ${parentId} AND r.branch_id = ${branchId} AND r.kind = ${parentKind ?? ''}`,
  );
  if (!row) return undefined;
  const spec = JSON.parse(row.spec) as JsonObject;
  const specs = branchSpecs({ connection }, branchId);
  const shape = await specs.forWork((lookup) => compileRecordShape(spec, lookup));
  if (shape.uniqueFields.length > 0) await ensureRecordTexts(connection, recordsOf(parentId), shape.uniqueFields);
  return { name: row.name, spec, shape };
}

/** Its code: as given, else the part of its name after that of the parent, else from the spec. */
function codeOf({ name, externalReferenceCode, spec }: GivenRecord, parent: ShapingParent): string | null {
  if (externalReferenceCode !== null) return externalReferenceCode;
  const start = recordName(parent, '', spec) ?? '';
  if (start !== '' && name.startsWith(start)) return name.slice(start.length);
  const stated = spec['externalReferenceCode'];
  return typeof stated === 'string' && stated !== '' ? stated : null;
}

/** Name, code, and the code in the spec must agree. */
function misnamed(given: GivenRecord, { name, code }: { name: string; code: string | null }): Problem[] {
  const problems: Problem[] = [];
  if (given.isNew && name !== given.name) {
    const message = `The record with the external reference code "${code ?? ''}" is named "${name}" here, not "${given.name}".`;
    problems.push(errorProblem('NAME_INVALID', message, { path: ['input', 'name'], fix: `Name it "${name}".` }));
  }
  if (!given.isNew && siteInName(name) !== siteInName(given.name) && siteInName(given.name) !== '') {
    const message = `The site is part of the name "${given.name}", but the spec states another site.`;
    const fix = 'Keep the site: with another site it would be another entry.';
    problems.push(errorProblem('SPEC_INVALID', message, { path: ['input', 'spec'], fix }));
  }
  const stated = given.spec['externalReferenceCode'];
  if (code !== null && stated !== undefined && stated !== code) {
    const message = `The external reference codes differ: ${JSON.stringify(stated)} in the spec, "${code}" beside it.`;
    const path = ['input', 'spec', 'externalReferenceCode'];
    problems.push(errorProblem('SPEC_INVALID', message, { path, fix: `Write "${code}" there, or leave it out.` }));
  }
  return problems;
}

/**
 * What is told of a spec: a member that its kind does not know is kept with a warning, as an import keeps it, because a newer release of
 * the product may have it. Paths lead into the input.
 */
export function validateSpec({ kinds }: WorkerContext, kind: string, spec: JsonObject): Problem[] {
  return kinds.validateSpec(kind, spec, { unknownMembers: 'KEPT' }).map(inSpec);
}

export function isError({ severity }: Problem): boolean {
  return severity === 'ERROR';
}

/** Moves a problem of a spec to its place in the input. */
export function inSpec(problem: Problem): Problem {
  return { ...problem, path: ['input', 'spec', ...problem.path] };
}
