import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Database } from '../../database/index.js';
import { inKeyOrder, pageOf, type Page, type PageRequest, type StoredJson } from '../../graphql/index.js';
import { Template } from './template.entity.js';
import type { TemplateDirection } from './templateDirection.js';

/** What a name is compared by, and what lists are sorted by. */
function foldName(name: string): string {
  return name.toLowerCase();
}

/** Every query on templates. */
export class TemplateRepository {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<Template | null> {
    return this.database.read.findOneBy(Template, { id });
  }

  byIdWithSettings(id: string): Promise<Template | null> {
    return this.database.read
      .createQueryBuilder(Template, 'template')
      .addSelect('template.settings')
      .where('template.id = :id', { id })
      .getOne();
  }

  readonly storedSettings: StoredJson = {
    sizesByIds: async (ids) => {
      const rows = await this.database.read.sql<{ id: string; sizeBytes: number }[]>`
        SELECT id, octet_length(settings) AS "sizeBytes" FROM template WHERE id IN (${() => [...ids]})`;
      return inKeyOrder(ids, rows, ({ id }) => id).map((row) => row && row.sizeBytes);
    },
    textsByIds: async (ids) => {
      const rows = await this.database.read.sql<{ id: string; settings: string }[]>`
        SELECT id, settings FROM template WHERE id IN (${() => [...ids]})`;
      return inKeyOrder(ids, rows, ({ id }) => id).map((row) => row && row.settings);
    },
  };

  /** A page of a project's templates, by name without regard to case: the order of the index `template_name`. */
  async page(
    projectId: string,
    direction: TemplateDirection | null | undefined,
    request: PageRequest,
  ): Promise<Page<Template>> {
    const query = this.filtered(projectId, direction);
    if (request.after) {
      const [foldedName, afterDirection] = request.after;
      query.andWhere('(template.foldedName, template.direction) > (:foldedName, :afterDirection)', {
        foldedName,
        afterDirection,
      });
    }
    const rows = await query
      .orderBy('template.foldedName')
      .addOrderBy('template.direction')
      .limit(request.first + 1)
      .getMany();
    return pageOf(rows, request, {
      cursorOf: (template) => [template.foldedName, template.direction],
      count: () => this.filtered(projectId, direction).getCount(),
    });
  }

  /** The template that has a name already, in any case. */
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

  /** False when there was none. */
  static async delete(manager: EntityManager, id: string): Promise<boolean> {
    const { affected } = await manager.delete(Template, { id });
    return affected === 1;
  }

  private filtered(projectId: string, direction: TemplateDirection | null | undefined): SelectQueryBuilder<Template> {
    const query = this.database.read
      .createQueryBuilder(Template, 'template')
      .where('template.projectId = :projectId', { projectId });
    if (direction) query.andWhere('template.direction = :direction', { direction });
    return query;
  }
}
