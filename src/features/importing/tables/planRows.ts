/** Rows of `import_plan`: the only place where workers write them. */
import { AppError } from '../../../shared/appError.js';
import type { SqlConnection, SqlParams } from '../../../database/index.js';
import type { Problem } from '../../../shared/problem.js';
import { branchLock } from '../../projects/worker.js';
import type { Capability } from '../../kinds/worker.js';
import type { CsvOptions, FieldMapping, FileRecords, StatedSettings } from '../../formats/index.js';
import type { ImportRights } from './importRights.js';
import {
  statesBefore,
  type ImportCounts,
  type KindCounts,
  type ImportMode,
  type ImportPlanStatus,
  type ImportStrategy,
  type WriteStrategies,
} from './importStates.js';

/** What a person chose for a plan: with the upload, and later. */
export interface PlanOptions extends WriteStrategies {
  kind?: string;
  name?: string;
  definitionErc?: string;
  mapping?: readonly FieldMapping[];
  csv?: CsvOptions;
  /** Whether a member that the kind does not know blocks its item. */
  isStrict?: boolean;
  isDeletionAllowed?: boolean;
  /** Id of the container for items that may be inside one; empty for none. */
  intoCollection?: string;
  /** Whether missing data sources are added to the container. */
  isScopeExtended?: boolean;
  /** Whether the importing user becomes the only reader of the created resources. */
  isPrivate?: boolean;
  /** The default strategy of an execution. */
  importStrategy?: ImportStrategy;
}

/** What reading the file of a plan found out. Everything is absent until it is known. */
export interface FileFacts {
  /** What the records of the file are; absent if the file is not a list of records. */
  records?: FileRecords | undefined;
  /** The import settings that the file states, by kind. */
  stated?: readonly StatedSettings[];
  /** Kinds of its items that have unique texts. */
  uniqueKinds?: readonly string[];
  /** Kinds of its items whose references require versions, tenants or rights of their targets. */
  prerequisiteKinds?: readonly string[];
}

/** A plan, with the facts about branch and source that its derivation needs. */
export interface PlanRow {
  id: string;
  /** The key of its items. */
  no: number;
  branchId: string;
  status: ImportPlanStatus;
  mode: ImportMode;
  format: string | null;
  /** Whether the branch is unchanged since the plan was derived. */
  isCurrent: boolean;
  provenanceId: string | null;
  sourceInstanceId: string | null;
  sourceProjectId: string | null;
  sourceProjectKey: string | null;
  /** The importing user; null for plans that are older than access control. */
  principalId: string | null;
  rights: ImportRights;
  targetProjectId: string;
  targetProjectKey: string;
  targetCapabilities: readonly Capability[];
  sourceFileId: string;
  options: PlanOptions;
  fileFacts: FileFacts;
}

export async function readPlan(connection: SqlConnection, id: string): Promise<PlanRow | undefined> {
  const row = await connection.get<
    Omit<PlanRow, 'isCurrent' | 'targetCapabilities' | 'options' | 'fileFacts' | 'rights'> & {
      isCurrent: boolean | number | null;
      capabilities: string;
      rights: string;
      options: string;
      fileFacts: string;
    }
  >(
    `SELECT pl.id, pl.no, pl.branch_id AS "branchId", pl.status, pl.mode, pl.format, pl.branch_version = b.version AS "isCurrent",
       pl.provenance_id AS "provenanceId", pl.principal_id AS "principalId", pl.rights,
       v.instance_id AS "sourceInstanceId", v.project_id AS "sourceProjectId", v.project_key AS "sourceProjectKey",
       pr.id AS "targetProjectId", pr.key AS "targetProjectKey", pr.capabilities, pl.source_file_id AS "sourceFileId", pl.options,
       pl.file_facts AS "fileFacts"
     FROM import_plan pl
     JOIN branch b ON b.id = pl.branch_id
     JOIN project pr ON pr.id = b.project_id
     LEFT JOIN provenance v ON v.id = pl.provenance_id
     WHERE pl.id = :id`,
    { id },
  );
  if (!row) return undefined;
  const { isCurrent, capabilities, options, fileFacts, rights, ...plan } = row;
  return {
    ...plan,
    isCurrent: Boolean(isCurrent),
    targetCapabilities: JSON.parse(capabilities) as Capability[],
    rights: JSON.parse(rights) as ImportRights,
    options: JSON.parse(options) as PlanOptions,
    fileFacts: JSON.parse(fileFacts) as FileFacts,
  };
}

