import { createProject } from '../support/projectScene.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('projects', () => {
  it('are made with a branch main', async () => {
    const { branchId } = await createProject(server, 'alpha');
    const { project } = await server.operation('Project', { key: 'alpha' });
    expect(project).toMatchObject({ key: 'alpha', defaultBranch: { id: branchId, name: 'main' } });
  });
});
