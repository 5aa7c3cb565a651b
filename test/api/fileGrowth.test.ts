/** What a file may come to: items, and room in the database. */
import { createProject, stageFile } from '../support/projectScene.js';
import { sharedServer } from '../support/sharedServer.js';
import { startTestServer } from '../support/testServer.js';

const entries = { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' };

describe('what a file may grow to', () => {
  it('does not count rows of a table in which there is nothing', async () => {
    const server = await sharedServer();
    const { branchId } = await createProject(server, 'rows');
    const table = `externalReferenceCode,title\nA,x\n${',\n'.repeat(100_000)}`;
    const plan = await stageFile(server, table, { branchId, options: entries, fileName: 'books.csv' });
    expect(plan.counts.total).toBe(1);
    expect(plan.problems).toContainEqual(
      expect.objectContaining({
        code: 'CONTENT_IGNORED',
        message: expect.stringContaining('100000 rows of the table have no value') as string,
      }),
    );
  });

  it('stops reading a file whose items need far more space than the file, and keeps none of them', async () => {
    const server = await sharedServer();
    const { branchId } = await createProject(server, 'growth');
    const lines = `{"a":1}\n${'{}\n'.repeat(100_000)}`;
    const plan = await stageFile(server, lines, {
      branchId,
      options: entries,
      format: 'objects/jsonl',
      fileName: 'books.jsonl',
    });
    expect(plan).toMatchObject({ status: 'FAILED', counts: { total: 0 } });
    expect(plan.problems.map(({ code }) => code)).toContain('FILE_GROWS_TOO_LARGE');
    expect(plan.problems.map(({ message }) => message).join(' ')).toContain('WAYBILL_MAX_GROWTH');
  });

  it('ends the reading of a file that has more items than one may have', async () => {
    const server = await startTestServer({ settings: { WAYBILL_MAX_ITEMS: '3' } });
    const { branchId } = await createProject(server, 'items');
    const table = (count: number) => `externalReferenceCode,title\n${'A,x\n'.repeat(count)}`;
    const input = { branchId, options: entries, fileName: 'books.csv' };
    expect((await stageFile(server, table(3), input)).counts.total).toBe(3);
    const plan = await stageFile(server, table(4), input);
    expect(plan).toMatchObject({ status: 'FAILED', counts: { total: 0 } });
    expect(plan.problems).toMatchObject([
      { code: 'TOO_MANY_ITEMS', message: expect.stringContaining('WAYBILL_MAX_ITEMS') as string },
    ]);
    await server.stop();
  });
});