/** Reads a plan and locks its branch, inside the caller's transaction: both stay unchanged until it ends. */
export async function planToChange(connection: SqlConnection, id: string): Promise<PlanRow | undefined> {
  const place = await connection.get<{ branchId: string }>(
    'SELECT branch_id AS "branchId" FROM import_plan WHERE id = :id',
    { id },
  );
  if (!place) return undefined;
  await connection.lock(branchLock(place.branchId));
  return readPlan(connection, id);
}

/** Columns to change; absent ones keep their values. */
export interface PlanChange {
  format?: string | null;
  options?: PlanOptions;
  fileFacts?: FileFacts;
  /** Problems of the file as a whole. */
  problems?: readonly Problem[];
  /** Warnings about its items, grouped by code. */
  advice?: readonly Problem[];
  counts?: ImportCounts;
  kindCounts?: readonly KindCounts[];
  provenanceId?: string | null;
  principalId?: string | null;
  rights?: ImportRights;
  sourceFileId?: string;
  updatedAt?: string;
}

/** Changes a plan without changing its state. */
export async function updatePlan(connection: SqlConnection, planId: string, change: PlanChange): Promise<void> {
  const { assignments, params } = written(change);
  await connection.run(`UPDATE import_plan SET ${assignments.join(', ')} WHERE id = :planId`, { ...params, planId });
}

/** Moves a plan to another state; false if its current state does not allow it. See `importStates` for the allowed changes. */
export async function tryMovePlan(
  connection: SqlConnection,
  planId: string,
  { status, ...change }: PlanChange & { status: ImportPlanStatus },
): Promise<boolean> {
  const { assignments, params } = written(change);
  const moved = await connection.run(
    `UPDATE import_plan SET ${['status = :status', ...assignments].join(', ')}
     WHERE id = :planId AND status IN ${connection.textList(':before')}`,
    { ...params, planId, status, before: JSON.stringify(statesBefore(status)) },
  );
  return moved === 1;
}

/**
 * Like `tryMovePlan`, for a plan that the caller's transaction has locked.
 * @throws AppError INTERNAL if its current state does not allow it
 */
export async function movePlan(...move: Parameters<typeof tryMovePlan>): Promise<void> {
  const [, planId, { status }] = move;
  if (!(await tryMovePlan(...move))) throw AppError.internal(`Plan ${planId} cannot become ${status}.`);
}

/** Writes the result of a derivation, with the current version of the branch. */
export async function markDerived(connection: SqlConnection, planId: string, change: PlanChange): Promise<void> {
  const { assignments, params } = written(change);
  const version = 'branch_version = (SELECT b.version FROM branch b WHERE b.id = import_plan.branch_id)';
  await connection.run(`UPDATE import_plan SET ${[...assignments, version].join(', ')} WHERE id = :planId`, {
    ...params,
    planId,
  });
}

const columnOf = {
  format: 'format',
  options: 'options',
  fileFacts: 'file_facts',
  problems: 'problems',
  advice: 'advice',
  counts: 'counts',
  kindCounts: 'kind_counts',
  provenanceId: 'provenance_id',
  principalId: 'principal_id',
  rights: 'rights',
  sourceFileId: 'source_file_id',
  updatedAt: 'updated_at',
} as const satisfies Record<keyof PlanChange, string>;

/** Objects and lists are stored as JSON. */
function written(change: PlanChange): { assignments: string[]; params: SqlParams } {
  const entries = Object.entries(change) as [keyof PlanChange, string | null | object][];
  return {
    assignments: entries.map(([name]) => `${columnOf[name]} = :${name}`),
    params: Object.fromEntries(
      entries.map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
      ]),
    ),
  };
}
