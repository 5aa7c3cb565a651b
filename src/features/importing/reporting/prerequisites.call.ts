import type { Reader } from '../../../shared/session.js';
import type { HeavyRead, WorkerContext } from '../../workers/index.js';
import { candidatesInPlan, type NamedCandidate } from '../plan/candidatesInPlan.js';
import { needKey, needsByName, type UnmetByName } from '../needs/needsByName.js';
import { readPlan, type PlanRow } from '../planRows.js';

/** Something that items of a plan name and that the file does not hold. */
export interface PrerequisiteFacts {
  /** Names of the kinds that may be meant, most likely first. */
  targetKinds: readonly string[];
  name: string;
  /** What was chosen to stand for it. */
  toName: string | null;
  isPresent: boolean;
  /** The version and the tenant that were chosen; an empty text for "no tenant". */
  toVersion: string | null;
  toTenant: string | null;
  /** False when who imports may not use it as the items would. */
  isAuthorized: boolean;
  missingVersions: string[];
  /** An empty text for "no tenant". */
  missingTenants: string[];
  requiredByCount: number;
  /** The first of the items that need it. */
  ordinals: number[];
  candidates: NamedCandidate[];
}

/** How many items are named for one thing that is needed. */
const maxNamedItems = 100;
/** For so many missing ones candidates are looked for. */
const maxCompared = 200;

interface NeedRow {
  typeId: number;
  namespace: string;
  name: string;
  toName: string | null;
  toVersion: string | null;
  toTenant: string | null;
  isPresent: number | boolean;
  requiredByCount: number;
}

/** What the selected items of a plan need and do not bring along, what is missing first. */
export const prerequisitesCall: HeavyRead<{ planId: string; reader: Reader | null }, PrerequisiteFacts[]> = {
  name: 'importing.prerequisites',
  isRead: true,
  isHeavy: true,
  run: async (context, { planId, reader }) => {
    const found = await readPlan(context.connection, planId);
    if (!found) return [];
    const plan = { ...found, viewer: reader };
    const rows = await readNeeds(context, plan);
    const isMissing = ({ isPresent }: NeedRow) => !isPresent;
    const kindsOf = ({ typeId }: NeedRow) => context.edgeTypes.get(typeId).targetKinds;
    const compared = rows.filter(isMissing).slice(0, maxCompared);
    const missing = compared.map((row) => ({ name: row.name, kinds: kindsOf(row) }));
    const candidates = await candidatesInPlan(context, plan, { missing, limit: 5 });
    const candidatesByRow = new Map(compared.map((row, index) => [row, candidates[index] ?? []]));
    const ordinalsByName = await needingItems(context, plan);
    const unmet = await needsByName(context, plan);
    return rows.map((row) => {
      const { name, toName, toVersion, toTenant, namespace } = row;
      const targetKinds = kindsOf(row);
      const counts = { isPresent: Boolean(row.isPresent), requiredByCount: row.requiredByCount };
      const ordinals = ordinalsByName.get(keyOf(namespace, name)) ?? [];
      const lacking = lackingOf(unmet.get(needKey(namespace, name)));
      const choice = { toName: toName === name ? null : toName, toVersion, toTenant };
      return {
        targetKinds,
        name,
        ...choice,
        ...lacking,
        ...counts,
        ordinals,
        candidates: candidatesByRow.get(row) ?? [],
      };
    });
  },
};

function lackingOf(
  unmet: UnmetByName | undefined,
): Pick<PrerequisiteFacts, 'isAuthorized' | 'missingVersions' | 'missingTenants'> {
  const { isAuthorized = true, missingVersions = [], missingTenants = [] } = unmet ?? {};
  return { isAuthorized, missingVersions: [...missingVersions], missingTenants: [...missingTenants] };
}

/** Edges `e` of selected items `i` to names that no item of the file has, with what was chosen to stand for them. */
const needs = `FROM import_item i JOIN edge e ON e.content_id = i.content_id JOIN edge_type y ON y.id = e.type_id
  LEFT JOIN import_remap m ON m.plan_no = i.plan_no AND m.namespace = y.target_namespace AND m.name = e.target_name
  LEFT JOIN import_item f ON f.plan_no = i.plan_no AND f.name = m.to_name AND f.namespace = y.target_namespace
  WHERE i.plan_no = :planNo AND i.is_selected AND i.is_valid AND y.when_missing <> 'IGNORE'
    AND NOT EXISTS (SELECT 1 FROM import_item o WHERE o.plan_no = i.plan_no AND o.name = e.target_name
      AND o.namespace = y.target_namespace)`;

/** One row for each name that is needed. */
function readNeeds({ connection }: WorkerContext, plan: PlanRow): Promise<NeedRow[]> {
  return connection.all<NeedRow>(
    `SELECT min(n.type_id) AS "typeId", n.target_namespace AS namespace, n.target_name AS name, n.to_name AS "toName",
       n.to_version AS "toVersion", n.to_tenant AS "toTenant",
       max(n.is_present) AS "isPresent", count(DISTINCT n.ordinal) AS "requiredByCount"
     FROM (
       SELECT i.ordinal, y.id AS type_id, y.target_namespace, e.target_name, m.to_name, m.to_version, m.to_tenant,
         CASE WHEN EXISTS (
           SELECT 1 FROM resource t WHERE t.branch_id = :branchId
             AND lower(t.name) = lower(coalesce(f.effective_name, m.to_name, e.target_name))
             AND t.namespace = y.target_namespace AND t.name = coalesce(f.effective_name, m.to_name, e.target_name)
             AND EXISTS (SELECT 1 FROM edge_type_target k WHERE k.type_id = y.id AND k.kind = t.kind))
           OR f.is_selected AND f.action NOT IN ('BLOCKED', 'COLLISION') THEN 1 ELSE 0 END AS is_present
       ${needs}) AS n
     GROUP BY n.target_namespace, n.target_name, n.to_name, n.to_version, n.to_tenant
     ORDER BY 7, 3`,
    { planNo: plan.no, branchId: plan.branchId },
  );
}

async function needingItems({ connection }: WorkerContext, plan: PlanRow): Promise<Map<string, number[]>> {
  const rows = await connection.all<{ namespace: string; name: string; ordinal: number }>(
    `SELECT n.namespace, n.name, n.ordinal FROM (
       SELECT DISTINCT y.target_namespace AS namespace, e.target_name AS name, i.ordinal,
         dense_rank() OVER (PARTITION BY y.target_namespace, e.target_name ORDER BY i.ordinal) AS place
       ${needs}) AS n
     WHERE n.place <= ${maxNamedItems} ORDER BY 1, 2, 3`,
    { planNo: plan.no },
  );
  const ordinalsByName = new Map<string, number[]>();
  for (const { namespace, name, ordinal } of rows) {
    const ordinals = ordinalsByName.get(keyOf(namespace, name));
    if (ordinals) ordinals.push(ordinal);
    else ordinalsByName.set(keyOf(namespace, name), [ordinal]);
  }
  return ordinalsByName;
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}
