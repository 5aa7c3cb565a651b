/**
 * The law of recognised records: a file gives the same plan, in every column, whether the records that the last import has read are recognised
 * or read again.
 */
import fc from 'fast-check';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { sql } from '../../src/database/sql.js';
import type { SqlConnection } from '../../src/database/sqlConnection.js';
import { castFunction, orchard, projection, singleView } from '../support/fastDataRecords.js';
import { bundleOf, originIn, type BundleRecord } from '../support/importBundle.js';
import { ImportFlow, type Place, type StageOptions } from '../support/importFlow.js';
import { genres, makeDefinition, makeEntry, makeField } from '../support/libraryObjects.js';
import { sharedServer } from '../support/sharedServer.js';

/** Of all kinds of checks: alone, against others, by a definition, for unique texts; valid, with warnings and invalid ones. */
const records: BundleRecord[] = [
  ...orchard(),
  projection('topical', { system: 'orchard', topics: { ingestion: { name: 'farm.orders' } } }),
  castFunction('Casts'),
  castFunction('casts'),
  castFunction('deep', 'return "\u00e9"'),
  { ...castFunction('wrong'), spec: { dataType: 7 } },
  { ...castFunction('reference'), origins: [originIn('elsewhere', 'reference')] },
  { ...singleView('sv_titled'), title: 'A title' },
  singleView('sv_unknown', { brandNew: true }),
  genres,
  makeDefinition('Book', [makeField('title', 'Text')]),
  makeDefinition('Film', [makeField('title', 'Text')]),
  makeEntry('Book', 'b1', { title: 'One' }),
  makeEntry('Book', 'b2', { title: 7 }),
].map((record) => record as BundleRecord);

type Change = { index: number } & ({ what: 'drop' | 'edit' | 'twice' } | { what: 'move'; to: number });
const index = fc.nat({ max: records.length - 1 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ index, what: fc.constantFrom('drop' as const, 'edit' as const, 'edit' as const, 'twice' as const) }),
  fc.record({ index, what: fc.constant('move' as const), to: index }),
);
const changes = fc.array(change, { maxLength: 5 });
const project = fc.constantFrom('farm', 'farm', 'other');
const options: fc.Arbitrary<StageOptions> = fc.record({
  mode: fc.constantFrom('COPY' as const, 'REFERENCE' as const),
  options: fc.constantFrom({}, { createStrategy: 'UPSERT' }),
});
const byHand = fc.record({ index, what: fc.constantFrom('delete' as const, 'edit' as const, 'rename' as const) });
const imports = fc.record({
  layout: fc.constantFrom('JSON' as const, 'JSONL' as const),
  first: fc.record({ changes, project }),
  firstOptions: options,
  hand: fc.array(byHand, { maxLength: 3 }),
  capabilities: fc.constantFrom(null, []),
  second: fc.record({ changes, project }),
  secondOptions: options,
});

interface BundleParts {
  changes: readonly Change[];
  project: string;
  layout: 'JSON' | 'JSONL';
}

