import type { SqlConnection } from '../../database/index.js';
import type { Reader } from '../../shared/session.js';
import { branchLock } from '../projects/worker.js';
import type { Capability } from '../kinds/worker.js';
import type { CsvOptions, FieldMapping, FileRecords, StatedSettings } from '../formats/index.js';
import type { ImportRights } from './importRights.js';
import type { ImportMode, ImportPlanStatus, ImportStrategy, WriteStrategies } from './importStates.js';

/** How the file is read and what it may change: as it was staged, and as it was chosen since. */
export interface PlanOptions extends WriteStrategies {
  kind?: string;
  name?: string;
  definitionErc?: string;
  mapping?: readonly FieldMapping[];
  /** What the records of the file are, when it is a list of records and was looked at. */
  records?: FileRecords;
  csv?: CsvOptions;
  /** Whether a member that a kind does not know blocks its item. */
  isStrict?: boolean;
  isDeletionAllowed?: boolean;
  /** Id of the container on the branch that items go into which may stand alone. */
  intoCollection?: string;
  /** Whether that gets what it lacks to hold them. */
  isScopeExtended?: boolean;
  /** Whether who imports becomes the only reader of what is made. */
  isPrivate?: boolean;
  /** What an execution does unless it is told otherwise. */
  importStrategy?: ImportStrategy;
  /** What the file itself states, by kind. */
  stated?: readonly StatedSettings[];
  /** Kinds of its items some of whose texts are unique on a branch. */
  uniqueKinds?: readonly string[];
  /** Kinds of its items that ask something of what they name, beyond that it exists. */
  needingKinds?: readonly string[];
}

/** A plan with what its derivation needs to know of branch and source. */
export interface PlanRow {
  id: string;
  /** The key of its items. */
  no: number;
  branchId: string;
  status: ImportPlanStatus;
  mode: ImportMode;
  format: string | null;
  /** Whether nothing of the branch was changed since the plan was derived. */
  isCurrent: boolean;
  provenanceId: string | null;
  sourceInstanceId: string | null;
  sourceProjectId: string | null;
  sourceProjectKey: string | null;
  /** Who imports; null for plans from before there were principals. */
  principalId: string | null;
  rights: ImportRights;
  targetProjectId: string;
  targetProjectKey: string;
  targetCapabilities: readonly Capability[];
  sourceFileId: string;
  options: PlanOptions;
  /** Who is told of it, null for who sees everything; undefined: who imports by it. See `unseenBy`. */
  viewer?: Reader | null;
}

export async function readPlan(connection: SqlConnection, id: string): Promise<PlanRow | undefined> {
  const row = await connection.get<
    Omit<PlanRow, 'isCurrent' | 'targetCapabilities' | 'options' | 'rights'> & {
      isCurrent: boolean | number | null;
      capabilities: string;
      rights: string;
      options: string;
    }
  >(
    `SELECT pl.id, pl.no, pl.branch_id AS "branchId", pl.status, pl.mode, pl.format, pl.branch_version = b.version AS "isCurrent",
       pl.provenance_id AS "provenanceId", pl.principal_id AS "principalId", pl.rights,
       v.instance_id AS "sourceInstanceId", v.project_id AS "sourceProjectId", v.project_key AS "sourceProjectKey",
       pr.id AS "targetProjectId", pr.key AS "targetProjectKey", pr.capabilities, pl.source_file_id AS "sourceFileId", pl.options
     FROM import_plan pl
     JOIN branch b ON b.id = pl.branch_id
     JOIN project pr ON pr.id = b.project_id
     LEFT JOIN provenance v ON v.id = pl.provenance_id
     WHERE pl.id = :id`,
    { id },
  );
  if (!row) return undefined;
  const { isCurrent, capabilities, options, rights, ...plan } = row;
  return {
    ...plan,
    isCurrent: Boolean(isCurrent),
    targetCapabilities: JSON.parse(capabilities) as Capability[],
    rights: JSON.parse(rights) as ImportRights,
    options: JSON.parse(options) as PlanRow['options'],
  };
}

/** Reads a plan that is to be changed, inside the caller's transaction: it and its branch stay as they are until that ends. */
export async function planToChange(connection: SqlConnection, id: string): Promise<PlanRow | undefined> {
  const place = await connection.get<{ branchId: string }>(
    'SELECT branch_id AS "branchId" FROM import_plan WHERE id = :id',
    { id },
  );
  if (!place) return undefined;
  await connection.lock(branchLock(place.branchId));
  return readPlan(connection, id);
}

/** An item of a plan, all of it. */
export interface ItemRow {
  ordinal: number;
  line: number;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  parentKind: string | null;
  parentName: string | null;
  contentId: number | null;
  sourceId: string | null;
  originChain: string | null;
  resourceId: string;
  isValid: number | boolean;
  isPartial: number | boolean;
  fileProblems: string | null;
  mode: ImportMode;
  isSelected: number | boolean;
  newName: string | null;
  effectiveName: string;
  effectiveContentId: number | null;
  existingId: string | null;
  action: string;
  reason: string | null;
}

export const itemColumns = `i.ordinal, i.line, i.kind, i.namespace, i.name, i.title, i.parent_kind AS "parentKind",
  i.parent_name AS "parentName", i.content_id AS "contentId", i.source_id AS "sourceId", i.origin_chain AS "originChain",
  i.resource_id AS "resourceId", i.is_valid AS "isValid", i.is_partial AS "isPartial", i.file_problems AS "fileProblems",
  i.mode, i.is_selected AS "isSelected", i.new_name AS "newName", i.effective_name AS "effectiveName",
  i.effective_content_id AS "effectiveContentId", i.existing_id AS "existingId", i.action, i.reason`;

/** Items of a plan in the order of the file, in windows; each window is read by its own statement, so that others may run between. */
export async function* itemWindows(
  connection: SqlConnection,
  planNo: number,
  { where = '1 = 1', size = 500 }: { where?: string; size?: number } = {},
): AsyncGenerator<ItemRow[]> {
  for (let after = -1; ;) {
    const rows = await connection.all<ItemRow>(
      `SELECT ${itemColumns} FROM import_item i
       WHERE i.plan_no = :planNo AND i.ordinal > :after AND (${where}) ORDER BY i.ordinal LIMIT :size`,
      { planNo, after, size },
    );
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}
