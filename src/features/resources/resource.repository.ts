import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import type { Database } from '../../database/index.js';
import { groupedByKey, inKeyOrder, pageOf, readPages, type Page, type PageRequest } from '../../graphql/index.js';
import { lowerAscii } from '../../shared/lowerAscii.js';
import type { ResourceMode } from '../kinds/index.js';
import { Content } from './content.entity.js';
import { Provenance } from './provenance.entity.js';
import { Resource } from './resource.entity.js';

/** What a list of resources can be narrowed to. */
export interface ResourceFilterValues {
  kinds?: readonly string[] | null;
  mode?: ResourceMode | null;
  /** Part of the name or title, without regard to case. */
  search?: string | null;
  originProjectKey?: string | null;
}

/** Where resources are looked for, and for whom: for these principals alone, or for somebody who sees all (null). */
export interface ResourceScope {
  branchId: string;
  readerIds: readonly string[] | null;
}

interface ContentFacts extends Pick<Content, 'id' | 'digest'> {
  specBytes: number;
}

/** Every query on resources that a request waits for. */
export class ResourceRepository {
  constructor(private readonly database: Database) {}

  /** A page of a branch, by name without regard to case: the order of the index `resource_name`. */
  async page(
    { branchId, readerIds }: ResourceScope,
    filter: ResourceFilterValues,
    request: PageRequest,
  ): Promise<Page<Resource>> {
    const filtered = () => this.filtered(branchId, filter, readerIds);
    const query = filtered();
    if (request.after) {
      const [folded, namespace, name] = request.after;
      query.andWhere('(lower(resource.name), resource.namespace, resource.name) > (:folded, :namespace, :afterName)', {
        folded,
        namespace,
        afterName: name,
      });
    }
    const rows = await query
      .addSelect('lower(resource.name)', 'folded_name')
      .orderBy('folded_name')
      .addOrderBy('resource.namespace')
      .addOrderBy('resource.name')
      .limit(request.first + 1)
      .getMany();
    return pageOf(rows, request, {
      cursorOf: ({ name, namespace }) => [lowerAscii(name), namespace, name],
      count: () => (isOfKinds(filter) ? this.countOfKinds({ branchId, readerIds }, filter) : filtered().getCount()),
    });
  }

  /** From the counts that the database keeps, less what is not open to who asks: nothing is counted of what a branch holds. */
  private async countOfKinds({ branchId, readerIds }: ResourceScope, { kinds }: ResourceFilterValues): Promise<number> {
    const isAnyKind = kinds ? 0 : 1;
    const [counted] = await this.database.read.sql<{ total: number }[]>`
      SELECT coalesce(sum(total), 0) AS total FROM resource_count
      WHERE branch_id = ${branchId} AND (${isAnyKind} = 1 OR kind IN (${() => [...(kinds ?? []), '']}))`;
    if (!readerIds) return Number(counted?.total);
    const [hidden] = await this.database.read.sql<{ total: number }[]>`
      SELECT count(*) AS total FROM resource_restriction x JOIN resource r ON r.id = x.resource_id
      WHERE r.branch_id = ${branchId} AND (${isAnyKind} = 1 OR r.kind IN (${() => [...(kinds ?? []), '']}))
        AND NOT EXISTS (SELECT 1 FROM resource_reader y
          WHERE y.resource_id = r.id AND y.principal_id IN (${() => [...readerIds, '']}))`;
    return Number(counted?.total) - Number(hidden?.total);
  }

  byId(id: string): Promise<Resource | null> {
    return this.database.read.findOneBy(Resource, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<(Resource | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Resource, { id: In([...ids]) }), ({ id }) => id);

  readonly contentsByIds = async (ids: readonly number[]): Promise<(Content | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Content, { id: In([...ids]) }), ({ id }) => id);

  /** What is known of contents without reading their specs. */
  readonly contentFactsByIds = async (ids: readonly number[]): Promise<(ContentFacts | null)[]> => {
    const rows = await this.database.read.sql<ContentFacts[]>`
      SELECT id, digest, octet_length(spec) AS "specBytes" FROM content WHERE id IN (${() => [...ids]})`;
    return inKeyOrder(ids, rows, ({ id }) => id);
  };

