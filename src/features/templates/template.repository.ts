import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { countsTogether, keysetPage, readRows, rowsTogether, sql, type Database } from '../../database/index.js';
import { inKeyOrder, type OrderedPageRequest, type StoredJson } from '../../graphql/index.js';
import type { ListOrder } from '../../shared/listOrder.js';
import { Template } from './template.entity.js';
import type { TemplateDirection } from './templateDirection.js';

/** The form of a name for comparing and sorting. */
function foldName(name: string): string {
  return name.toLowerCase();
}

/** A list of the templates of a project. */
export interface TemplateListKey {
  projectId: string;
  direction: TemplateDirection | null;
}

export interface TemplatePageKey extends TemplateListKey {
  request: OrderedPageRequest<Template>;
}

/** By name, case-insensitive: the order of the index `template_name`. */
export const templateOrder: ListOrder<Template> = {
  name: 'NAME ASC',
  direction: 'ASC',
  key: [
    { by: 'template.foldedName', type: 'text', of: ({ foldedName }) => foldedName },
    { by: 'template.direction', type: 'text', of: ({ direction }) => direction },
  ],
};

/** All queries on templates. */
export class TemplateRepository {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<Template | null> {
    return this.database.read.findOneBy(Template, { id });
  }

  readonly byIds = async (ids: readonly string[]): Promise<(Template | null)[]> =>
    inKeyOrder(ids, await this.database.read.findBy(Template, { id: In([...ids]) }), ({ id }) => id);

  byIdWithSettings(id: string): Promise<Template | null> {
    return this.database.read
      .createQueryBuilder(Template, 'template')
      .addSelect('template.settings')
      .where('template.id = :id', { id })
      .getOne();
  }

  readonly storedSettings: StoredJson = {
    sizesByIds: async (ids) => {
      const rows = await readRows<{ id: string; sizeBytes: number }>(
        this.database.read,
        sql`SELECT id, octet_length(settings) AS size_bytes FROM template WHERE id IN ${ids}`,
      );
      return inKeyOrder(ids, rows, ({ id }) => id).map((row) => row && row.sizeBytes);
    },
    textsByIds: async (ids) => {
      const rows = await readRows<{ id: string; settings: string }>(
        this.database.read,
        sql`SELECT id, settings FROM template WHERE id IN ${ids}`,
      );
      return inKeyOrder(ids, rows, ({ id }) => id).map((row) => row && row.settings);
    },
  };

  /** A page of each list; one row more than requested if there are more. */
  readonly pagesOf = (keys: readonly TemplatePageKey[]): Promise<Template[][]> =>
    rowsTogether(
      this.database.read,
      keys.map((key) => keysetPage(this.filtered(key), key.request)),
    );

  readonly countsOf = (keys: readonly TemplateListKey[]): Promise<number[]> =>
    countsTogether(
      this.database.read,
      keys.map((key) => this.filtered(key)),
    );

  /** The template with a name, case-insensitive. */
  static byName(
    manager: EntityManager,
    { projectId, direction, name }: Pick<Template, 'projectId' | 'direction' | 'name'>,
  ): Promise<Template | null> {
    return manager.findOneBy(Template, { projectId, direction, foldedName: foldName(name) });
  }

  static async save(manager: EntityManager, template: Omit<Template, 'foldedName'>): Promise<Template> {
    const row: Template = { ...template, foldedName: foldName(template.name) };
    const columns: object = row;
    await manager.upsert(Template, columns, ['id']);
    return row;
  }

  /** False if there was none. */
  static async delete(manager: EntityManager, id: string): Promise<boolean> {
    const { affected } = await manager.delete(Template, { id });
    return affected === 1;
  }

  private filtered({ projectId, direction }: TemplateListKey): SelectQueryBuilder<Template> {
    const query = this.database.read
      .createQueryBuilder(Template, 'template')
      .where('template.projectId = :projectId', { projectId });
    if (direction) query.andWhere('template.direction = :direction', { direction });
    return query;
  }
}
