/** Checks whether `export_item` can be written as a file of Camunda Optimize. */
import { checkEntityKinds } from '../formats/index.js';
import { analyticsKinds, listed, quoted } from '../kinds/worker.js';
import { unseen } from '../../shared/unseen.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { WorkerContext } from '../workers/index.js';
import type { ExportSelection } from './exportSelection.js';
import { unseenBy } from './leaveOutUnusable.js';
import { findRequirements } from './requirements.js';
import { selectionPath } from './selectionPaths.js';

/** Problems of kinds that the format cannot contain, and of missing reports that items depend on: Camunda Optimize refuses such a file. */
export async function checkEntities(
  context: WorkerContext,
  kinds: readonly string[],
  selection: ExportSelection,
): Promise<Problem[]> {
  const problems = checkEntityKinds(kinds).map((problem) => ({ ...problem, path: ['input', ...problem.path] }));
  const { requirements } = await findRequirements(context, await unseenBy(context, selection));
  const namespace = reportNamespace(context.kinds);
  const lacking = requirements.filter(({ targetKinds }) =>
    targetKinds.some((kind) => context.kinds.get(kind).identity.namespace === namespace),
  );
  return lacking.length === 0 ? problems : [...problems, incomplete(lacking)];
}

export function reportNamespace(kinds: WorkerContext['kinds']): string {
  return kinds.get(analyticsKinds.processReport).identity.namespace;
}

function incomplete(lacking: readonly { targetName: string; isPresent: boolean }[]): Problem {
  const names = listed(lacking.map(({ targetName }) => (targetName === unseen ? unseen : quoted(targetName))));
  const isHere = lacking.every(({ isPresent }) => isPresent);
  const message = `The file would be incomplete: it would not contain these reports, which other items use: ${names}.`;
  const fix = isHere
    ? 'Export with dependencies, and do not exclude these reports.'
    : 'Create these reports, or remove the references to them.';
  return errorProblem('DEPENDENCY_MISSING', message, { path: [...selectionPath], fix });
}
