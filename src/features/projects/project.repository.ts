import { In, type EntityManager } from 'typeorm';
import { andWhere, hasText, keysetPage, readRows, sql, type Database, type Sql } from '../../database/index.js';
import { groupedByKey, inKeyOrder, orderedPage, type OrderedPageRequest, type Page } from '../../graphql/index.js';
import type { SortKeys } from '../../shared/listOrder.js';
import { lowerAscii } from '../../shared/lowerAscii.js';
import { Branch } from './branch.entity.js';
import { Project } from './project.entity.js';

export type ProjectOrderField = 'KEY' | 'NAME' | 'CREATED_AT' | 'UPDATED_AT';

const byId = { by: 'project.id', type: 'text', of: ({ id }: Project) => id } as const;

/** The order of the indexes of keys, `project_name`, `project_created` and `project_updated`. */
export const projectSortKeys: SortKeys<ProjectOrderField, Project> = {
  KEY: [{ by: 'project.key', type: 'text', of: ({ key }) => key }],
  NAME: [{ by: 'lower(project.name)', type: 'text', of: ({ name }) => lowerAscii(name) }, byId],
  CREATED_AT: [{ by: 'project.createdAt', type: 'text', of: ({ createdAt }) => createdAt.toISOString() }, byId],
  UPDATED_AT: [{ by: 'project.updatedAt', type: 'text', of: ({ updatedAt }) => updatedAt.toISOString() }, byId],
};

export interface ProjectFilterValues {
  /** Only those with these ids, if given. */
  ids: readonly string[] | undefined;
  search?: string | null | undefined;
}

function hasSearched(search: string): Sql {
  const isIn = (column: Sql) => hasText(column, search);
  return sql`(${isIn(sql`project.key`)} OR ${isIn(sql`project.name`)} OR ${isIn(sql`project.description`)})`;
}

/** All queries on projects and branches. */
export class ProjectRepository {
  constructor(private readonly database: Database) {}

  async page({ ids, search }: ProjectFilterValues, request: OrderedPageRequest<Project>): Promise<Page<Project>> {
    const filtered = () => {
      const query = this.database.read.createQueryBuilder(Project, 'project');
      if (ids) query.andWhere('project.id IN (:...ids)', { ids: [...ids, ''] });
      if (search) andWhere(query, hasSearched(search));
      return query;
    };
    return orderedPage(await keysetPage(filtered(), request).getMany(), request, () => filtered().getCount());
  }

  byKey(key: string): Promise<Project | null> {
    return this.database.read.findOneBy(Project, { key });
  }

  byId(id: string): Promise<Project | null> {
    return this.database.read.findOneBy(Project, { id });
  }

  branchByName(projectKey: string, name: string): Promise<Branch | null> {
    return this.database.read
      .createQueryBuilder(Branch, 'branch')
      .innerJoin(Project, 'project', 'project.id = branch.projectId')
      .where('project.key = :projectKey AND branch.name = :name', { projectKey, name })
      .getOne();
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

  /** Names of the kinds of references in a project. */
  static async referenceKinds(manager: EntityManager, projectId: string): Promise<string[]> {
    const rows = await readRows<{ kind: string }>(
      manager,
      sql`SELECT DISTINCT c.kind FROM resource_count c JOIN branch b ON b.id = c.branch_id
      WHERE b.project_id = ${projectId} AND c.reference_total > 0`,
    );
    return rows.map(({ kind }) => kind);
  }

  static async hasKey(manager: EntityManager, key: string): Promise<boolean> {
    return manager.existsBy(Project, { key });
  }

  static async hasBranch(manager: EntityManager, projectId: string, name: string): Promise<boolean> {
    return manager.existsBy(Branch, { projectId, name });
  }
}
