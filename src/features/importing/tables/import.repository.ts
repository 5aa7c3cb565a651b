import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { andWhere, readRows, runSql, sql, type Database } from '../../../database/index.js';
import { inKeyOrder, pageOf, type Page, type PageRequest } from '../../../graphql/index.js';
import { StoredFile } from '../../files/index.js';
import { ImportItem } from './importItem.entity.js';
import { parseImportItemId } from './importItemId.js';
import { itemHasText } from './itemText.sql.js';
import { ImportPlan } from './importPlan.entity.js';
import {
  canPlanBecome,
  countByAction,
  hasItems,
  noImportCounts,
  type ImportAction,
  type ImportPlanStatus,
} from './importStates.js';

export interface ImportItemFilterValues {
  actions?: readonly ImportAction[] | null;
  kinds?: readonly string[] | null;
  hasProblems?: boolean | null;
  isDeletion?: boolean | null;
  ids?: readonly string[] | null;
  isBlockedByItem?: boolean | null;
  search?: string | null;
}

/** The replacement of a prerequisite. */
export interface Replacement {
  kind: string;
  name: string;
  toName: string;
  isRemembered: boolean;
}

/** So many replacements of a plan are listed; its prerequisites have all. */
export const maxReplacements = 1000;

type NewImportPlan = Pick<
  ImportPlan,
  | 'id'
  | 'branchId'
  | 'mode'
  | 'principalId'
  | 'rights'
  | 'options'
  | 'idempotencyKey'
  | 'uploadSha256'
  | 'sourceFileId'
  | 'stageTaskId'
  | 'createdAt'
>;

const hasProblemsSql = sql`(item.file_problems IS NOT NULL OR item.action IN ('COLLISION', 'BLOCKED')
  OR item.is_selected AND (item.has_warning OR item.new_name IS NOT NULL AND item.new_name <> item.effective_name
    OR CASE WHEN item.mode = 'REFERENCE' THEN item.reference_advice ELSE item.copy_advice END <> 0))`;

/** Items that are blocked by nothing but others that are to be decided: see `blockMissingDependencies`. The reason of most is NULL. */
const isBlockedByItemSql = sql`coalesce(item.action = 'BLOCKED' AND item.reason IN ('DEPENDENCY_OPEN', 'DEPENDENCY_BLOCKED'), FALSE)`;

/** Queries of the API thread on a plan and its items. Lists of plans have a repository of their own. */
export class ImportRepository {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<ImportPlan | null> {
    return this.database.read.findOneBy(ImportPlan, { id });
  }

  byIdempotencyKey(branchId: string, idempotencyKey: string): Promise<ImportPlan | null> {
    return this.database.read.findOneBy(ImportPlan, { branchId, idempotencyKey });
  }

  async item(planId: string, ordinal: number): Promise<ImportItem | null> {
    const plan = await this.byId(planId);
    const item = plan && (await this.database.read.findOneBy(ImportItem, { planNo: plan.no, ordinal }));
    return item && Object.assign(item, { planId });
  }

  /** An item as a node. */
  async itemById(id: string): Promise<(ImportItem & { id: string }) | null> {
    const { planId, ordinal } = parseImportItemId(id) ?? {};
    const item = planId !== undefined && ordinal !== undefined ? await this.item(planId, ordinal) : null;
    return item && Object.assign(item, { id });
  }

  /** Items of a plan by their ordinals. */
  async itemsAt(plan: Pick<ImportPlan, 'id' | 'no'>, ordinals: readonly number[]): Promise<ImportItem[]> {
    const items: ImportItem[] = [];
    for (let start = 0; start < ordinals.length; start += 500) {
      const window = ordinals.slice(start, start + 500);
      items.push(...(await this.database.read.findBy(ImportItem, { planNo: plan.no, ordinal: In(window) })));
    }
    return items.map((item) => Object.assign(item, { planId: plan.id }));
  }

  /** Items of a plan, deletions first, then in the order of the file; none while the file is being read, and after the plan failed or was discarded. */
  async items(
    plan: Pick<ImportPlan, 'id' | 'no' | 'status' | 'itemCounts'>,
    filter: ImportItemFilterValues,
    request: PageRequest,
  ): Promise<Page<ImportItem>> {
    const query = this.filtered(plan, filter);
    const [after] = request.after ?? [];
    if (after !== undefined) query.andWhere('item.ordinal > :after', { after });
    const rows = await query
      .orderBy('item.ordinal')
      .limit(request.first + 1)
      .getMany();
    for (const row of rows) row.planId = plan.id;
    return pageOf(rows, request, {
      cursorOf: ({ ordinal }) => [ordinal],
      count: async () => countedBefore(plan, filter) ?? (await this.filtered(plan, filter).getCount()),
    });
  }

  readonly plansByIds = async (ids: readonly string[]): Promise<(ImportPlan | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(ImportPlan, { id: In([...ids]) }), ({ id }) => id);

  /** The replacements of each plan, by the number of the plan; the first ones. */
  readonly replacementsOf = async (planNos: readonly number[]): Promise<Replacement[][]> => {
    const rows = await readRows<Replacement & { planNo: number }>(
      this.database.read,
      sql`SELECT m.plan_no, m.kind, m.name, m.to_name, m.is_remembered FROM (
         SELECT r.*, row_number() OVER (PARTITION BY r.plan_no ORDER BY r.name, r.namespace) AS place
         FROM import_remap r WHERE r.plan_no IN ${sql.numbers(planNos)}) AS m
       WHERE m.place <= ${maxReplacements} ORDER BY m.plan_no, m.place`,
    );
    return planNos.map((no) => rows.filter(({ planNo }) => planNo === no));
  };

