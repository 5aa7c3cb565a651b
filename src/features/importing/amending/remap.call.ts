import { sql } from '../../../database/worker.js';
import type { Problem } from '../../../shared/problem.js';
import type { KindDefinition, TargetOffer } from '../../kinds/worker.js';
import { leavesParent } from '../../records/worker.js';
import { edgesTo, isNamed } from '../../resources/worker.js';
import type { WorkerCall, WorkerContext } from '../../workers/index.js';
import { candidatesInPlan } from '../suggesting/candidatesInPlan.js';
import { isOfFile } from '../tables/itemRows.js';
import { writeRemap } from '../tables/remapRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { specsOfPlan } from '../tables/specsOfPlan.js';
import { amendPlan } from './amendPlan.js';
import {
  type RemapChoice,
  inFile,
  noSuchTarget,
  noSuchTenant,
  noSuchVersion,
  notNamed,
  ofOtherParent,
  unknownKind,
} from './remap.problems.js';
import { unseenBy, type ShownPlan } from '../tables/unseenBy.js';

/** Replaces a prerequisite of a plan: wherever the items refer to it, they will refer to the replacement. */
export const remapCall: WorkerCall<RemapChoice, Problem[]> = {
  name: 'importing.remap',
  run: (context, choice) =>
    amendPlan(context, choice.planId, async (plan) => {
      const kind = context.kinds.find(choice.kind);
      if (!kind) return unknownKind(context.kinds, choice);
      const problems = await refuseRemap(context, { plan, viewer: choice.reader }, { kind, choice });
      const { namespace } = kind.identity;
      if (problems.length === 0) await writeRemap(context.connection, plan.no, { ...choice, namespace });
      return problems;
    }),
};

interface KnownChoice {
  kind: KindDefinition;
  choice: RemapChoice;
}

async function refuseRemap(
  context: WorkerContext,
  shown: ShownPlan,
  { kind, choice }: KnownChoice,
): Promise<Problem[]> {
  const { plan } = shown;
  const { name, toName, toVersion, toTenant } = choice;
  if (!(await isNamedByItem(context, plan, { kind, name }))) return [notNamed(kind, choice)];
  if (toName === null && toVersion === null && toTenant === null) return [];
  if ((await whatIsNamed(context, shown, { kind: kind.name, name })).isInFile) return [inFile(kind, choice)];
  const target = toName ?? name;
  if (leavesParent(kind, name, target)) return [ofOtherParent(kind, choice)];
  const { isInFile, isOnBranch } = await whatIsNamed(context, shown, { kind: kind.name, name: target });
  if (isInFile || isOnBranch) return refuseParts(context, plan, { kind, choice });
  const missing = [{ name: target, kinds: [kind.name] }];
  const [likely = []] = await candidatesInPlan(context, shown, { missing, limit: 1 });
  return [noSuchTarget(kind, choice, likely[0]?.name)];
}

/** The problems of a chosen version or tenant that the replacement does not have. */
async function refuseParts(context: WorkerContext, plan: PlanRow, { kind, choice }: KnownChoice): Promise<Problem[]> {
  const { name, toName, toVersion, toTenant } = choice;
  if (toVersion === null && toTenant === null) return [];
  const none: TargetOffer = { versions: [], tenants: [] };
  const offer = await specsOfPlan(context, plan).forWork((lookup) => {
    const spec = lookup(kind.name, toName ?? name);
    return (spec && kind.offers?.(spec)) ?? none;
  });
  const tenants = offer.tenants.map((tenant) => tenant ?? '');
  const isAnyVersion = toVersion !== null && anyVersionWords(context, kind).has(toVersion) && offer.versions.length > 0;
  const problems: Problem[] = [];
  if (toVersion !== null && !isAnyVersion && !offer.versions.includes(toVersion)) {
    problems.push(noSuchVersion(kind, choice, offer.versions));
  }
  // A target that all tenants share exists for each of them.
  if (toTenant !== null && !tenants.includes(toTenant) && !tenants.includes('')) {
    problems.push(noSuchTenant(kind, choice, tenants));
  }
  return problems;
}

/** Words such as "latest" that mean any version, in any reference to the kind. */
function anyVersionWords({ kinds }: WorkerContext, { name }: KindDefinition): Set<string> {
  const naming = kinds.list().flatMap(({ references }) => references.filter(({ to }) => to.includes(name)));
  return new Set(naming.flatMap(({ prerequisites }) => prerequisites?.anyVersionWords ?? []));
}

async function isNamedByItem(
  { connection }: WorkerContext,
  plan: PlanRow,
  { kind, name }: { kind: KindDefinition; name: string },
): Promise<boolean> {
  const row = await connection.get(
    sql`SELECT 1 FROM ${[name]} AS w JOIN ${edgesTo(sql`w.value`)} JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = ${kind.identity.namespace}
     JOIN edge_type_target k ON k.type_id = y.id AND k.kind = ${kind.name}
     JOIN import_item i ON i.content_id = e.content_id AND i.plan_no = ${plan.no} LIMIT 1`,
  );
  return row !== undefined;
}

/** Whether the file and the branch have something with this kind and name. */
async function whatIsNamed(
  context: WorkerContext,
  shown: ShownPlan,
  { kind, name }: { kind: string; name: string },
): Promise<{ isInFile: boolean; isOnBranch: boolean }> {
  const { connection } = context;
  const { plan } = shown;
  const item = await connection.get(
    sql`SELECT 1 FROM import_item WHERE plan_no = ${plan.no} AND name = ${name} AND kind = ${kind} AND ${isOfFile(sql`import_item`)} LIMIT 1`,
  );
  const resource = await connection.get<{ id: string }>(
    sql`SELECT r.id FROM resource r WHERE r.branch_id = ${plan.branchId} AND ${isNamed('r', name)} AND r.kind = ${kind} LIMIT 1`,
  );
  return {
    isInFile: item !== undefined,
    isOnBranch: resource !== undefined && !(await unseenBy(context, shown)).has(resource.id),
  };
}
