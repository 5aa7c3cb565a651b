import { errorProblem, type Problem } from '../../../shared/problem.js';
import { candidatesFor, type KindDefinition } from '../../kinds/worker.js';
import type { WorkerCall, WorkerContext } from '../../workers/index.js';
import { namesOfKinds, whatIsNamed } from '../plan/knownNames.js';
import { writeRemap } from '../plan/remaps.js';
import type { PlanRow } from '../planRows.js';
import { amendPlan } from './amendPlan.js';

/** What is to stand for a name that items need and that is nowhere; `toName` null takes it back. */
export interface RemapChoice {
  planId: string;
  kind: string;
  name: string;
  toName: string | null;
}

/** Answers what items of a plan lack with something that is there: wherever they name the one, the other will stand. */
export const remapCall: WorkerCall<RemapChoice, Problem[]> = {
  name: 'importing.remap',
  run: (context, choice) =>
    amendPlan(context, choice.planId, async (plan) => {
      const kind = context.kinds.find(choice.kind);
      if (!kind) return [unknownKind(choice)];
      const problems = await refuseRemap(context, plan, { kind, choice });
      const { namespace } = kind.identity;
      if (problems.length === 0) await writeRemap(context.connection, plan.no, { ...choice, namespace });
      return problems;
    }),
};

async function refuseRemap(
  context: WorkerContext,
  plan: PlanRow,
  { kind, choice }: { kind: KindDefinition; choice: RemapChoice },
): Promise<Problem[]> {
  const { name, toName } = choice;
  if (!(await isNeeded(context, plan, { kind, name }))) return [notNeeded(kind, choice)];
  if (toName === null) return [];
  if ((await whatIsNamed(context, plan, { kind: kind.name, name })).isInFile) return [inFile(kind, choice)];
  const { isInFile, isOnBranch } = await whatIsNamed(context, plan, { kind: kind.name, name: toName });
  if (isInFile || isOnBranch) return [];
  const known = await namesOfKinds(context, plan, [kind.name]);
  const [likely] = candidatesFor(toName, known.get(kind.name) ?? [], { limit: 1 });
  return [noSuchTarget(kind, choice, likely?.name)];
}

async function isNeeded(
  { connection }: WorkerContext,
  plan: PlanRow,
  { kind, name }: { kind: KindDefinition; name: string },
): Promise<boolean> {
  const row = await connection.get(
    `SELECT 1 FROM edge e JOIN edge_type y ON y.id = e.type_id AND y.target_namespace = :namespace
     JOIN edge_type_target k ON k.type_id = y.id AND k.kind = :kind
     JOIN import_item i ON i.content_id = e.content_id AND i.plan_no = :planNo
     WHERE e.target_name = :name LIMIT 1`,
    { planNo: plan.no, kind: kind.name, namespace: kind.identity.namespace, name },
  );
  return row !== undefined;
}

function unknownKind({ kind }: RemapChoice): Problem {
  const message = `This server knows no kind "${kind.slice(0, 80)}".`;
  return errorProblem('UNKNOWN_KIND', message, { path: ['input', 'kind'] });
}

function notNeeded(kind: KindDefinition, { name }: RemapChoice): Problem {
  const message = `No item of the plan names a ${kind.title} "${name.slice(0, 80)}".`;
  return errorProblem('NOT_FOUND', message, {
    path: ['input', 'name'],
    fix: 'The plan\'s "prerequisites" list what its items need.',
  });
}

function inFile(kind: KindDefinition, { name }: RemapChoice): Problem {
  const message = `The file holds the ${kind.title} "${name}" itself, so that nothing can stand for it.`;
  return errorProblem('RENAME_NOT_ALLOWED', message, {
    path: ['input', 'name'],
    fix: 'Rename the item, or leave it out to use what the branch has under its name.',
  });
}

function noSuchTarget(kind: KindDefinition, { toName }: RemapChoice, likelyName: string | undefined): Problem {
  const message = `Neither the file nor the branch has a ${kind.title} "${(toName ?? '').slice(0, 80)}".`;
  const path = ['input', 'toName'];
  return errorProblem(
    'DEPENDENCY_MISSING',
    message,
    likelyName === undefined ? { path } : { path, fix: `Did you mean "${likelyName}"?` },
  );
}