  static async hasIdempotencyKey(
    manager: EntityManager,
    branchId: string,
    idempotencyKey: string | null | undefined,
  ): Promise<boolean> {
    return idempotencyKey ? manager.existsBy(ImportPlan, { branchId, idempotencyKey }) : false;
  }

  /** Writes the plan of a file that has not been read yet. */
  static async insertStaging(manager: EntityManager, plan: NewImportPlan): Promise<void> {
    await manager.insert(ImportPlan, {
      ...plan,
      status: 'STAGING',
      fileProblems: [],
      advice: [],
      itemCounts: noImportCounts,
      itemKindCounts: [],
      updatedAt: plan.createdAt,
    });
    // Until the file has been read, it may contain restricted resources.
    await runSql(manager, sql`INSERT INTO held_resource (holder_id, resource_id) VALUES (${plan.id}, '')`);
  }

  /** Moves a plan from one state to another; false if it is no longer in the first state. */
  static async moveStatus(
    manager: EntityManager,
    planId: string,
    { from, to, executeTaskId }: { from: ImportPlanStatus; to: ImportPlanStatus; executeTaskId: string },
  ): Promise<boolean> {
    const { affected } = await manager.update(ImportPlan, { id: planId, status: from }, { status: to, executeTaskId });
    return affected === 1;
  }

  /**
   * Sets a plan back to STAGING with other options, and clears the results of the earlier reading. Returns the plan before the
   * change; null if its state does not allow it.
   */
  static async moveToStaging(
    manager: EntityManager,
    planId: string,
    { taskId, choice, now }: { taskId: string; choice: object; now: Date },
  ): Promise<ImportPlan | null> {
    const plan = await manager.findOneBy(ImportPlan, { id: planId });
    if (!plan || !canPlanBecome(plan.status, 'STAGING')) return null;
    await manager.update(
      ImportPlan,
      { id: planId },
      {
        status: 'STAGING',
        options: withoutEmptyMapping({ ...plan.options, ...choice }),
        fileProblems: [],
        advice: [],
        itemCounts: noImportCounts,
        itemKindCounts: [],
        stageTaskId: taskId,
        executeTaskId: null,
        updatedAt: now,
      },
    );
    await runSql(
      manager,
      sql`INSERT INTO held_resource (holder_id, resource_id) VALUES (${planId}, '') ON CONFLICT DO NOTHING`,
    );
    return plan;
  }

  /** The task that the file of a plan was uploaded for. */
  static async sourceTaskId(
    manager: EntityManager,
    { sourceFileId, stageTaskId }: Pick<ImportPlan, 'sourceFileId' | 'stageTaskId'>,
  ): Promise<string> {
    return (await manager.findOneBy(StoredFile, { id: sourceFileId }))?.taskId ?? stageTaskId;
  }

  private filtered(
    { id: planId, no: planNo, status }: Pick<ImportPlan, 'id' | 'no' | 'status'>,
    filter: ImportItemFilterValues,
  ): SelectQueryBuilder<ImportItem> {
    const query = this.database.read.createQueryBuilder(ImportItem, 'item').where('item.planNo = :planNo', { planNo });
    if (!hasItems(status)) query.andWhere('1 = 0');
    if (filter.actions) query.andWhere('item.action IN (:...actions)', { actions: [...filter.actions, ''] });
    if (filter.kinds) query.andWhere('item.kindName IN (:...kinds)', { kinds: [...filter.kinds, ''] });
    if (filter.ids) andWhere(query, sql`item.ordinal IN ${sql.numbers(ordinalsOf(planId, filter.ids))}`);
    if (filter.hasProblems === true) andWhere(query, hasProblemsSql);
    if (filter.hasProblems === false) andWhere(query, sql`NOT ${hasProblemsSql}`);
    if (typeof filter.isDeletion === 'boolean')
      query.andWhere(filter.isDeletion ? 'item.ordinal < 0' : 'item.ordinal >= 0');
    if (filter.isBlockedByItem === true) andWhere(query, isBlockedByItemSql);
    if (filter.isBlockedByItem === false) andWhere(query, sql`NOT ${isBlockedByItemSql}`);
    if (filter.search) andWhere(query, itemHasText(sql`item`, filter.search));
    return query;
  }
}

/** The number of items that match a filter, if the stored counts of the plan give it; else undefined. */
function countedBefore(
  { status, itemCounts }: Pick<ImportPlan, 'status' | 'itemCounts'>,
  { actions, kinds, hasProblems, isDeletion, isBlockedByItem: isFollower, search, ids }: ImportItemFilterValues,
): number | undefined {
  if (!hasItems(status)) return 0;
  if (typeof isFollower === 'boolean') return undefined;
  if (ids || kinds || typeof hasProblems === 'boolean' || typeof isDeletion === 'boolean' || search) return undefined;
  if (!actions) return itemCounts.total;
  return [...new Set(actions)].reduce((sum, action) => sum + itemCounts[countByAction[action]], 0);
}

/** The places of those items that belong to the plan. */
function ordinalsOf(planId: string, ids: readonly string[]): number[] {
  return ids.flatMap((id) => {
    const key = parseImportItemId(id);
    return key?.planId === planId ? [key.ordinal] : [];
  });
}

/** An empty mapping removes the stored one. */
function withoutEmptyMapping({ mapping = [], ...options }: ImportPlan['options']): ImportPlan['options'] {
  return mapping.length === 0 ? options : { ...options, mapping };
}
