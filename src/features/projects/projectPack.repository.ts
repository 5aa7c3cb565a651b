import { In, type EntityManager } from 'typeorm';
import type { Database } from '../../database/index.js';
import { groupedByKey } from '../../graphql/index.js';
import { Branch } from './branch.entity.js';
import { ProjectPack } from './projectPack.entity.js';

/** Every query of the API thread on the packs of projects. */
export class ProjectPackRepository {
  constructor(private readonly database: Database) {}

  /** What was chosen in each of some projects. */
  readonly switchesOf = async (projectIds: readonly string[]): Promise<ProjectPack[][]> => {
    const rows = await this.database.read.findBy(ProjectPack, { projectId: In([...projectIds]) });
    return groupedByKey(projectIds, rows, ({ projectId }) => projectId);
  };

  static async save(manager: EntityManager, choice: ProjectPack): Promise<void> {
    await manager.upsert(ProjectPack, choice, ['projectId', 'pack']);
    // What was derived for its branches is to be derived again.
    await manager.increment(Branch, { projectId: choice.projectId }, 'version', 1);
  }
}
