import { In, type EntityManager } from 'typeorm';
import type { Database } from '../../database/index.js';
import { groupedByKey } from '../../graphql/index.js';
import { Branch } from './branch.entity.js';
import { ProjectPack } from './projectPack.entity.js';

/** All queries of the API thread on the packs of projects. */
export class ProjectPackRepository {
  constructor(private readonly database: Database) {}

  /** The choices of each project. */
  readonly switchesOf = async (projectIds: readonly string[]): Promise<ProjectPack[][]> => {
    const rows = await this.database.read.findBy(ProjectPack, { projectId: In([...projectIds]) });
    return groupedByKey(projectIds, rows, ({ projectId }) => projectId);
  };

  static async save(manager: EntityManager, choice: ProjectPack): Promise<void> {
    await manager.upsert(ProjectPack, choice, ['projectId', 'pack']);
    // Data derived for its branches is outdated.
    await manager.increment(Branch, { projectId: choice.projectId }, 'version', 1);
  }
}
