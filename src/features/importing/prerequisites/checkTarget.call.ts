import { errorProblem, type Problem } from '../../../shared/problem.js';
import type { WorkerCall } from '../../workers/index.js';
import type { Importer } from '../tables/importRights.js';
import { readContainer } from './container.js';

/** The container of an import, and the importing user. */
export interface TargetChoice {
  branchId: string;
  importer: Importer;
  options: { intoCollection?: string | null | undefined; isScopeExtended?: boolean | null | undefined };
  /** Path of the options in the input. */
  path: readonly string[];
}

/** The problems of the chosen container, before the file is read. */
export const checkTargetCall: WorkerCall<TargetChoice, Problem[]> = {
  name: 'importing.checkTarget',
  isRead: true,
  run: async (context, { branchId, importer, options, path }) => {
    const { intoCollection, isScopeExtended } = options;
    const problems: Problem[] = [];
    if (intoCollection && !(await readContainer(context, { branchId, ...importer }, intoCollection))) {
      problems.push(
        errorProblem('NOT_FOUND', 'The branch has no container with this id.', {
          path: [...path, 'intoCollection'],
          fix: 'Look for it with resources(branchId, filter: { kinds: ["analytics/Collection"] }).',
        }),
      );
    }
    if (isScopeExtended === true && importer.rights.isManager !== true) {
      problems.push(
        errorProblem('FORBIDDEN', 'Adding data sources to a container requires the role manager in the project.', {
          path: [...path, 'isScopeExtended'],
          fix: 'Ask a manager of the project to execute the plan, or to add the sources.',
        }),
      );
    }
    return problems;
  },
};
