/** Every value of an answer that may be large is counted: specs, other JSON values, and long texts. */
import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { castFunction, projection, systemOfRecord } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { library } from '../support/libraryObjects.js';
import { bothWays, expectRefusal } from '../support/limitAnswers.js';
import { createProject, createResources } from '../support/projectScene.js';
import { TemplateFlow, unknownId } from '../support/templateFlow.js';
import { startTestServer, type TestServer } from '../support/testServer.js';

const large = Array.from({ length: 8 }, (_, at) => `a${at}`);

/** The same field under eight names. */
function eightTimes(field: string): string {
  return large.map((name) => `${name}: ${field}`).join(' ');
}

interface Scene {
  branchId: string;
  projectId: string;
  changedPlan: string;
  recordPlan: string;
  mappedPlan: string;
  renamedPlan: string;
}

/** How each field of a JSON type is asked for: what is too large, and what is small enough. */
const jsonFields: Readonly<Record<string, (scene: Scene) => { tooLarge: string; small: string }>> = {
  'AuditEvent.detail': () => ({
    tooLarge: eightTimes('auditEvents(filter: { actions: [BRANCH_CREATE] }, first: 40) { nodes { detail } }'),
    small: 'auditEvents(filter: { actions: [BRANCH_CREATE] }, first: 40) { nodes { detail } }',
  }),
  'FieldDifference.before': (scene) => differences(scene, 'before'),
  'FieldDifference.after': (scene) => differences(scene, 'after'),
  'ImportItem.spec': ({ changedPlan }) => ({
    tooLarge: `importPlan(id: "${changedPlan}") { items(first: 28) { nodes { spec } } }`,
    small: `importPlan(id: "${changedPlan}") { items(first: 5) { nodes { spec } } }`,
  }),
  'ImportItem.newSpec': ({ renamedPlan }) => ({
    tooLarge: eightTimes(`importPlan(id: "${renamedPlan}") { items(first: 3) { nodes { newSpec } } }`),
    small: `importPlan(id: "${renamedPlan}") { items(first: 3) { nodes { newSpec } } }`,
  }),
  'ImportPlan.sampleRows': ({ recordPlan }) => ({
    tooLarge: `importPlan(id: "${recordPlan}") { sampleRows }`,
    small: `importPlan(id: "${recordPlan}") { sampleRows(first: 5) mapping { source } }`,
  }),
  'ImportPlan.settings': ({ mappedPlan }) => ({
    tooLarge: eightTimes(`importPlan(id: "${mappedPlan}") { settings }`),
    small: `importPlan(id: "${mappedPlan}") { settings }`,
  }),
  'Kind.schema': ({ branchId }) => ({
    tooLarge: '...on Query { kinds { schema } }',
    small: `resources(branchId: "${branchId}", first: 1) { nodes { kind { schema } } }`,
  }),
  'Resource.spec': ({ branchId }) => ({
    tooLarge: `resources(branchId: "${branchId}", first: 28) { nodes { spec } }`,
    small: `resources(branchId: "${branchId}", first: 5) { nodes { spec } }`,
  }),
  'ResourceRevision.spec': ({ branchId }) => ({
    tooLarge: `resources(branchId: "${branchId}", first: 28) { nodes { history(first: 1) { nodes { spec } } } }`,
    small: `resources(branchId: "${branchId}", first: 5) { nodes { history(first: 1) { nodes { spec } } } }`,
  }),
  'Template.settings': ({ projectId }) => ({
    tooLarge: `templates(projectId: "${projectId}") { nodes { settings } }`,
    small: `templates(projectId: "${projectId}", first: 1) { nodes { settings } }`,
  }),
};

function differences({ changedPlan }: Scene, side: string): { tooLarge: string; small: string } {
  const items = (first: number) =>
    `importPlan(id: "${changedPlan}") { items(first: ${first}) { nodes { diff { path ${side} } } } }`;
  return { tooLarge: items(28), small: items(2) };
}

describe('every field of a JSON type', () => {
  it('stands in the table of what is counted', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const found = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.startsWith('JSON'))
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(found.toSorted()).toEqual(Object.keys(jsonFields).toSorted());
  });
});

