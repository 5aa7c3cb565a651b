import { In, type EntityManager } from 'typeorm';
import { readRows, runSql, sql, type Database } from '../../../database/index.js';
import { groupedByKey } from '../../../graphql/index.js';
import { ResourceReader } from './resourceReader.entity.js';
import { ResourceRestriction } from './resourceRestriction.entity.js';

/** The readers of a restricted resource. */
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

/** All queries on readers. */
export class ReaderRepository {
  constructor(private readonly database: Database) {}

  /** Null for unrestricted resources. */
  readonly restrictionsOf = async (resourceIds: readonly string[]): Promise<(Restriction | null)[]> => {
    const found = await readRows<RestrictionRow>(
      this.database.read,
      sql`SELECT x.resource_id, b.project_id, y.principal_id
        FROM resource_restriction x JOIN resource r ON r.id = x.resource_id JOIN branch b ON b.id = r.branch_id
        LEFT JOIN resource_reader y ON y.resource_id = x.resource_id WHERE x.resource_id IN ${resourceIds}`,
    );
    const rows = groupedByKey(resourceIds, found, ({ resourceId }) => resourceId);
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

  /** Sets the readers of a resource; null removes the restriction. */
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
    await noteHolders(manager, resourceId);
  }
}

/**
 * Records which earlier files may contain a newly restricted resource: exports of its branch that ended after it was created,
 * and imports with an item that became it or ever had its name.
 */
async function noteHolders(manager: EntityManager, resourceId: string): Promise<void> {
  await runSql(
    manager,
    sql`WITH state AS (
      SELECT branch_id, namespace, name, task_id, created_at FROM resource WHERE id = ${resourceId}
      UNION ALL
      SELECT r.branch_id, r.namespace, v.name, v.task_id, r.created_at
      FROM resource r JOIN resource_revision v ON v.resource_id = r.id WHERE r.id = ${resourceId})
    INSERT INTO held_resource (holder_id, resource_id)
    SELECT t.id, ${resourceId} FROM task t WHERE t.type = 'EXPORT' AND EXISTS (
      SELECT 1 FROM state s WHERE s.branch_id = t.branch_id AND (t.ended_at IS NULL OR t.ended_at >= s.created_at))
    UNION SELECT t.plan_id, ${resourceId} FROM state s JOIN task t ON t.id = s.task_id WHERE t.plan_id IS NOT NULL
    UNION SELECT p.id, ${resourceId} FROM state s JOIN import_plan p ON p.branch_id = s.branch_id
      JOIN import_item i ON i.plan_no = p.no AND i.name = s.name AND i.namespace = s.namespace
    UNION SELECT p.id, ${resourceId} FROM state s JOIN import_plan p ON p.branch_id = s.branch_id
      JOIN import_item i ON i.plan_no = p.no AND i.effective_name = s.name AND i.effective_name <> i.name
    ON CONFLICT DO NOTHING`,
  );
}
