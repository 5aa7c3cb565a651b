/** What a file may come to. Limits of it: fixesOfFiles.test.ts and fixesOfSettings.test.ts. */
import { createProject, stageFile } from '../support/projectScene.js';
import { sharedServer } from '../support/sharedServer.js';

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
});