describe('a record that the last import of the branch has read', () => {
  let flow: ImportFlow;
  let connection: SqlConnection;
  beforeAll(async () => {
    const server = await sharedServer();
    flow = new ImportFlow(server);
    connection = await openSqlConnection(server.database, 60_000);
  });
  afterAll(() => connection.close());

  it('gives the same item whether it is recognised or read again', async () => {
    await fc.assert(
      fc.asyncProperty(imports, async ({ layout, first, firstOptions, hand, capabilities, second, secondOptions }) => {
        const place = await flow.makeProject(['EVENT_DRIVEN']);
        await importAll(bundle({ ...first, layout }), place, firstOptions);
        for (const each of hand) await changeByHand(place, each);
        if (capabilities) await ask('updateProject', 'UpdateProjectInput', { id: place.projectId, capabilities });
        const text = bundle({ ...second, layout });
        const recognised = await stage(text, place, secondOptions);
        await forgetHashes(place);
        expect(recognised).toEqual(await stage(text, place, secondOptions));
      }),
      { numRuns: 15, seed: 20_260_301 },
    );
  });

  it('is not read: its item points to the content that was written for the last import', async () => {
    const place = await flow.makeProject();
    const text = bundleOf([castFunction('kept'), castFunction('changed')], { project: 'farm', layout: 'JSONL' });
    const { id } = await flow.stage(text, place);
    await flow.execute(id);
    await changeByHand(place, { index: 0, what: 'edit' });
    const plan = await flow.stage(text.replaceAll('\n', '\r\n'), place);
    expect(await contentIds(plan.id)).toEqual(await contentIds(id));
    expect(plan.counts).toMatchObject({ collision: 1, unchanged: 1 });
  });

  it('is read again when its item is gone meanwhile', async () => {
    const place = await flow.makeProject();
    const text = bundleOf([castFunction('a'), castFunction('b')], { project: 'farm' });
    const { id } = await flow.stage(text, place);
    await flow.execute(id);
    await connection.run(
      sql`DELETE FROM import_item WHERE ordinal = 1 AND plan_no = (SELECT no FROM import_plan WHERE id = ${id})`,
    );
    const plan = await flow.stage(text, place);
    expect(plan.counts).toMatchObject({ total: 2, unchanged: 2 });
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', unchangedCount: 2 });
  });

  it('is found after records that were added, removed and moved', async () => {
    const place = await flow.makeProject();
    const all = Array.from({ length: 5000 }, (_, at) => castFunction(`cast${String(at).padStart(5, '0')}`));
    const first = bundleOf(all, { project: 'farm', layout: 'JSONL' });
    const { id } = await flow.stage(first, place);
    await flow.execute(id);
    const added = Array.from({ length: 1500 }, (_, at) => castFunction(`added${at}`));
    const moved = [...all.slice(4000), ...added, ...all.slice(0, 500), ...all.slice(3500, 4000)];
    const second = bundleOf(moved, { project: 'farm', layout: 'JSONL' });
    const one = await rowsOf((await flow.stage(second, place)).id);
    await forgetHashes(place);
    expect(one).toEqual(await rowsOf((await flow.stage(second, place)).id));
  });

  function bundle({ changes: made, project: from, layout }: BundleParts): string {
    let list = [...records];
    for (const { index: at, ...each } of made) {
      const record = list[at];
      if (!record) continue;
      if (each.what === 'drop') list = list.toSpliced(at, 1);
      else if (each.what === 'twice') list = list.toSpliced(at, 0, record);
      else if (each.what === 'move') list = list.toSpliced(at, 1).toSpliced(each.to, 0, record);
      else list = list.with(at, { ...record, spec: { ...record.spec, description: 'edited' } });
    }
    return bundleOf(list, { project: from, layout });
  }

  async function importAll(text: string, place: Place, stageOptions: StageOptions): Promise<void> {
    const plan = await flow.stage(text, place, stageOptions);
    await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
  }

  async function changeByHand(place: Place, { index: at, what }: { index: number; what: string }): Promise<void> {
    const resources = await flow.resources(place);
    const resource = resources[at % resources.length];
    if (!resource) return;
    const { id, name, spec } = resource;
    if (what === 'delete') await ask('deleteResource', 'DeleteResourceInput', { id, force: true });
    else if (what === 'rename') await ask('renameResource', 'RenameResourceInput', { id, name: `${name}-2` });
    else await ask('updateResource', 'UpdateResourceInput', { id, spec: { ...spec, description: 'by hand' } });
  }

  /** Problems of the change do not matter: the branch then stays as it is. */
  function ask(field: string, type: string, input: Record<string, unknown>): Promise<unknown> {
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { problems { code } } }`;
    return flow.ask(document, { input });
  }

  async function stage(text: string, place: Place, stageOptions: StageOptions): Promise<unknown> {
    const { id } = await flow.stage(text, place, stageOptions);
    return { plan: await planOf(id), rows: await rowsOf(id) };
  }

  function forgetHashes({ branchId }: Place): Promise<number> {
    return connection.run(
      sql`DELETE FROM import_record_hash WHERE plan_no IN (SELECT no FROM import_plan WHERE branch_id = ${branchId})`,
    );
  }

  /** What the file and the derivation give, and what people see of it. */
  async function planOf(id: string): Promise<unknown> {
    const row = await connection.get<Record<string, unknown>>(
      sql`SELECT status, format, file_facts, problems, advice, counts, kind_counts FROM import_plan WHERE id = ${id}`,
    );
    const { items, counts } = await flow.plan(id);
    return { row, counts, items: items.edges.map(({ node }) => ({ ...node, id: '' })) };
  }

  /** All columns of the items but ids that are new in each plan; contents by what they are. */
  async function rowsOf(id: string): Promise<unknown> {
    const rows = await connection.all<Record<string, unknown>>(
      sql`SELECT i.*, c.digest AS content_digest, c.spec AS content_spec, c.title AS content_title, e.digest AS effective_digest,
         (SELECT string_agg(g.type_id || g.at || g.target_name, ' ') FROM
           (SELECT d.type_id, d.at, d.target_name FROM edge d WHERE d.content_id = i.content_id ORDER BY d.ordinal) AS g) AS edges
       FROM import_item i LEFT JOIN content c ON c.id = i.content_id LEFT JOIN content e ON e.id = i.effective_content_id
       WHERE i.plan_no = (SELECT no FROM import_plan WHERE id = ${id}) ORDER BY i.ordinal`,
    );
    return rows.map(({ planNo: _, contentId: _c, effectiveContentId: _e, resourceId: _r, ...row }) => row);
  }

  async function contentIds(id: string): Promise<unknown[]> {
    return connection.all(
      sql`SELECT content_id FROM import_item WHERE plan_no = (SELECT no FROM import_plan WHERE id = ${id}) ORDER BY ordinal`,
    );
  }
});
