import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { bothWays } from '../support/limitAnswers.js';
import { peakMemory } from '../support/peakMemory.js';
import { createProject, idOf } from '../support/projectScene.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const maxMemory = 600 * 2 ** 20;

/** Makes a branch with these records, without reading its plan. */
async function fill(server: TestServer, key: string, file: string): Promise<string> {
  const { branchId } = await createProject(server, key);
  const { plan } = await server.upload(file, { branchId });
  await server.waitForTask(plan!.task.id);
  const { executeImport } = await server.operation('ExecuteImport', { input: { planId: plan!.id } });
  const task = await server.waitForTask(executeImport.task!.id);
  expect(task.status).toBe('COMPLETED');
  return branchId;
}

describe('answers that would fill the memory', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const expectAlive = async () => {
    expect((await server.query('{ projects { totalCount } }')).errors).toBeUndefined();
    expect(peakMemory(server.pid)).toBeLessThan(maxMemory);
  };

  it('are refused where lists lead to each other over a function that stands in 1,800 places', async () => {
    const projections = Array.from({ length: 60 }, (_, index) => {
      const fields = Object.fromEntries(Array.from({ length: 30 }, (_x, at) => [`field_${at}`, 'everywhere']));
      return projection(`projection_${index}`, { system: 'erp', fields });
    });
    const records = [systemOfRecord('erp'), castFunction('everywhere', 'return value'), ...projections];
    const branchId = await fill(server, 'places', bundleOf(records));
    const id = await idOf(server, branchId, 'everywhere');
    const [first, query] = [
      500,
      `query ($id: ID!, $first: Int) { resource(id: $id) { dependents(first: $first) { nodes { source {
        dependencies(first: $first) { nodes { target { dependents(first: $first) { nodes { at } } } } } } } } } }`,
    ];
    for (const [, ask] of bothWays) {
      const { errors } = await ask(server, { query, variables: { id, first } });
      expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY' } }]);
      const usual = await ask(server, { query, variables: { id, first: 60 } });
      expect(usual.errors).toMatchObject([{ extensions: { code: 'ANSWER_TOO_LARGE' } }]);
      const few = await ask(server, { query, variables: { id, first: 10 } });
      expect(few.errors).toBeUndefined();
    }
    await expectAlive();
  });

  it('are refused where specs of 3 MB are asked for by page and alias, of many connections at once', async () => {
    const functions = Array.from({ length: 8 }, (_, index) =>
      castFunction(`large_${index}`, `return ${index} // ${'x'.repeat(3_000_000)}`),
    );
    const branchId = await fill(server, 'large', bundleOf(functions, { layout: 'JSONL' }));
    const pages = Array.from(
      { length: 8 },
      (_, at) => `p${at}: resources(branchId: $branchId, first: 500) { nodes { spec } }`,
    );
    const attack = { query: `query ($branchId: ID!) { ${pages.join(' ')} }`, variables: { branchId } };
    const within = {
      query: `query ($branchId: ID!) { resources(branchId: $branchId, first: 5) { nodes { spec } } }`,
      variables: { branchId },
    };
    for (const [, ask] of bothWays) {
      const { errors } = await ask(server, attack);
      expect(errors).toMatchObject([{ extensions: { code: 'ANSWER_TOO_LARGE' } }]);
      const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => ask(server, at % 2 ? attack : within)));
      const codes = answers.map(({ errors: faults }) => faults?.[0]?.extensions['code'] ?? 'ANSWERED');
      expect(codes.filter((_, at) => at % 2)).toEqual(Array.from({ length: 6 }, () => 'ANSWER_TOO_LARGE'));
      expect(codes.filter((_, at) => at % 2 === 0)).toEqual(Array.from({ length: 6 }, () => 'ANSWERED'));
    }
    await expectAlive();
  });
});
