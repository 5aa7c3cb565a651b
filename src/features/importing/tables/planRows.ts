/** Rows of `import_plan`: the only place where workers create and change them. */
import { AppError } from '../../../shared/appError.js';
import { assignments, sql, type Sql, type SqlConnection } from '../../../database/worker.js';
import type { Problem } from '../../../shared/problem.js';
import { branchLock } from '../../projects/worker.js';
import type { Capability } from '../../kinds/worker.js';
import type { CsvOptions, FieldMapping, FileRecords, StatedSettings } from '../../formats/index.js';
import type { ImportRights } from './importRights.js';
import {
  statesBefore,
  type ImportAction,
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
  /** Kinds of which the import deletes what came from the source project earlier and is no longer in the file. */
  mirrorKinds?: readonly string[];
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
  /** What its items depend on besides their texts; see `contextOf`. */
  context?: string | undefined;
}

/** Items of a plan that are alike, and how many they are. */
export interface ItemGroup {
  kind: string;
  mode: ImportMode;
  action: ImportAction;
  isSelected: boolean;
  /** Bits of the kind's `adviceCodes`, in this mode. */
  advice: number;
  count: number;
}

/** What the last derivation was based on besides the items and the branch, and what it found. */
export interface Derivation {
  /** See `basisOf`. */
  basis: string;
  /** Null if they are too many to be kept. */
  groups: readonly ItemGroup[] | null;
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
  sourceProjectName: string | null;
  /** The importing user; null for plans that are older than access control. */
  principalId: string | null;
  rights: ImportRights;
  targetProjectId: string;
  targetProjectKey: string;
  targetCapabilities: readonly Capability[];
  sourceFileId: string;
  options: PlanOptions;
  fileFacts: FileFacts;
  /** Null before the first derivation. */
  derivation: Derivation | null;
}

export async function readPlan(connection: SqlConnection, id: string): Promise<PlanRow | undefined> {
  const row = await connection.get<
    Omit<PlanRow, 'isCurrent' | 'targetCapabilities' | 'options' | 'fileFacts' | 'rights' | 'derivation'> & {
      isCurrent: boolean | null;
      capabilities: string;
      rights: string;
      options: string;
      fileFacts: string;
      derivation: string | null;
    }
  >(
    sql`SELECT pl.id, pl.no, pl.branch_id, pl.status, pl.mode, pl.format, pl.branch_version = b.version AS is_current,
       pl.provenance_id, pl.principal_id, pl.rights, v.instance_id AS source_instance_id, v.project_id AS source_project_id,
       v.project_key AS source_project_key, v.project_name AS source_project_name, pr.id AS target_project_id, pr.key AS target_project_key, pr.capabilities,
       pl.source_file_id, pl.options, pl.file_facts, pl.derivation
     FROM import_plan pl
     JOIN branch b ON b.id = pl.branch_id
     JOIN project pr ON pr.id = b.project_id
     LEFT JOIN provenance v ON v.id = pl.provenance_id
     WHERE pl.id = ${id}`,
  );
  if (!row) return undefined;
  const { isCurrent, capabilities, options, fileFacts, rights, derivation, ...plan } = row;
  return {
    ...plan,
    isCurrent: isCurrent ?? false,
    targetCapabilities: JSON.parse(capabilities) as Capability[],
    rights: JSON.parse(rights) as ImportRights,
    options: JSON.parse(options) as PlanOptions,
    fileFacts: JSON.parse(fileFacts) as FileFacts,
    derivation: derivation === null ? null : (JSON.parse(derivation) as Derivation),
  };
}

/**
 * Reads a plan and locks its branch, inside the caller's transaction: choices, derived columns and resources stay unchanged until it ends.
 * Staging writes the items of a plan that is not READY yet without this lock.
 */
export async function planToChange(connection: SqlConnection, id: string): Promise<PlanRow | undefined> {
  const place = await connection.get<{ branchId: string }>(sql`SELECT branch_id FROM import_plan WHERE id = ${id}`);
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
  derivation?: Derivation;
  provenanceId?: string | null;
  principalId?: string | null;
  rights?: ImportRights;
  sourceFileId?: string;
  updatedAt?: string;
}

/** Changes a plan without changing its state. */
export async function updatePlan(connection: SqlConnection, planId: string, change: PlanChange): Promise<void> {
  await connection.run(sql`UPDATE import_plan SET ${sql.join(written(change), ', ')} WHERE id = ${planId}`);
}

/** Moves a plan to another state; false if its current state does not allow it. See `importStates` for the allowed changes. */
export async function tryMovePlan(
  connection: SqlConnection,
  planId: string,
  change: PlanChange & { status: ImportPlanStatus },
): Promise<boolean> {
  const moved = await connection.run(
    sql`UPDATE import_plan SET ${sql.join(written(change), ', ')}
      WHERE id = ${planId} AND status IN ${statesBefore(change.status)}`,
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
  await connection.run(
    sql`UPDATE import_plan SET ${sql.join(written(change), ', ')},
        branch_version = (SELECT b.version FROM branch b WHERE b.id = import_plan.branch_id)
      WHERE id = ${planId}`,
  );
}

/** Objects and lists are stored as JSON. */
function written(change: PlanChange & { status?: ImportPlanStatus }): Sql[] {
  const stored = (value: string | object | null) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  const entries = Object.entries(change) as [string, string | object | null][];
  return assignments(Object.fromEntries(entries.map(([member, value]) => [member, stored(value)])));
}
