/** Who on the machine may read what a server keeps: the user that runs it, whatever the umask. */
import { chmod, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeErSchema } from '../support/fastDataResources.js';
import { createProject, createResources, exportFile } from '../support/projectScene.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

describe('what a server keeps on the disk', () => {
  let server: TestServer;
  beforeAll(async () => {
    const former = process.umask(0);
    try {
      server = await startTestServer();
    } finally {
      process.umask(former);
    }
    const { branchId } = await createProject(server, 'kept');
    await createResources(server, branchId, [makeErSchema('er', {})]);
    await exportFile(server, { selection: { branchId, all: true } });
  });
  afterAll(() => server.stop());

  /** Everything in the data folder, and the folder itself, with the bits of group and others. */
  const openToOthers = async (): Promise<string[]> => {
    const names = await readdir(server.dataDir, { recursive: true });
    const found = await Promise.all(
      ['.', ...names].map(async (name) => {
        const { mode } = await stat(path.join(server.dataDir, name));
        return (mode & 0o077) === 0 ? [] : [name];
      }),
    );
    return found.flat();
  };

  it('is closed to other users from its making on', async () => {
    expect((await readdir(path.join(server.dataDir, 'files'))).length).toBeGreaterThan(0);
    expect(await openToOthers()).toEqual([]);
  });

  it('is closed at a start where an earlier one left it open', async () => {
    await server.kill('SIGTERM');
    for (const name of ['.', ...(await readdir(server.dataDir, { recursive: true }))]) {
      const target = path.join(server.dataDir, name);
      await chmod(target, (await stat(target)).isDirectory() ? 0o755 : 0o644);
    }
    await server.start();
    expect(await openToOthers()).toEqual([]);
  });
});
