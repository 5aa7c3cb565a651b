import { In, type EntityManager } from 'typeorm';
import type { Database } from '../../../database/index.js';
import { groupedByKey } from '../../../graphql/index.js';
import { ResourceReader } from './resourceReader.entity.js';
import { ResourceRestriction } from './resourceRestriction.entity.js';

/** Who may read a restricted resource. */
export interface Restriction {
  resourceId: string;
  projectId: string;
  readerIds: readonly string[];
}

interface RestrictionRow {
  resourceId: string;
  projectId: string;
  principalId: string | null;
}

/** Every query on readers. */
export class ReaderRepository {
  constructor(private readonly database: Database) {}

  /** Null for resources that are open to all who see their project. */
  readonly restrictionsOf = async (resourceIds: readonly string[]): Promise<(Restriction | null)[]> => {
    const query = this.database.read
      .createQueryBuilder()
      .select('x.resource_id', 'resourceId')
      .addSelect('b.project_id', 'projectId')
      .addSelect('y.principal_id', 'principalId')
      .from('resource_restriction', 'x')
      .innerJoin('resource', 'r', 'r.id = x.resource_id')
      .innerJoin('branch', 'b', 'b.id = r.branch_id')
      .leftJoin('resource_reader', 'y', 'y.resource_id = x.resource_id')
      .where('x.resource_id IN (:...ids)', { ids: [...resourceIds] });
    const rows = groupedByKey(resourceIds, await query.getRawMany<RestrictionRow>(), ({ resourceId }) => resourceId);
    return rows.map((group) => {
      const [first] = group;
      if (!first) return null;
      const readerIds = group.flatMap(({ principalId }) => principalId ?? []);
      return { resourceId: first.resourceId, projectId: first.projectId, readerIds };
    });
  };

  readonly readersOf = async (resourceIds: readonly string[]): Promise<ResourceReader[][]> => {
    const rows = await this.database.read.find(ResourceReader, {
      where: { resourceId: In([...resourceIds]) },
      order: { principalId: 'ASC' },
    });
    return groupedByKey(resourceIds, rows, ({ resourceId }) => resourceId);
  };

  /** Opens a resource to all for null, else to these alone. */
  static async replace(
    manager: EntityManager,
    resourceId: string,
    { readers, now }: { readers: readonly Omit<ResourceReader, 'resourceId'>[] | null; now: Date },
  ): Promise<void> {
    await manager.delete(ResourceReader, { resourceId });
    if (readers === null) {
      await manager.delete(ResourceRestriction, { resourceId });
      return;
    }
    await manager
      .createQueryBuilder()
      .insert()
      .into(ResourceRestriction)
      .values({ resourceId, createdAt: now })
      .orIgnore()
      .execute();
    for (const reader of readers) await manager.insert(ResourceReader, { ...reader, resourceId });
  }
}
