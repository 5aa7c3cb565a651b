import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type Database } from '../../../../src/database/index.js';
import { AuditRepository } from '../../../../src/features/audit/index.js';
import { AuditEvent } from '../../../../src/features/audit/auditEvent.entity.js';
import type { AuditFilterValues } from '../../../../src/features/audit/audit.repository.js';
import type { AuditEntry } from '../../../../src/features/audit/worker.js';
import { StatementRecorder } from '../../../golden/statementRecorder.js';

const entry: AuditEntry = {
  at: '2026-01-31T10:15:00.000Z',
  action: 'EXPORT',
  actor: { id: 'ada', name: 'Ada' },
  projectId: null,
  subjectId: null,
  outcome: 'SUCCEEDED',
};

/** Keeps the values of each statement too, so that its plan can be asked for. */
class PlannedStatements extends StatementRecorder {
  readonly queries: [string, unknown[]][] = [];

  override logQuery(sql: string, parameters: unknown[] = []): void {
    this.queries.push([sql, parameters]);
  }
}

describe('the audit log', () => {
  let dir: string;
  let database: Database;
  let repository: AuditRepository;
  const logger = new PlannedStatements();
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'waybill-audit-'));
    const url = `sqlite:${path.join(dir, 'test.sqlite')}`;
    database = await openDatabase({ url, entities: [AuditEvent], busyTimeoutMs: 300, logger });
    repository = new AuditRepository(database);
  });
  afterAll(async () => {
    await database.close();
    await rm(dir, { recursive: true });
  });

  const time = { after: new Date('2026-01-01'), before: new Date('2026-02-01') };
  it.each<[string, AuditFilterValues, string]>([
    ['nothing', {}, 'audit_event_time'],
    ['times', time, 'audit_event_time'],
    ['a project', { projectId: 'p' }, 'audit_event_project'],
    ['a principal', { principalId: 'ada' }, 'audit_event_principal'],
    ['an action', { actions: ['EXPORT'] }, 'audit_event_action'],
    ['a project and times', { projectId: 'p', ...time }, 'audit_event_project'],
  ])('is read in the order of an index when it is narrowed to %s', async (_what, filter, index) => {
    for (const after of [undefined, ['2026-01-15T00:00:00.000Z', 'id']]) {
      const plan = await planOf(() => repository.page(filter, { first: 50, after }));
      expect(plan).toEqual([expect.stringContaining(`USING INDEX ${index}`)]);
    }
  });

  it('takes of several actions the newest of each, without sorting the rest', async () => {
    const filter: AuditFilterValues = { actions: ['EXPORT', 'IMPORT', 'EXPORT'], projectId: 'p', ...time };
    const plan = await planOf(() => repository.page(filter, { first: 50, after: undefined }));
    expect(plan.filter((line) => /USING (COVERING )?INDEX audit_event_(action|project)/.test(line))).toHaveLength(2);
    // What is sorted are the parts, put together.
    expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toHaveLength(1);
    expect(plan.filter((line) => /^SCAN (event|audit_event)/.test(line))).toEqual([]);
  });

  it('keeps nothing of a transaction that is rolled back', async () => {
    const failing = database.write(async (manager) => {
      await AuditRepository.insert(manager, entry);
      throw new Error('after it');
    });
    await expect(failing).rejects.toThrow('after it');
    const { nodes } = await repository.page({}, { first: 50, after: undefined });
    expect(nodes).toEqual([]);
  });

  it('gives back what was written', async () => {
    await database.write((manager) => AuditRepository.insert(manager, { ...entry, detail: { count: 3 } }));
    const { nodes } = await repository.page({ actions: ['EXPORT'] }, { first: 50, after: undefined });
    expect(nodes).toMatchObject([
      { at: new Date(entry.at), principalId: 'ada', principalName: 'Ada', projectKey: null },
    ]);
    const ids = nodes.map(({ id }) => id);
    const texts = await repository.storedDetails.textsByIds(ids);
    expect(texts).toEqual(['{"count":3}']);
    expect(await repository.storedDetails.sizesByIds(ids)).toEqual([texts[0]!.length]);
    expect(await repository.storedDetails.textsByIds(['nowhere'])).toEqual([null]);
  });

  /** The lines of the plan of the one statement that runs. */
  async function planOf(work: () => Promise<unknown>): Promise<string[]> {
    logger.queries.length = 0;
    await work();
    const [[sql, parameters] = ['', []]] = logger.queries;
    const lines: { detail: string }[] = await database.read.query(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    return lines.map(({ detail }) => detail);
  }
});
