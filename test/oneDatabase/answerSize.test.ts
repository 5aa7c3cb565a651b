import { bothWays, expectRefusal } from '../support/limitAnswers.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { createProject } from '../support/projectScene.js';
import { subscribeToTask } from '../support/taskSubscription.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const page = `query ($branchId: ID!, $first: Int, $withSpec: Boolean = false) {
  resources(branchId: $branchId, first: $first) { nodes { kind { name } spec @include(if: $withSpec) } } }`;

describe('a server with small answers', () => {
  let server: TestServer;
  let branchId: string;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_MAX_OBJECTS: '60', WAYBILL_MAX_ANSWER_BYTES: '6000' } });
    ({ branchId } = await createProject(server, 'sizes'));
    const functions = Array.from({ length: 30 }, (_, index) =>
      castFunction(`cast_${index}`, 'return value'.repeat(20)),
    );
    const file = bundleOf(functions);
    const { plan } = await server.upload(file, { branchId });
    await server.waitForTask(plan!.task.id);
    const { executeImport } = await server.operation('ExecuteImport', { input: { planId: plan!.id } });
    await server.waitForTask(executeImport.task!.id);
  });
  afterAll(() => server.stop());

  describe.each(bothWays)('an answer over %s', (_way, ask) => {
    it('is given up to the limit of objects', async () => {
      const { data, errors } = await ask(server, { query: page, variables: { branchId, first: 29 } });
      expect(errors).toBeUndefined();
      expect((data as { resources: { nodes: unknown[] } }).resources.nodes).toHaveLength(29);
    });

    it('is refused beyond it, with one error', async () => {
      const answer = await ask(server, { query: page, variables: { branchId, first: 30 } });
      expectRefusal(answer, 'ANSWER_TOO_LARGE', /more than 60 objects .*WAYBILL_MAX_OBJECTS.*smaller pages/);
    });

    it('counts elements of lists in lists, of which no page tells', async () => {
      const answer = await ask(server, { query: '{ kinds { references { targetKinds } } }' });
      expectRefusal(answer, 'ANSWER_TOO_LARGE', /more than 60 objects/);
    });

    it('is given up to the limit of bytes, and refused beyond it', async () => {
      const few = await ask(server, { query: page, variables: { branchId, first: 10, withSpec: true } });
      expect(few.errors).toBeUndefined();
      const many = await ask(server, { query: page, variables: { branchId, first: 28, withSpec: true } });
      expectRefusal(many, 'ANSWER_TOO_LARGE', /more than 6000 bytes .*WAYBILL_MAX_ANSWER_BYTES.*smaller pages/);
    });

    it('counts the bytes of what is asked for under several names', async () => {
      const aliases = ['a', 'b', 'c'].map(
        (name) => `${name}: resources(branchId: $branchId, first: 9) { nodes { spec } }`,
      );
      const answer = await ask(server, {
        query: `query ($branchId: ID!) { ${aliases.join(' ')} }`,
        variables: { branchId },
      });
      expectRefusal(answer, 'ANSWER_TOO_LARGE', /6000 bytes/);
    });

    it('leaves nothing more to be done once it is too large', async () => {
      const project = (key: string) => `createProject(input: { key: "${key}_${_way}", name: "n" }) {
      project { ${Array.from({ length: 12 }, (_, at) => `p${at}: branches { project { branches { project { packs { name } } } } }`).join(' ')} } }`;
      const query = `mutation { a: ${project('first')} b: ${project('second')} }`;
      expectRefusal(await ask(server, { query }), 'ANSWER_TOO_LARGE', /What a mutation changed stays changed\./);
      expect((await server.operation('Project', { key: `first_${_way}` })).project).not.toBeNull();
      expect((await server.operation('Project', { key: `second_${_way}` })).project).toBeNull();
    });
  });

  describe('an event of a subscription', () => {
    it('is an answer of its own', async () => {
      const { tasks } = await server.operation('Tasks', { first: 1 });
      const id = tasks!.edges[0]!.node.id;
      for (let times = 0; times < 10; times += 1) {
        const states = [];
        for await (const { status } of subscribeToTask(server, id)) states.push(status);
        expect(states).toEqual(['COMPLETED']);
      }
    });
  });
});
