import { onlyNews, stateUpdates } from '../../graphql/index.js';
import type { RedisLink } from '../../redis/redisLink.js';
import { AppError } from '../../shared/appError.js';
import { Signal } from '../../shared/signal.js';
import type { Branch } from './branch.entity.js';
import type { ProjectRepository } from './project.repository.js';

/** What servers tell each other when a branch may have changed. */
export const branchTopic = 'branches';

const intervalMs = 500;

/**
 * Reports changes of branches, made by workers of this server or by another server on the same database. While there are listeners, one
 * statement reads the versions of their branches: with Redis when a server tells of a change, without it twice a second.
 */
export class BranchWatch {
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly versions = new Map<string, number>();
  private readonly mayHaveChanged = new Signal();
  private isLooking = false;

  constructor(
    private readonly projects: ProjectRepository,
    private readonly redis: RedisLink | undefined,
  ) {
    const note = () => {
      this.mayHaveChanged.raise();
    };
    redis?.hear(branchTopic, note);
    // What was told before was not heard.
    redis?.watch(note);
  }

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
    if (!this.isLooking) void this.keepLooking();
    return () => {
      listeners.delete(onChange);
      if (listeners.size > 0) return;
      this.listeners.delete(branchId);
      this.versions.delete(branchId);
      this.mayHaveChanged.raise();
    };
  }

  private async keepLooking(): Promise<void> {
    this.isLooking = true;
    while (this.listeners.size > 0) {
      await this.mayHaveChanged.raised(this.redis?.isHere === true ? undefined : intervalMs);
      await this.look();
    }
    this.isLooking = false;
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
