import type { EntityManager, SelectQueryBuilder } from 'typeorm';
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
import type { ListOrder } from '../../shared/listOrder.js';
import { hasReader } from '../access/index.js';
import { Binding } from './binding.entity.js';

/** A source project, as the files that were read into a project state it. */
export type KnownSource = Pick<
  Binding,
  'sourceInstanceId' | 'sourceProjectId' | 'sourceProjectKey' | 'sourceProjectName'
>;

/** A list of the bindings of a project that a reader may see. */
export interface BindingListKey {
  projectId: string;
  kinds: readonly string[] | null;
  search: string | null;
  /** The principal and its groups; null if they may see every resource. */
  principalIds: readonly string[] | null;
}

export interface BindingPageKey extends BindingListKey {
  request: OrderedPageRequest<Binding>;
}

/** The order of the index `binding_order`. */
export const bindingOrder: ListOrder<Binding> = {
  name: 'NAME ASC',
  direction: 'ASC',
  key: [
    { by: 'binding.name', type: 'text', of: ({ name }) => name },
    { by: 'binding.id', type: 'text', of: ({ id }) => id },
  ],
};

/** Queries of the API thread on bindings. */
export class BindingRepository {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<Binding | null> {
    return this.database.read.findOneBy(Binding, { id });
  }

  /** The source project with this key or id, of the plans and bindings of a project; the last one that was read, if there are several. */
  async source(projectId: string, keyOrId: string): Promise<KnownSource | undefined> {
    const isMeant = sql`(v.project_key = ${keyOrId} OR v.project_id = ${keyOrId}) AND v.project_id IS NOT NULL`;
    const [ofPlan] = await readRows<KnownSource>(
      this.database.read,
      sql`SELECT v.instance_id AS source_instance_id, v.project_id AS source_project_id, v.project_key AS source_project_key,
         v.project_name AS source_project_name
       FROM branch b JOIN import_plan p ON p.branch_id = b.id JOIN provenance v ON v.id = p.provenance_id
       WHERE b.project_id = ${projectId} AND ${isMeant} ORDER BY p.id DESC LIMIT 1`,
    );
    if (ofPlan) return ofPlan;
    const known = await this.database.read.findOne(Binding, {
      where: [
        { projectId, sourceProjectKey: keyOrId },
        { projectId, sourceProjectId: keyOrId },
      ],
      order: { id: 'DESC' },
    });
    return known ?? undefined;
  }

  /** A page of each list; one row more than requested if there are more. */
  readonly pagesOf = (keys: readonly BindingPageKey[]): Promise<Binding[][]> =>
    rowsTogether(
      this.database.read,
      keys.map((key) => keysetPage(this.filtered(key), key.request)),
    );

  readonly countsOf = (keys: readonly BindingListKey[]): Promise<number[]> =>
    countsTogether(
      this.database.read,
      keys.map((key) => this.filtered(key)),
    );

  /** The binding of the same name of the same source. */
  static ofName(
    manager: EntityManager,
    { projectId, sourceProjectId, sourceInstanceId, kindName, name }: Binding,
  ): Promise<Binding | null> {
    return manager
      .createQueryBuilder(Binding, 'binding')
      .where({ projectId, sourceProjectId, kindName, name })
      .andWhere(`coalesce(binding.sourceInstanceId, '') = :instance`, { instance: sourceInstanceId ?? '' })
      .getOne();
  }

  static async save(manager: EntityManager, binding: Binding): Promise<void> {
    const columns: object = binding;
    await manager.upsert(Binding, columns, ['id']);
  }

  /** False if there was none. */
  static async delete(manager: EntityManager, id: string): Promise<boolean> {
    const { affected } = await manager.delete(Binding, { id });
    return affected === 1;
  }

  /** Without bindings to resources that are hidden from the reader on any branch: their names are not for them. */
  private filtered({ projectId, kinds, search, principalIds }: BindingListKey): SelectQueryBuilder<Binding> {
    const query = this.database.read
      .createQueryBuilder(Binding, 'binding')
      .where('binding.projectId = :projectId', { projectId });
    // An empty list matches nothing, and SQL has no empty IN ().
    if (kinds) query.andWhere('binding.kindName IN (:...kinds)', { kinds: [...kinds, ''] });
    if (search !== null && search !== '')
      andWhere(query, sql`(${hasText(sql`binding.name`, search)} OR ${hasText(sql`binding.to_name`, search)})`);
    if (principalIds)
      andWhere(
        query,
        sql`NOT EXISTS (SELECT 1 FROM resource_restriction x JOIN resource r ON r.id = x.resource_id JOIN branch h ON h.id = r.branch_id
          WHERE h.project_id = binding.project_id AND r.namespace = binding.namespace
            AND (r.name = binding.to_name OR r.name = binding.name) AND NOT ${hasReader(sql`x.resource_id`, principalIds)})`,
      );
    return query;
  }
}
