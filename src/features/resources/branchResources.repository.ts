import type { SelectQueryBuilder } from 'typeorm';
import {
  andWhere,
  countsTogether,
  hasText,
  keysetPage,
  readRows,
  rowsTogether,
  sql,
  type Database,
} from '../../database/index.js';
import type { OrderedPageRequest } from '../../graphql/index.js';
import { hasReader, isOpenTo } from '../access/index.js';
import type { SortKeys } from '../../shared/listOrder.js';
import { lowerAscii } from '../../shared/lowerAscii.js';
import type { ResourceMode } from '../kinds/index.js';
import { Resource } from './resource.entity.js';

/** The filter of a list of resources. */
export interface ResourceFilterValues {
  kinds?: readonly string[] | null;
  mode?: ResourceMode | null;
  /** Part of the name or title, case-insensitive. */
  search?: string | null;
  originProjectKey?: string | null;
}

/** A branch and the principals for whom its resources are listed; null for a reader who may see all. */
export interface ResourceScope {
  branchId: string;
  readerIds: readonly string[] | null;
}

/** A list of the resources of a branch. */
export interface ResourceListKey extends ResourceScope {
  filter: ResourceFilterValues;
}

/** A page of such a list. */
export interface ResourcePageKey extends ResourceListKey {
  request: OrderedPageRequest<Resource>;
}

/** The number of visible resources of a kind on a branch. */
export interface KindCountRow {
  branchId: string;
  kind: string;
  total: number;
  referenceTotal: number;
}

export type ResourceOrderField = 'NAME' | 'KIND' | 'UPDATED_AT' | 'CREATED_AT';

const byName = [
  { by: 'lower(resource.name)', type: 'text', of: ({ name }: Resource) => lowerAscii(name) },
  { by: 'resource.namespace', type: 'text', of: ({ namespace }: Resource) => namespace },
  { by: 'resource.name', type: 'text', of: ({ name }: Resource) => name },
] as const;
const byId = { by: 'resource.id', type: 'text', of: ({ id }: Resource) => id } as const;

/** The order of the indexes `resource_name`, `resource_kind`, `resource_updated` and `resource_created`. */
export const resourceSortKeys: SortKeys<ResourceOrderField, Resource> = {
  NAME: byName,
  KIND: [{ by: 'resource.kindName', type: 'text', of: ({ kindName }) => kindName }, ...byName],
  UPDATED_AT: [{ by: 'resource.updatedAt', type: 'text', of: ({ updatedAt }) => updatedAt.toISOString() }, byId],
  CREATED_AT: [{ by: 'resource.createdAt', type: 'text', of: ({ createdAt }) => createdAt.toISOString() }, byId],
};

/** Lists of the resources of branches; the lists of several branches are read together. */
export class BranchResourcesRepository {
  constructor(private readonly database: Database) {}

  /** A page of each list; one row more than requested if there are more. */
  readonly pagesOf = (keys: readonly ResourcePageKey[]): Promise<Resource[][]> =>
    rowsTogether(
      this.database.read,
      keys.map((key) => keysetPage(this.filtered(key), key.request)),
    );

  /** The number of resources of each list; filters by kinds and modes alone use stored counts. */
  readonly countsOf = async (keys: readonly ResourceListKey[]): Promise<number[]> => {
    const kept = keys.filter(({ filter }) => isKept(filter));
    const keptCounts = kept.length > 0 ? await this.kindCountsOf(kept) : [];
    const others = keys.filter(({ filter }) => !isKept(filter));
    const otherCounts = await countsTogether(
      this.database.read,
      others.map((key) => this.filtered(key)),
    );
    const countByKey = new Map<ResourceListKey, number>();
    for (const [at, key] of kept.entries()) countByKey.set(key, sumOf(keptCounts[at] ?? [], key.filter));
    for (const [at, key] of others.entries()) countByKey.set(key, otherCounts[at] ?? 0);
    return keys.map((key) => countByKey.get(key) ?? 0);
  };