describe('a server whose answers hold 20,000 bytes', () => {
  let server: TestServer;
  let scene: Scene;
  beforeAll(async () => {
    server = await startTestServer({ settings: { WAYBILL_MAX_ANSWER_BYTES: '20000' } });
    scene = await makeScene(server);
  });
  afterAll(() => server.stop());

  describe.each(Object.entries(jsonFields))('%s', (_field, queriesOf) => {
    it.each(bothWays)('is counted, over %s', async (_way, ask) => {
      const { tooLarge, small } = queriesOf(scene);
      const sentence = /more than 20000 bytes .*WAYBILL_MAX_ANSWER_BYTES.*smaller pages/;
      expectRefusal(await ask(server, { query: `{ ${tooLarge} }` }), 'ANSWER_TOO_LARGE', sentence);
      const answer = await ask(server, { query: `{ ${small} }` });
      expect(answer.errors).toBeUndefined();
    });
  });

  it('counts long texts', async () => {
    const input = { key: 'long', name: 'Long', description: 'd'.repeat(3000) };
    await server.operation('CreateProject', { input });
    const field = 'project(key: "long") { description }';
    for (const [, ask] of bothWays) {
      expectRefusal(await ask(server, { query: `{ ${eightTimes(field)} }` }), 'ANSWER_TOO_LARGE', /20000 bytes/);
      expect((await ask(server, { query: `{ ${field} }` })).data).toMatchObject({
        project: { description: input.description },
      });
    }
  });
});

async function makeScene(server: TestServer): Promise<Scene> {
  const { branchId, projectId } = await createProject(server, 'values');
  const bundle = (side: string) =>
    bundleOf(Array.from({ length: 30 }, (_, at) => castFunction(`cast_${at}`, side.repeat(2000))));
  await carryOut(server, await stage(server, bundle('a'), { branchId }));
  const changedPlan = await stage(server, bundle('b'), { branchId, options: { createStrategy: 'UPSERT' } });
  const renamedPlan = await stageRenamed(server, branchId);
  const { branchId: objectsBranch } = await createProject(server, 'objects');
  await createResources(server, objectsBranch, library);
  const rows = Array.from({ length: 20 }, (_, at) => ({ externalReferenceCode: `B${at}`, title: 't'.repeat(2000) }));
  const options = { kind: 'objects/ObjectEntry', definitionErc: 'BOOK' };
  const recordPlan = await stage(server, JSON.stringify(rows), { branchId: objectsBranch, options });
  const fields = Array.from({ length: 30 }, (_, at) => `${'f'.repeat(60)}${at}`);
  const wideRow = Object.fromEntries(['externalReferenceCode', ...fields].map((name) => [name, 'x']));
  const mapping = Object.keys(wideRow).map((name) => ({ source: name, target: name }));
  const mappedPlan = await stage(server, JSON.stringify([wideRow]), {
    branchId: objectsBranch,
    options: { ...options, mapping },
  });
  const templates = new TemplateFlow(server);
  const settings = { selection: { resourceIds: Array.from({ length: 200 }, () => unknownId) } };
  for (let at = 0; at < 4; at += 1) await templates.trySave(projectId, { name: `template ${at}`, settings });
  const branches = Array.from(
    { length: 40 },
    (_, at) =>
      `b${at}: createBranch(input: { projectId: "${projectId}", name: "${'n'.repeat(70)}${at}" }) { problems { code } }`,
  );
  for (let at = 0; at < branches.length; at += 20) {
    expect((await server.query(`mutation { ${branches.slice(at, at + 20).join(' ')} }`)).errors).toBeUndefined();
  }
  return { branchId, projectId, changedPlan, recordPlan, mappedPlan, renamedPlan };
}

/** A plan whose third item has another spec on the branch, of about 5,000 bytes, because the cast function of its fields is renamed. */
async function stageRenamed(server: TestServer, branchId: string): Promise<string> {
  const fields = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`field_${at}`, 'trimText']));
  const records = [castFunction('trimText'), systemOfRecord('erp'), projection('rows', { system: 'erp', fields })];
  const planId = await stage(server, bundleOf(records), { branchId });
  const input = { itemId: `${planId}.0`, name: 'trimWords' };
  expect((await server.operation('RenameImportItem', { input })).renameImportItem.problems).toEqual([]);
  return planId;
}

async function stage(server: TestServer, file: string, input: Parameters<TestServer['upload']>[1]): Promise<string> {
  const { plan, problems } = await server.upload(file, input);
  expect(problems).toEqual([]);
  await server.waitForTask(plan!.task.id);
  return plan!.id;
}

async function carryOut(server: TestServer, planId: string): Promise<void> {
  const { executeImport } = await server.operation('ExecuteImport', { input: { planId } });
  expect(await server.waitForTask(executeImport.task!.id)).toMatchObject({ status: 'COMPLETED' });
}
