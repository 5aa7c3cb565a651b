import type { Database } from '../../../database/index.js';
import type { Actor } from '../../../shared/actor.js';
import { newId, type Clock } from '../../../shared/clock.js';
import { branchLock, type ProjectRepository } from '../../projects/index.js';
import { TaskRepository } from '../../tasks/index.js';
import { ImportRepository } from '../tables/import.repository.js';
import type { ImportPlan } from '../tables/importPlan.entity.js';
import type { PlanOptions } from '../tables/planRows.js';

interface RestagingParts {
  database: Database;
  projects: ProjectRepository;
  clock: Clock;
  actor: Actor;
}

/**
 * Creates a task that re-reads the file of a plan with other options, and sets the plan to STAGING. Returns the id of the task,
 * which the caller starts; null if the plan was executed or discarded meanwhile.
 */
export async function restage(
  { database, projects, clock, actor }: RestagingParts,
  { id: planId, branchId }: Pick<ImportPlan, 'id' | 'branchId'>,
  choice: Partial<PlanOptions>,
): Promise<string | null> {
  const branch = await projects.branchById(branchId);
  const taskId = newId();
  const createdAt = new Date(clock.now());
  const isRestaged = await database.write(async (manager) => {
    const plan = await ImportRepository.moveToStaging(manager, planId, { taskId, choice, now: createdAt });
    if (!plan) return false;
    const sourceTaskId = await ImportRepository.sourceTaskId(manager, plan);
    await TaskRepository.insert(manager, {
      id: taskId,
      type: 'STAGE_IMPORT',
      projectId: branch?.projectId ?? null,
      branchId,
      planId,
      input: { format: plan.format, sourceTaskId },
      createdAt,
      actor,
    });
    return true;
  }, branchLock(branchId));
  return isRestaged ? taskId : null;
}