  /** From the stored counts, minus hidden resources; sorted by kind. */
  readonly kindCountsOf = async (scopes: readonly ResourceScope[]): Promise<KindCountRow[][]> => {
    const branchIds = [...new Set(scopes.map(({ branchId }) => branchId))];
    const rows = await readRows<KindCountRow>(
      this.database.read,
      sql`SELECT branch_id, kind, total, reference_total FROM resource_count
        WHERE total > 0 AND branch_id IN ${branchIds} ORDER BY kind`,
    );
    const hidden = await this.hiddenCounts(scopes);
    const shown = rows.flatMap((row) => {
      const { total = 0, referenceTotal = 0 } = hidden.get(`${row.branchId} ${row.kind}`) ?? {};
      const left = { ...row, total: row.total - total, referenceTotal: row.referenceTotal - referenceTotal };
      return left.total > 0 ? [left] : [];
    });
    const rowsByBranch = new Map<string, KindCountRow[]>(branchIds.map((branchId) => [branchId, []]));
    for (const row of shown) rowsByBranch.get(row.branchId)?.push(row);
    return scopes.map(({ branchId }) => rowsByBranch.get(branchId) ?? []);
  };

  /** The scopes are of one request: the caller sees all of a branch, or what the same principals may read. */
  private async hiddenCounts(scopes: readonly ResourceScope[]): Promise<ReadonlyMap<string, KindCountRow>> {
    const partly = scopes.filter(({ readerIds }) => readerIds !== null);
    if (partly.length === 0) return new Map();
    const branchIds = [...new Set(partly.map(({ branchId }) => branchId))];
    const readerIds = [...new Set(partly.flatMap((scope) => scope.readerIds ?? []))];
    const rows = await readRows<KindCountRow>(
      this.database.read,
      sql`SELECT r.branch_id, r.kind, count(*) AS total, count(CASE WHEN r.mode = 'REFERENCE' THEN 1 END) AS reference_total
        FROM resource_restriction x JOIN resource r ON r.id = x.resource_id
        WHERE r.branch_id IN ${branchIds} AND NOT ${hasReader(sql`r.id`, readerIds)}
        GROUP BY r.branch_id, r.kind`,
    );
    return new Map(rows.map((row) => [`${row.branchId} ${row.kind}`, row]));
  }

  private filtered({ branchId, readerIds, filter }: ResourceListKey): SelectQueryBuilder<Resource> {
    const query = this.database.read
      .createQueryBuilder(Resource, 'resource')
      .where('resource.branchId = :branchId', { branchId });
    if (readerIds) andWhere(query, isOpenTo(readerIds, sql`resource.id`));
    if (filter.kinds) query.andWhere('resource.kindName IN (:...kinds)', { kinds: [...filter.kinds, ''] });
    if (filter.mode) query.andWhere('resource.mode = :mode', { mode: filter.mode });
    if (filter.search) {
      const { search } = filter;
      andWhere(query, sql`(${hasText(sql`resource.name`, search)} OR ${hasText(sql`resource.title`, search)})`);
    }
    if (filter.originProjectKey) {
      const { originProjectKey } = filter;
      andWhere(
        query,
        sql`resource.provenance_id IN (SELECT p.id FROM provenance p WHERE p.project_key = ${originProjectKey})`,
      );
    }
    return query;
  }
}

/** Whether the stored counts give the number of resources that match a filter. */
function isKept({ search, originProjectKey }: ResourceFilterValues): boolean {
  return !search && !originProjectKey;
}

function sumOf(rows: readonly KindCountRow[], { kinds, mode }: ResourceFilterValues): number {
  const wanted = kinds && new Set(kinds);
  const counted = ({ total, referenceTotal }: KindCountRow) =>
    mode === 'REFERENCE' ? referenceTotal : mode === 'EDITABLE' ? total - referenceTotal : total;
  return rows.filter(({ kind }) => !wanted || wanted.has(kind)).reduce((sum, row) => sum + counted(row), 0);
}
