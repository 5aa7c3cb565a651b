import { sql } from '../../../database/worker.js';
import type { Reader } from '../../../shared/session.js';
import { isNamed, leadsTo } from '../../resources/worker.js';
import type { HeavyRead, WorkerCall, WorkerContext } from '../../workers/index.js';
import { candidatesInPlan, type NamedCandidate } from '../suggesting/candidatesInPlan.js';
import { prerequisiteKey, unmetByName, type UnmetByName } from './unmetByName.js';
import { isOfFile } from '../tables/itemRows.js';
import { readPlan, type PlanRow } from '../tables/planRows.js';

/** A prerequisite: items of the plan refer to it, and the file does not contain it. */
export interface PrerequisiteFacts {
  /** The possible kinds, most likely first. */
  targetKinds: readonly string[];
  name: string;
  /** The name of its replacement. */
  toName: string | null;
  isPresent: boolean;
  /** The chosen version and tenant; an empty text means "no tenant". */
  toVersion: string | null;
  toTenant: string | null;
  /** Whether the replacement was remembered from an earlier import. */
  isRemembered: boolean;
  /** Whether the importing user may use it as the items do. */
  isAuthorized: boolean;
  missingVersions: string[];
  /** An empty text for "no tenant". */
  missingTenants: string[];
  requiredByCount: number;
  namespace: string;
  candidates: NamedCandidate[];
}

/** A page of prerequisites: missing ones first, then by name. */
export interface PrerequisitePage {
  /** One more than requested if there are more. */
  facts: PrerequisiteFacts[];
  /** Of all pages; null if not requested. */
  totalCount: number | null;
}

interface PrerequisiteQuestion {
  planId: string;
  /** The caller; null if the caller may see every resource. */
  reader: Reader | null;
  first: number;
  /** Of the last prerequisite of the previous page: whether it is present (0 or 1), its name and its namespace. */
  after: readonly [number, string, string] | null;
  withTotal: boolean;
}

/** Maximum number of missing prerequisites of a page for which candidates are searched. */
const maxCompared = 200;

interface PrerequisiteRow {
  typeId: number;
  namespace: string;
  name: string;
  toName: string | null;
  toVersion: string | null;
  toTenant: string | null;
  isRemembered: boolean | null;
  isPresent: boolean;
  requiredByCount: number;
  firstOrdinal: number;
}

/** The prerequisites of the selected items of a plan, missing ones first. */
export const prerequisitesCall: HeavyRead<PrerequisiteQuestion, PrerequisitePage> = {
  name: 'importing.prerequisites',
  isRead: true,
  isHeavy: true,
  run: async (context, question) => {
    const plan = await readPlan(context.connection, question.planId);
    if (!plan) return { facts: [], totalCount: 0 };
    const rows = await readRows(context, plan, question);
    const isMissing = ({ isPresent }: PrerequisiteRow) => !isPresent;
    const kindsOf = ({ typeId }: PrerequisiteRow) => context.edgeTypes.get(typeId).targetKinds;
    const compared = rows.filter(isMissing).slice(0, maxCompared);
    const missing = compared.map((row) => ({
      name: row.name,
      kinds: kindsOf(row),
      requiredBy: row.requiredByCount === 1 ? row.firstOrdinal : undefined,
    }));
    const found = await candidatesInPlan(context, { plan, viewer: question.reader }, { missing, limit: 5 });
    const candidatesByRow = new Map(compared.map((row, index) => [row, found[index] ?? []]));
    const unmet = await unmetByName(context, plan);
    const facts = rows.map((row) => {
      const { name, toName, toVersion, toTenant, namespace } = row;
      const targetKinds = kindsOf(row);
      const counts = {
        isRemembered: row.isRemembered === true,
        isPresent: row.isPresent,
        requiredByCount: row.requiredByCount,
      };
      const lacking = lackingOf(unmet.get(prerequisiteKey(namespace, name)));
      const choice = { toName: toName === name ? null : toName, toVersion, toTenant };
      return {
        targetKinds,
        name,
        ...choice,
        ...lacking,
        ...counts,
        namespace,
        candidates: candidatesByRow.get(row) ?? [],
      };
    });
    return { facts, totalCount: question.withTotal ? await countPrerequisites(context, plan) : null };
  },
};

function lackingOf(
  unmet: UnmetByName | undefined,
): Pick<PrerequisiteFacts, 'isAuthorized' | 'missingVersions' | 'missingTenants'> {
  const { isAuthorized = true, missingVersions = [], missingTenants = [] } = unmet ?? {};
  return { isAuthorized, missingVersions: [...missingVersions], missingTenants: [...missingTenants] };
}

