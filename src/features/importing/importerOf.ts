import { hasRole, type Session } from '../../shared/session.js';
import type { KindRegistry } from '../kinds/index.js';
import type { Importer } from './tables/importRights.js';
import type { ProjectRepository } from '../projects/index.js';
import type { ImportPlan } from './tables/importPlan.entity.js';

/** The caller as the importing user of a project, with the rights that a plan depends on. */
export function importerOf(kinds: KindRegistry, session: Session, projectId: string): Importer {
  const denied = session.isSuperuser ? [] : kinds.listPacks().filter(({ isForSuperusers }) => isForSuperusers);
  return {
    principalId: session.actor.id,
    rights: {
      deniedKinds: denied.flatMap((pack) => pack.kinds.map(({ name }) => name)),
      isManager: hasRole(session, projectId, 'MANAGER'),
    },
  };
}

/** The same for the project of a plan. */
export async function importerOfPlan(
  { kinds, projects }: { kinds: KindRegistry; projects: ProjectRepository },
  plan: ImportPlan | null,
  session: Session,
): Promise<Importer> {
  const branch = plan && (await projects.branchById(plan.branchId));
  return importerOf(kinds, session, branch?.projectId ?? '');
}
