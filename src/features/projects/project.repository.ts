import { In, type EntityManager } from 'typeorm';
import type { Database } from '../../database/index.js';
import { groupedByKey, inKeyOrder, pageOf, type Page, type PageRequest } from '../../graphql/index.js';
import { Branch } from './branch.entity.js';
import { Project } from './project.entity.js';

/** Every query on projects and branches. */
export class ProjectRepository {
  constructor(private readonly database: Database) {}

  /** By key; only those with the ids, when these are given. */
  async page(ids: readonly string[] | undefined, request: PageRequest): Promise<Page<Project>> {
    const filtered = () => {
      const query = this.database.read.createQueryBuilder(Project, 'project');
      return ids ? query.andWhere('project.id IN (:...ids)', { ids: [...ids, ''] }) : query;
    };
    const query = filtered();
    const [afterKey] = request.after ?? [];
    if (afterKey !== undefined) query.andWhere('project.key > :afterKey', { afterKey });
    const rows = await query
      .orderBy('project.key')
      .limit(request.first + 1)
      .getMany();
    return pageOf(rows, request, { cursorOf: ({ key }) => [key], count: () => filtered().getCount() });
  }

  byKey(key: string): Promise<Project | null> {
    return this.database.read.findOneBy(Project, { key });
  }

  byId(id: string): Promise<Project | null> {
    return this.database.read.findOneBy(Project, { id });
  }

  branchById(id: string): Promise<Branch | null> {
    return this.database.read.findOneBy(Branch, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<(Project | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Project, { id: In([...ids]) }), ({ id }) => id);

  readonly branchesByIds = async (ids: readonly string[]): Promise<(Branch | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Branch, { id: In([...ids]) }), ({ id }) => id);

  readonly branchesOfProjects = async (projectIds: readonly string[]): Promise<Branch[][]> => {
    const rows = await this.database.read.find(Branch, {
      where: { projectId: In([...projectIds]) },
      order: { isDefault: 'DESC', name: 'ASC' },
    });
    return groupedByKey(projectIds, rows, ({ projectId }) => projectId);
  };

  isEmpty(): Promise<boolean> {
    return this.database.read.exists(Project).then((exists) => !exists);
  }

  static async hasKey(manager: EntityManager, key: string): Promise<boolean> {
    return manager.existsBy(Project, { key });
  }

  static async hasBranch(manager: EntityManager, projectId: string, name: string): Promise<boolean> {
    return manager.existsBy(Branch, { projectId, name });
  }
}
