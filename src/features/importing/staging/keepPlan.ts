import type { Database } from '../../../database/index.js';
import type { Actor } from '../../../shared/actor.js';
import { newId, type Clock } from '../../../shared/clock.js';
import { CallbackRepository } from '../../callbacks/index.js';
import { StoredFile } from '../../files/index.js';
import type { Branch } from '../../projects/index.js';
import { TaskRepository, type TaskService, type WrittenWithTask } from '../../tasks/index.js';
import { keyReused } from '../import.problems.js';
import { stagingOptions } from './plainOptions.js';
import type { PreparedStaging } from './prepareStaging.js';
import type { ReceivedUpload } from './receiveUpload.js';
import type { StagingInput } from './stage.task.js';
import { ImportRepository } from '../tables/import.repository.js';
import { refused, type PlanOutcome } from '../planOutcome.js';

/** A plan to create, with the task that reads its file. */
export interface NewStaging extends PreparedStaging {
  branch: Branch;
  actor: Actor;
  idempotencyKey: string | null;
  /**
   * Tells whether a second request with the same key has the same input: the digest of the upload, or of the input of a
   * transfer.
   */
  sourceDigest: string;
  /** Null for a transfer: the task writes the file. */
  upload: ReceivedUpload | null;
  input: StagingInput;
  writeWithTask?: WrittenWithTask | undefined;
}

interface KeepParts {
  database: Database;
  clock: Clock;
  imports: ImportRepository;
  taskService: TaskService;
}

/** Creates a plan and starts its task, unless the branch already has the plan of an earlier request with the same key. */
export async function keepOrReuse(parts: KeepParts, staging: NewStaging): Promise<PlanOutcome> {
  const known = await reuse(parts.imports, { ...staging, branchId: staging.branch.id });
  if (known) return known;
  const kept = await keepPlan(parts, staging);
  if (!kept) return keepOrReuse(parts, staging);
  parts.taskService.start(kept.taskId, staging.actor.id);
  return { plan: await parts.imports.byId(kept.planId), problems: [] };
}

/** The plan that a branch has for an idempotency key; a problem if its input was another one, null if there is none. */
export async function reuse(
  imports: ImportRepository,
  {
    branchId,
    idempotencyKey,
    sourceDigest,
  }: Pick<NewStaging, 'idempotencyKey' | 'sourceDigest'> & { branchId: string },
): Promise<PlanOutcome | null> {
  const known = idempotencyKey ? await imports.byIdempotencyKey(branchId, idempotencyKey) : null;
  if (!known) return null;
  return known.uploadSha256 === sourceDigest ? { plan: known, problems: [] } : refused([keyReused()]);
}

/** Writes a plan and its task, in one transaction. Null if the branch already has a plan with the key. */
async function keepPlan(
  { database, clock }: { database: Database; clock: Clock },
  { branch, staging, upload, ...plan }: NewStaging,
): Promise<{ planId: string; taskId: string } | null> {
  const planId = newId();
  const taskId = newId();
  const createdAt = new Date(clock.now());
  const { id: branchId, projectId } = branch;
  const { idempotencyKey, actor, input } = plan;
  const isKept = await database.write(
    async (manager) => {
      // Of two simultaneous requests with the same key, the second one finds the plan of the first one here.
      if (await ImportRepository.hasIdempotencyKey(manager, branchId, idempotencyKey)) return false;
      const task = { id: taskId, type: 'STAGE_IMPORT', projectId, branchId, planId, input, createdAt, actor } as const;
      await TaskRepository.insert<StagingInput>(manager, task);
      await CallbackRepository.insert(manager, taskId, plan.callback);
      if (upload) await manager.insert(StoredFile, { ...upload, taskId, purpose: 'SOURCE', createdAt });
      await ImportRepository.insertStaging(manager, {
        id: planId,
        branchId,
        mode: staging.mode ?? 'COPY',
        ...plan.importer,
        options: stagingOptions(staging.options),
        idempotencyKey,
        uploadSha256: plan.sourceDigest,
        sourceFileId: upload?.id ?? newId(),
        stageTaskId: taskId,
        createdAt,
      });
      await plan.writeWithTask?.(manager, task);
      return true;
    },
    `upload ${branchId} ${idempotencyKey ?? planId}`,
  );
  return isKept ? { planId, taskId } : null;
}
