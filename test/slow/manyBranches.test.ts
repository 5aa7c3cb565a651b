import { maxBranches } from '../../src/features/projects/project.rules.js';
import { createProject } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('a project with as many branches as it may have', () => {
  let server: ServerClient;
  beforeAll(async () => {
    server = await sharedServer();
  });

  it('lists them all and accepts no more, empty ones or copies, from many clients at once', async () => {
    const { projectId, branchId, key } = await createProject(server, 'branches');
    const make = async (name: string, fromBranchId?: string) =>
      (await server.operation('CreateBranch', { input: { projectId, name, ...(fromBranchId && { fromBranchId }) } }))
        .createBranch.problems;
    for (let made = 1; made < maxBranches - 5; made += 1) expect(await make(`b${made}`)).toEqual([]);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => make(`late${index}`, index % 2 === 0 ? branchId : undefined)),
    );
    const refused = outcomes.filter((problems) => problems.length > 0);
    expect(refused).toHaveLength(15);
    for (const problems of refused) {
      expect(problems).toMatchObject([{ code: 'TOO_MANY_BRANCHES', path: ['input', 'projectId'] }]);
    }
    const { project } = await server.operation('Project', { key });
    expect(project?.branches).toHaveLength(maxBranches);
  });
});
