import { bundleText } from '../support/bundleFiles.js';
import { makeErSchema, makeProjection, makeSystem, type NewResource } from '../support/fastDataResources.js';
import { operationDocument } from '../support/operationResults.js';
import { expectApproved } from './approvedFile.js';
import { InProcessServer } from './inProcessServer.js';

const counts = [3, 20] as const;

/** Branches with so many rows of each list. */
interface Scene {
  projectId: string;
  branchId: string;
  planId: string;
  systemId: string;
}

const dependencies = `query ($branchId: ID!, $first: Int) {
  resources(branchId: $branchId, first: $first, filter: { kinds: ["fast-data/ErSchema"] }) { edges { node {
  name
  dependencies(first: 5) { totalCount nodes { at requirement strength targetName target { name kind { name } } } }
  dependents(first: 5) { totalCount nodes { at requirement strength source { name kind { name } } } } } } } }`;

const children = `query ($branchId: ID!, $first: Int) {
  resources(branchId: $branchId, first: $first, filter: { kinds: ["fast-data/SystemOfRecord"] }) { edges { node {
  name branch { name project { key } } parent { name } children(first: 5) { totalCount edges { node { name } } } } } } }`;

const history = `query ($branchId: ID!, $first: Int) { resources(branchId: $branchId, first: $first) { edges { node {
  name history(first: 5) { totalCount edges { node { revision spec digest changedBy { name } task { id } } } } } } } }`;

const tasks = `query ($first: Int) { tasks(first: $first) { totalCount edges { node {
  id status branch { name project { key } } files { name url } } } } }`;

const callbacks = `query ($first: Int) { tasks(first: $first) { edges { node { id callback { url status attempts } } } } }`;

const schedules = `query ($projectId: ID!, $first: Int) { schedules(projectId: $projectId, first: $first) { totalCount nodes {
  name isEnabled branch { name } template { name } intoBranch { name } lastRun { task { status } problems { code } } } } }`;

const branches = `query ($first: Int) { projects(first: $first) { nodes { key tasks(first: 2) { totalCount nodes { id } }
  templates(first: 2) { totalCount nodes { name } }
  branches { kindCounts { kind { name } count referenceCount } resources(first: 2) { totalCount nodes { name } }
    importPlans(first: 2) { totalCount nodes { id fileName createdBy { name } executeTask { id } kindCounts { counts { total } } } } } } } }`;

const plansOfTasks = `query ($first: Int) { tasks(first: $first) { nodes { id importPlan { id } } } }`;

const byTime = `query ($branchId: ID!, $first: Int) {
  resources(branchId: $branchId, first: $first, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { name } } }`;

describe('the SQL of a list', () => {
  let server: InProcessServer;
  const scenes = new Map<number, Scene>();
  beforeAll(async () => {
    server = await InProcessServer.start();
    for (let index = 0; index < 20; index += 1) await makeProject(server, `project-${index}`);
    for (const count of counts) scenes.set(count, await makeScene(server, count));
  });
  afterAll(() => server.close());

  it.each([
    ['Projects', operationDocument('Projects')],
    ['Resources', operationDocument('Resources')],
    ['Resource', operationDocument('Resource')],
    ['ImportPlan', operationDocument('ImportPlan')],
    ['Tasks', operationDocument('Tasks')],
    ['Templates', operationDocument('Templates')],
    ['dependenciesOfResources', dependencies],
    ['childrenOfResources', children],
    ['historyOfResources', history],
    ['branchesOfTasks', tasks],
    ['callbacksOfTasks', callbacks],
    ['schedules', schedules],
    ['listsOfProjects', branches],
    ['plansOfTasks', plansOfTasks],
    ['resourcesByTime', byTime],
  ])('%s is the same for 3 rows and for 20, and the approved one', async (name, document) => {
    const statements: string[][] = [];
    for (const count of counts) {
      const scene = scenes.get(count)!;
      const id = name === 'Resource' ? scene.systemId : scene.planId;
      statements.push(await server.statementsOf(document, { ...scene, id, first: count }));
    }
    const [few, many] = statements;
    expect(few?.length).toBeGreaterThan(0);
    expect(many).toEqual(few);
    expectApproved(`${name}.sql`, `${few?.join(';\n\n') ?? ''};\n`);
  });
});

interface Saved {
  saveTemplate: { template: { id: string } };
}

const saveSchedule = 'mutation ($input: SaveScheduleInput!) { saveSchedule(input: $input) { schedule { id } } }';

async function makeProject(server: InProcessServer, key: string): Promise<Pick<Scene, 'projectId' | 'branchId'>> {
  const data = await server.run(operationDocument('CreateProject'), { input: { key, name: key } });
  const { createProject } = data as { createProject: { project: { id: string; defaultBranch: { id: string } } } };
  return { projectId: createProject.project.id, branchId: createProject.project.defaultBranch.id };
}

/** A branch with editable resources and references, a plan that meets both, and templates, `count` of each. */
async function makeScene(server: InProcessServer, count: number): Promise<Scene> {
  const { projectId, branchId } = await makeProject(server, `with-${count}`);
  for (let index = 0; index <= count; index += 1) {
    const input = { projectId, name: `template ${index}`, direction: 'EXPORT', settings: {} };
    const saved: unknown = await server.run(operationDocument('SaveTemplate'), { input });
    const templateId = (saved as Saved).saveTemplate.template.id;
    const times = { name: `schedule ${index}`, action: 'EXPORT', cron: '0 2 * * *', isEnabled: false };
    await server.run(saveSchedule, { input: { projectId, branchId, templateId, ...times } });
  }
  const own = resourcesOf(count);
  await server.execute(await server.stage(await bundleText(own), branchId));
  const borrowed = Array.from({ length: count }, (_, index) => makeErSchema(`borrowed_${index}`, { p_0: [] }));
  const file = await bundleText(borrowed, { projectKey: 'lender' });
  await server.execute(await server.stage(file, branchId, 'REFERENCE'));
  const systemId = await systemOf(server, branchId);
  const changed = borrowed.map(({ name }) => makeErSchema(name, { p_1: ['p_0'], nowhere: [] }));
  const again = await bundleText([...changed, ...own], { projectKey: 'lender' });
  return { projectId, branchId, systemId, planId: await server.stage(again, branchId, 'REFERENCE') };
}

function resourcesOf(count: number): NewResource[] {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return [
    makeSystem('erp'),
    ...indexes.map((index) => makeProjection(`p_${index}`, { parent: 'erp' })),
    ...indexes.map((index) => makeSystem(`system_${index}`)),
    ...indexes.map((index) => makeProjection(`child_${index}`, { parent: `system_${index}` })),
    ...indexes.map((index) => makeErSchema(`er_${index}`, { [`p_${index}`]: [`p_${(index + 1) % count}`, 'ghost'] })),
  ];
}

async function systemOf(server: InProcessServer, branchId: string): Promise<string> {
  const data = await server.run(operationDocument('Resources'), { branchId, filter: { search: 'erp' } });
  const { resources } = data as { resources: { edges: { node: { id: string } }[] } };
  return resources.edges[0]?.node.id ?? '';
}
