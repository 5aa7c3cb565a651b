import { AppError } from '../../shared/appError.js';
import { onlyNews, stateUpdates } from '../../graphql/index.js';
import type { Branch } from './branch.entity.js';
import type { ProjectRepository } from './project.repository.js';

const intervalMs = 500;

/**
 * Tells of changes of branches, whoever makes them: workers of this server, or another server on the same database. While somebody listens,
 * the versions of the branches in question are read twice a second, by one statement.
 */
export class BranchWatch {
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly versions = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly projects: ProjectRepository) {}

  /**
   * The states of a branch as they come; see `stateUpdates`. It ends when the branch is deleted.
   * @throws AppError NOT_FOUND when there is no such branch.
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
    // A database that is gone for a moment is looked at again.
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