/** Edges `e` of selected items `i` to names that no item of the file has, with their replacements. */
const prerequisiteEdges = ({ no }: PlanRow) => sql`FROM import_item i
  JOIN edge e ON e.content_id = i.content_id JOIN edge_type y ON y.id = e.type_id
  LEFT JOIN import_remap m ON m.plan_no = i.plan_no AND m.namespace = y.target_namespace AND m.name = e.target_name
  LEFT JOIN import_item f ON f.plan_no = i.plan_no AND f.name = m.to_name AND f.namespace = y.target_namespace
  WHERE i.plan_no = ${no} AND i.is_selected AND i.is_valid AND y.when_missing <> 'IGNORE'
    AND NOT EXISTS (SELECT 1 FROM import_item o WHERE o.plan_no = i.plan_no AND o.name = e.target_name
      AND o.namespace = y.target_namespace AND ${isOfFile(sql`o`)})`;

/** One row for each prerequisite of a page. */
function readRows(
  { connection }: WorkerContext,
  plan: PlanRow,
  { first, after }: PrerequisiteQuestion,
): Promise<PrerequisiteRow[]> {
  const [isPresent, name, namespace] = after ?? [-1, '', ''];
  return connection.all(
    sql`SELECT * FROM (
       SELECT min(n.type_id) AS type_id, n.target_namespace AS namespace, n.target_name AS name, n.to_name, n.to_version, n.to_tenant, n.is_remembered,
         max(n.is_present) AS is_present, count(DISTINCT n.ordinal) AS required_by_count, min(n.ordinal) AS first_ordinal
       FROM (
         SELECT i.ordinal, y.id AS type_id, y.target_namespace, e.target_name, m.to_name, m.to_version, m.to_tenant, m.is_remembered,
           CASE WHEN EXISTS (
             SELECT 1 FROM resource t WHERE t.branch_id = ${plan.branchId}
               AND ${isNamed('t', sql`coalesce(f.effective_name, m.to_name, e.target_name)`)} AND t.namespace = y.target_namespace
               AND ${leadsTo(sql`y.id`, sql`t.kind`)})
             OR f.is_selected AND f.action NOT IN ('BLOCKED', 'COLLISION') THEN 1 ELSE 0 END AS is_present
         ${prerequisiteEdges(plan)}) AS n
       GROUP BY n.target_namespace, n.target_name, n.to_name, n.to_version, n.to_tenant, n.is_remembered) AS p
     WHERE (p.is_present, p.name, p.namespace) > (${isPresent}, ${name}, ${namespace})
     ORDER BY p.is_present, p.name, p.namespace LIMIT ${first + 1}`,
  );
}

async function countPrerequisites({ connection }: WorkerContext, plan: PlanRow): Promise<number> {
  const row = await connection.get<{ total: number }>(
    sql`SELECT count(*) AS total FROM (SELECT DISTINCT y.target_namespace, e.target_name ${prerequisiteEdges(plan)}) AS n`,
  );
  return row?.total ?? 0;
}

/** The name of a prerequisite. */
export interface PrerequisiteName {
  namespace: string;
  name: string;
}

interface RequiringQuestion {
  planId: string;
  names: readonly PrerequisiteName[];
  first: number;
  afterOrdinal: number;
}

/** The ordinals of the items that require each name, in the order of the file; one more than requested if there are more. */
export const requiringItemsCall: WorkerCall<RequiringQuestion, number[][]> = {
  name: 'importing.requiringItems',
  isRead: true,
  run: async ({ connection }, { planId, names, first, afterOrdinal }) => {
    const plan = await readPlan(connection, planId);
    if (!plan) return names.map(() => []);
    const rows = await connection.all<PrerequisiteName & { ordinal: number }>(
      sql`SELECT n.namespace, n.name, n.ordinal FROM (
         SELECT d.namespace, d.name, d.ordinal,
           row_number() OVER (PARTITION BY d.namespace, d.name ORDER BY d.ordinal) AS place
         FROM (SELECT DISTINCT y.target_namespace AS namespace, e.target_name AS name, i.ordinal
           ${prerequisiteEdges(plan)} AND e.target_name IN ${names.map(({ name }) => name)} AND i.ordinal > ${afterOrdinal}) AS d) AS n
       WHERE n.place <= ${first + 1} ORDER BY n.ordinal`,
    );
    const ordinalsByName = new Map<string, number[]>(names.map((one) => [keyOf(one), []]));
    for (const row of rows) ordinalsByName.get(keyOf(row))?.push(row.ordinal);
    return names.map((one) => ordinalsByName.get(keyOf(one)) ?? []);
  },
};

function keyOf({ namespace, name }: PrerequisiteName): string {
  return `${namespace}\n${name}`;
}
