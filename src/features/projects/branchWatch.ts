import { AppError } from '../../shared/appError.js';
import { onlyNews, stateUpdates } from '../../graphql/index.js';
import type { Branch } from './branch.entity.js';
import type { ProjectRepository } from './project.repository.js';

const intervalMs = 500;

/**
 * Reports changes of branches, made by workers of this server or by another server on the same database. While there are
 * listeners, one statement reads the versions of their branches twice a second.
 */
export class BranchWatch {
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly versions = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly projects: ProjectRepository) {}

  /**
   * The states of a branch as they change; see `stateUpdates`. Ends when the branch is deleted.
   * @throws AppError NOT_FOUND if the branch does not exist
   */
  readonly updatesOf = async (branchId: string): Promise<AsyncIterable<Branch>> => {
    if (!(await this.projects.branchById(branchId))) throw AppError.notFound('The branch');
    return stateUpdates({
      listen: (onChange) => this.listen(branchId, onChange),
      read: onlyNews(() => this.projects.branchById(branchId)),
    });
  };

  private listen(branchId: string, onChange: () => void): () => void {
    const listeners = this.listeners.get(branchId) ?? new Set();
    this.listeners.set(branchId, listeners.add(onChange));
    this.timer ??= this.nextLook();
    return () => {
      listeners.delete(onChange);
      if (listeners.size > 0) return;
      this.listeners.delete(branchId);
      this.versions.delete(branchId);
    };
  }

  private nextLook(): NodeJS.Timeout {
    return setTimeout(() => {
      void this.look().finally(() => {
        this.timer = this.listeners.size > 0 ? this.nextLook() : undefined;
      });
    }, intervalMs).unref();
  }

  private async look(): Promise<void> {
    const ids = [...this.listeners.keys()];
    // After a short failure of the database, the next round retries.
    const branches = await this.projects.branchesByIds(ids).catch(() => undefined);
    if (!branches) return;
    for (const [at, id] of ids.entries()) {
      const version = branches[at]?.version ?? -1;
      if (this.versions.get(id) === version) continue;
      this.versions.set(id, version);
      for (const tell of this.listeners.get(id) ?? []) tell();
    }
  }
}
