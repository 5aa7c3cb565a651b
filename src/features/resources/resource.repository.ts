import { In } from 'typeorm';
import { readRows, sql, type Database } from '../../database/index.js';
import { groupedByKey, inKeyOrder, readPages } from '../../graphql/index.js';
import { isOpenTo } from '../access/index.js';
import { Content } from './content.entity.js';
import { Provenance } from './provenance.entity.js';
import { Resource } from './resource.entity.js';

interface ContentFacts extends Pick<Content, 'id' | 'digest'> {
  specBytes: number;
}

/** All queries of the API thread on resources. */
export class ResourceRepository {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<Resource | null> {
    return this.database.read.findOneBy(Resource, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<(Resource | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Resource, { id: In([...ids]) }), ({ id }) => id);

  readonly contentsByIds = async (ids: readonly number[]): Promise<(Content | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Content, { id: In([...ids]) }), ({ id }) => id);

  /** Facts about contents, without their specs. */
  readonly contentFactsByIds = async (ids: readonly number[]): Promise<(ContentFacts | null)[]> => {
    const rows = await readRows<ContentFacts>(
      this.database.read,
      sql`SELECT id, digest, octet_length(spec) AS spec_bytes FROM content WHERE id IN ${sql.numbers(ids)}`,
    );
    return inKeyOrder(ids, rows, ({ id }) => id);
  };

  readonly provenancesByIds = async (ids: readonly string[]): Promise<(Provenance | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Provenance, { id: In([...ids]) }), ({ id }) => id);

  /** A page of children of each parent, by name; one more than requested if there are more. */
  readonly childrenOf = (keys: readonly ChildrenKey[]): Promise<Resource[][]> =>
    readPages(
      keys,
      ({ first, after, readerIds }) => [first, after, readerIds],
      (alike) => this.childrenOnPage(alike),
    );

  private async childrenOnPage(keys: readonly [ChildrenKey, ...ChildrenKey[]]): Promise<Resource[][]> {
    const [{ first, after, readerIds }] = keys;
    const parentIds = keys.map(({ parentId }) => parentId);
    const places = await readRows<{ id: string }>(
      this.database.read,
      sql`SELECT id FROM (
        SELECT r.id, row_number() OVER (PARTITION BY r.parent_id ORDER BY r.name) AS place
        FROM resource r WHERE r.parent_id IN ${parentIds} AND r.name > ${after} AND ${isOpenTo(readerIds, sql`r.id`)}) AS child
      WHERE place <= ${first + 1}`,
    );
    const rows = await this.database.read.find(Resource, {
      where: { id: In(places.map(({ id }) => id)) },
      order: { name: 'ASC' },
    });
    return groupedByKey(parentIds, rows, ({ parentId }) => parentId ?? '');
  }

  readonly childCountsOf = async (keys: readonly ChildCountKey[]): Promise<number[]> => {
    const parentIds = keys.map(({ parentId }) => parentId);
    // The keys are of one session; a superuser or manager sees all, whatever the project.
    const readerIds = keys.flatMap((key) => key.readerIds ?? []);
    const openParentIds = keys.flatMap((key) => (key.readerIds === null ? key.parentId : []));
    const counts = await readRows<{ parentId: string; total: number }>(
      this.database.read,
      sql`SELECT r.parent_id, count(*) AS total FROM resource r
        WHERE r.parent_id IN ${parentIds} AND (r.parent_id IN ${openParentIds} OR ${isOpenTo(readerIds, sql`r.id`)})
        GROUP BY r.parent_id`,
    );
    return inKeyOrder(parentIds, counts, ({ parentId }) => parentId).map((row) => row?.total ?? 0);
  };
}

/** A page of the children of one parent. */
export interface ChildrenKey {
  parentId: string;
  first: number;
  after: string;
  /** The principals of the reader; null for a reader who may see all. */
  readerIds: readonly string[] | null;
}

/** The number of the children of one parent. */
export type ChildCountKey = Pick<ChildrenKey, 'parentId' | 'readerIds'>;
