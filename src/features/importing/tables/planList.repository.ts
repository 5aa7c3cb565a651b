import type { SelectQueryBuilder } from 'typeorm';
import { andWhere, countsTogether, keysetPage, rowsTogether, sql, type Database } from '../../../database/index.js';
import type { OrderedPageRequest } from '../../../graphql/index.js';
import type { SortKeys } from '../../../shared/listOrder.js';
import { isHiddenHeld } from '../../access/index.js';
import { ImportPlan } from './importPlan.entity.js';
import type { ImportPlanStatus } from './importStates.js';

export type ImportPlanOrderField = 'CREATED_AT' | 'UPDATED_AT';

const byId = { by: 'plan.id', type: 'text', of: ({ id }: ImportPlan) => id } as const;

/** The order of the indexes `import_plan_branch` and `import_plan_updated`; later plans have larger ids. */
export const planSortKeys: SortKeys<ImportPlanOrderField, ImportPlan> = {
  CREATED_AT: [byId],
  UPDATED_AT: [{ by: 'plan.updatedAt', type: 'text', of: ({ updatedAt }) => updatedAt.toISOString() }, byId],
};

/** A list of the plans of a branch that a reader may see. */
export interface PlanListKey {
  branchId: string;
  statuses: readonly ImportPlanStatus[] | null;
  /**
   * `ownId`: the principal, who sees their own plans whatever they contain; `principalIds`: the principal and its groups. Null
   * if the reader may see all plans.
   */
  reader: { ownId: string; principalIds: readonly string[] } | null;
}

export interface PlanPageKey extends PlanListKey {
  request: OrderedPageRequest<ImportPlan>;
}

/** Lists of the plans of branches; the lists of several branches are read together. */
export class PlanListRepository {
  constructor(private readonly database: Database) {}

  /** A page of each list; one row more than requested if there are more. */
  readonly pagesOf = (keys: readonly PlanPageKey[]): Promise<ImportPlan[][]> =>
    rowsTogether(
      this.database.read,
      keys.map((key) => keysetPage(this.filtered(key), key.request)),
    );

  readonly countsOf = (keys: readonly PlanListKey[]): Promise<number[]> =>
    countsTogether(
      this.database.read,
      keys.map((key) => this.filtered(key)),
    );

  private filtered({ branchId, statuses, reader }: PlanListKey): SelectQueryBuilder<ImportPlan> {
    const query = this.database.read
      .createQueryBuilder(ImportPlan, 'plan')
      .where('plan.branchId = :branchId', { branchId });
    // An empty list matches nothing, and SQL has no empty IN ().
    if (statuses) query.andWhere('plan.status IN (:...statuses)', { statuses: [...statuses, ''] });
    if (reader) {
      const { ownId, principalIds } = reader;
      andWhere(
        query,
        sql`(plan.principal_id = ${ownId} OR NOT EXISTS (
          SELECT 1 FROM held_resource h WHERE h.holder_id = plan.id AND ${isHiddenHeld(sql`h`, principalIds)}))`,
      );
    }
    return query;
  }
}