  readonly provenancesByIds = async (ids: readonly string[]): Promise<(Provenance | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Provenance, { id: In([...ids]) }), ({ id }) => id);

  /** A page of children for each parent, by name; a list has one more than was asked for when there are more. */
  readonly childrenOf = (keys: readonly ChildrenKey[]): Promise<Resource[][]> =>
    readPages(
      keys,
      ({ first, after, readerIds }) => [first, after, readerIds],
      (alike) => this.childrenOnPage(alike),
    );

  private async childrenOnPage(keys: readonly [ChildrenKey, ...ChildrenKey[]]): Promise<Resource[][]> {
    const [{ first, after, readerIds }] = keys;
    const parentIds = keys.map(({ parentId }) => parentId);
    const seesAll = readerIds === null ? 1 : 0;
    const places = await this.database.read.sql<{ id: string }[]>`
      SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY parent_id ORDER BY name) AS place
        FROM resource WHERE parent_id IN (${() => parentIds}) AND name > ${after}
          AND (${seesAll} = 1 OR NOT EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = resource.id)
            OR EXISTS (SELECT 1 FROM resource_reader y
              WHERE y.resource_id = resource.id AND y.principal_id IN (${() => [...(readerIds ?? []), '']})))) AS child
      WHERE place <= ${first + 1}`;
    const rows = await this.database.read.find(Resource, {
      where: { id: In(places.map(({ id }) => id)) },
      order: { name: 'ASC' },
    });
    return groupedByKey(parentIds, rows, ({ parentId }) => parentId ?? '');
  }

  readonly childCountsOf = async (keys: readonly ChildCountKey[]): Promise<number[]> => {
    const parentIds = keys.map(({ parentId }) => parentId);
    // Of one request, and so of one session; a superuser and a manager see all, whatever the project.
    const readerIds = keys.flatMap((key) => key.readerIds ?? []);
    const openParentIds = keys.flatMap((key) => (key.readerIds === null ? key.parentId : []));
    const counts = await this.database.read.sql<{ parentId: string; total: number }[]>`
      SELECT parent_id AS "parentId", count(*) AS total FROM resource
      WHERE parent_id IN (${() => parentIds})
        AND (parent_id IN (${() => [...openParentIds, '']})
          OR NOT EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = resource.id)
          OR EXISTS (SELECT 1 FROM resource_reader y
            WHERE y.resource_id = resource.id AND y.principal_id IN (${() => [...new Set([...readerIds, ''])]})))
      GROUP BY parent_id`;
    return inKeyOrder(parentIds, counts, ({ parentId }) => parentId).map((row) => row?.total ?? 0);
  };

  private filtered(
    branchId: string,
    filter: ResourceFilterValues,
    readerIds: readonly string[] | null,
  ): SelectQueryBuilder<Resource> {
    const query = this.database.read
      .createQueryBuilder(Resource, 'resource')
      .where('resource.branchId = :branchId', { branchId });
    if (readerIds) query.andWhere(isOpenTo('resource.id'), { readerIds: [...readerIds, ''] });
    if (filter.kinds) query.andWhere('resource.kindName IN (:...kinds)', { kinds: [...filter.kinds, ''] });
    if (filter.mode) query.andWhere('resource.mode = :mode', { mode: filter.mode });
    if (filter.search) {
      // Folded as the database folds: other letters than ASCII's are compared as they are.
      const pattern = lowerAscii(`%${filter.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
      query.andWhere(
        new Brackets((either) => {
          either
            .where(String.raw`lower(resource.name) LIKE :pattern ESCAPE '\'`, { pattern })
            .orWhere(String.raw`lower(resource.title) LIKE :pattern ESCAPE '\'`, { pattern });
        }),
      );
    }
    if (filter.originProjectKey) {
      query.andWhere(
        'resource.provenanceId IN (SELECT p.id FROM provenance p WHERE p.project_key = :originProjectKey)',
        {
          originProjectKey: filter.originProjectKey,
        },
      );
    }
    return query;
  }
}

/** Whether a filter is about kinds alone. */
function isOfKinds({ mode, search, originProjectKey }: ResourceFilterValues): boolean {
  return !mode && !search && !originProjectKey;
}

/** Claims that a resource is open to all, or to one of `:readerIds`. */
function isOpenTo(id: string): string {
  return `(NOT EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = ${id})
    OR EXISTS (SELECT 1 FROM resource_reader y WHERE y.resource_id = ${id} AND y.principal_id IN (:...readerIds)))`;
}

/** A page of the children of one parent. */
export interface ChildrenKey {
  parentId: string;
  first: number;
  after: string;
  /** As in {@link ResourceScope}. */
  readerIds: readonly string[] | null;
}

/** The number of the children of one parent. */
export type ChildCountKey = Pick<ChildrenKey, 'parentId' | 'readerIds'>;
