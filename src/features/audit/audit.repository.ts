import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { readRows, runSql, sql, type Database } from '../../database/index.js';
import { inKeyOrder, pageOf, type Page, type PageRequest, type StoredJson } from '../../graphql/index.js';
import type { AuditAction } from './auditAction.js';
import { insertOfEvent, type AuditEntry } from './auditEntry.js';
import { AuditEvent } from './auditEvent.entity.js';

export interface AuditFilterValues {
  projectId?: string | null;
  actions?: readonly AuditAction[] | null;
  principalId?: string | null;
  /** Inclusive. */
  after?: Date | null;
  before?: Date | null;
}

/** All queries on the audit log. */
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** Writes an event inside the caller's transaction, so that it commits with the change. */
  static insert(manager: EntityManager, entry: AuditEntry): Promise<void> {
    return runSql(manager, insertOfEvent(entry));
  }

  byId(id: string): Promise<AuditEvent | null> {
    return this.database.read.findOneBy(AuditEvent, { id });
  }

  readonly storedDetails: StoredJson = {
    sizesByIds: async (ids) => {
      const rows = await readRows<{ id: string; sizeBytes: number }>(
        this.database.read,
        sql`SELECT id, octet_length(detail) AS size_bytes FROM audit_event WHERE id IN ${ids}`,
      );
      return inKeyOrder(ids, rows, ({ id }) => id).map((row) => row && row.sizeBytes);
    },
    textsByIds: async (ids) => {
      const rows = await readRows<{ id: string; detail: string }>(
        this.database.read,
        sql`SELECT id, detail FROM audit_event WHERE id IN ${ids}`,
      );
      return inKeyOrder(ids, rows, ({ id }) => id).map((row) => row && row.detail);
    },
  };

  /** Newest first. */
  async page({ actions, ...rest }: AuditFilterValues, request: PageRequest): Promise<Page<AuditEvent>> {
    const filter = { ...rest, actions: actions ? [...new Set(actions)] : null };
    const rows = await this.newest(filter, request).getMany();
    return pageOf(rows, request, {
      cursorOf: ({ at, id }) => [at.toISOString(), id],
      count: () => this.matching(filter, filter.actions).getCount(),
    });
  }

  /**
   * The rows of a page, one more if there are more. With several actions, the newest events of each are read from its part of
   * the index and then merged: sorting all of them would take longer as the log grows.
   */
  private newest(filter: AuditFilterValues, request: PageRequest): SelectQueryBuilder<AuditEvent> {
    const actions = filter.actions ?? [];
    if (actions.length < 2) return this.firstOf(this.matching(filter, filter.actions), request);
    const parts = actions.map((action) => this.firstOf(this.matching(filter, [action]), request));
    const ids = parts.map(
      (part, index) => `SELECT id FROM (${part.select('event.id', 'id').getQuery()}) AS part_${index}`,
    );
    const union = this.database.read
      .createQueryBuilder(AuditEvent, 'event')
      .where(`event.id IN (${ids.join(' UNION ALL ')})`);
    for (const part of parts) union.setParameters(part.getParameters());
    return this.firstOf(union, { first: request.first, after: undefined });
  }

  private firstOf(
    query: SelectQueryBuilder<AuditEvent>,
    { first, after }: PageRequest,
  ): SelectQueryBuilder<AuditEvent> {
    if (after) {
      const [afterAt = '', afterId = ''] = after;
      query.andWhere('(event.at, event.id) < (:afterAt, :afterId)', { afterAt, afterId });
    }
    return query
      .orderBy('event.at', 'DESC')
      .addOrderBy('event.id', 'DESC')
      .limit(first + 1);
  }

  private matching(
    { projectId, principalId, after, before }: AuditFilterValues,
    actions: readonly AuditAction[] | null | undefined,
  ): SelectQueryBuilder<AuditEvent> {
    const query = this.database.read.createQueryBuilder(AuditEvent, 'event').where('1 = 1');
    if (projectId) query.andWhere('event.projectId = :projectId', { projectId });
    if (principalId) query.andWhere('event.principalId = :principalId', { principalId });
    if (after) query.andWhere('event.at >= :from', { from: timeText(after) });
    if (before) query.andWhere('event.at < :to', { to: timeText(before) });
    const [action] = actions ?? [];
    // A parameter name per action: queries of single actions are combined.
    if (action !== undefined && actions?.length === 1)
      query.andWhere(`event.action = :only${action}`, { [`only${action}`]: action });
    // An empty list matches nothing, and SQL has no empty IN ().
    else if (actions) query.andWhere('event.action IN (:...actions)', { actions: [...actions, ''] });
    return query;
  }
}

/** Times are compared as texts, which sort by time from the year 0 to the year 9999. */
function timeText(time: Date): string {
  const text = time.toISOString();
  if (text.startsWith('-')) return '';
  return text.startsWith('+') ? ':' : text;
}
