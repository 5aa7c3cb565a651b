import type { JsonObject } from '../../src/shared/json.js';
import {
  combinedReport,
  dashboard,
  decisionReport,
  definition,
  entityId,
  less,
  processReport,
  reportTile,
} from '../support/analyticsEntities.js';
import { decisionDefinition, processDefinition } from '../support/analyticsFlow.js';
import { collection, makePerson, setReaders } from '../support/analyticsScene.js';
import {
  followFixes,
  makeCallOf,
  nameIn,
  problemsOfCall,
  told,
  type FixRow,
  type FixScene,
  type PlanFixRow,
} from '../support/fixTable.js';
import type { StageOptions } from '../support/importFlow.js';

const fileOf = (...entities: readonly JsonObject[]) => JSON.stringify(entities);
const about = (...definitions: JsonObject[]) => fileOf(processReport('Cost', [], { data: { definitions } }));
const cost = processReport('Cost', ['order']);
const tiles = [reportTile(entityId('Cost'))];
const filter = (name: string, type = 'Double') => ({ type: 'variable', data: { name, type } });
const view = { entity: 'variable', properties: [{ name: 'total', type: 'Double' }] };
const board = (...availableFilters: JsonObject[]) =>
  fileOf(dashboard('Money', tiles, { availableFilters }), processReport('Cost', ['order'], { data: { view } }));
const applied = (...appliedTo: string[]) =>
  fileOf(
    processReport('Cost', ['order'], {
      data: { filter: [{ type: 'runningInstancesOnly', data: null, filterLevel: 'instance', appliedTo }] },
    }),
  );
const flowNodes = (...values: string[]) =>
  fileOf(
    processReport('Cost', ['order'], {
      data: { filter: [{ type: 'executedFlowNodes', data: { operator: 'in', values }, appliedTo: ['all'] }] },
    }),
  );
const xml = { versions: ['1'], xml: { 1: '<p><task id="check"/></p>' } };
const sourcesOf = (...sources: [string][]) => ({ ...collection('Sales', sources) });
/** What lacks the process that it is about. */
const unsettled = ['DEPENDENCY_MISSING', 'DEPENDENCY_BLOCKED'];
const longKey = `${'order-'.repeat(12)}"x"`;

type Following = (scene: FixScene, planId: string, fix: string) => Promise<unknown>;

interface Way {
  follow: Following;
  stage: (scene: FixScene) => Promise<StageOptions>;
}

/** Stages a file on a branch with these definitions; the fix is a change of the branch or the plan, after which the plan is read again. */
function plan(file: string, definitions: readonly JsonObject[], way: Following | Way): FixRow['make'] {
  const { follow, stage } = typeof way === 'function' ? { follow: way, stage: () => Promise.resolve({}) } : way;
  return async (scene) => {
    const { flow, place } = scene;
    for (const made of definitions) await flow.create(place, made as never);
    const staged = await flow.stage(file, place, await stage(scene));
    return {
      problems: told(staged),
      follow: async ({ fix }) => {
        await follow(scene, staged.id, fix);
        await flow.setOptions(staged.id, {});
        return told(await flow.plan(staged.id));
      },
    };
  };
} // prettier-ignore

const order = (more: JsonObject = {}) => processDefinition('order', more) as never as JsonObject;
const call: Following = async ({ flow }, _id, fix) => {
  expect(await makeCallOf(flow, fix)).toEqual([]);
};
const into = (...sources: [string, (string | null)[]?][]) => async ({ flow, place }: FixScene) => ({ options: { intoCollection: await flow.create(place, collection('Sales', sources)) } }); // prettier-ignore

/** Updates the spec of a resource of the branch. */
async function change({ flow, place }: FixScene, name: string, spec: JsonObject): Promise<void> {
  const found = (await flow.resources(place)).find((resource) => resource.name === name)!;
  const input = { id: found.id, expectedRevision: found.revision, spec: { ...found.spec, ...spec } };
  expect(await problemsOfCall(flow, 'updateResource', input)).toEqual([]);
}

const rows: (FixRow | PlanFixRow)[] = [
  // needs
  { code: 'VERSION_MISSING', fix: /remapPrerequisite\(.*toVersion: "latest"/, make: plan(about(definition('order', 'one', { versions: ['7'] })), [order()], call) },
  { code: 'VERSION_MISSING', fix: /toVersion: "latest"/, make: plan(about(definition(longKey, 'one', { versions: ['7'] })), [processDefinition(longKey) as never], call) },
  { code: 'VERSION_MISSING', fix: /Add its deployed versions/, make: plan(about(definition('order', 'one')), [order({ versions: [] })], (scene) => change(scene, 'order', { versions: ['1'] })) },
  { code: 'VERSION_MISSING', fix: /It has 1, 2/, make: async ({ flow, place }) => {
    await flow.create(place, processDefinition('order'));
    const { id } = await flow.stage(about(definition('order', 'one', { versions: ['7'] })), place);
    const remap = (toVersion: string) => flow.remap(id, { kind: 'analytics/ProcessDefinition', name: 'order', toVersion });
    return { problems: await remap('8'), follow: () => remap('1') };
  } },
  { code: 'TENANT_MISSING', fix: /remapPrerequisite\(.*toTenant: "north"/, make: plan(about(definition('order', 'one', { tenantIds: ['south'] })), [order({ tenantIds: ['north'] })], call) },
  { code: 'TENANT_MISSING', fix: /Camunda 7.*remapPrerequisite/, make: plan(about(definition('order', 'one')), [order({ tenantIds: ['<default>'] })], call) },
  { code: 'TENANT_MISSING', fix: /It exists for "north"/, make: async ({ flow, place }) => {
    await flow.create(place, processDefinition('order', { tenantIds: ['north'] }));
    const { id } = await flow.stage(about(definition('order', 'one', { tenantIds: ['south'] })), place);
    const remap = (toTenant: string) => flow.remap(id, { kind: 'analytics/ProcessDefinition', name: 'order', toTenant });
    return { problems: await remap('east'), follow: ({ fix }) => remap(nameIn(fix)) };
  } },
  { code: 'SOURCE_MISSING', fix: /setImportOptions\(.*isScopeExtended: true/, make: plan(fileOf(cost), [order()], { follow: call, stage: into(['other']) }) },
  { code: 'SOURCE_MISSING', fix: /^Add it to the collection "Sales"/, make: plan(fileOf(cost), [order()], { follow: (scene) => change(scene, 'Sales', sourcesOf(['order']).spec), stage: into(['other']) }) },
  { code: 'SOURCE_TENANT_MISSING', fix: /isScopeExtended: true/, make: plan(fileOf(cost), [order()], { follow: call, stage: into(['order', ['north']]) }) },
  { code: 'FORBIDDEN', fix: /with setResourceReaders/, make: async (scene) => {
    const { server, flow, place } = scene;
    const secret = await flow.create(place, processDefinition('order'));
    await setReaders(server, secret, []);
    const editor = await makePerson(server, place, 'EDITOR');
    const staged = await editor.flow.stage(fileOf(cost), place);
    return {
      problems: told(staged),
      follow: async () => {
        await setReaders(server, secret, [{ principalId: editor.principalId }]);
        await editor.flow.setOptions(staged.id, {});
        return told(await editor.flow.plan(staged.id));
      },
    };
  } },
  { code: 'FORBIDDEN', fix: /Ask a manager of the project to execute the plan/, make: async (scene) => {
    const { server, place } = scene;
    const [editor, manager] = [await makePerson(server, place, 'EDITOR'), await makePerson(server, place, 'MANAGER')];
    await scene.flow.create(place, processDefinition('order'));
    const { options } = await into(['other'])(scene);
    const staged = await editor.flow.stage(fileOf(cost), place, { options: options });
    const extend = (flow: FixScene['flow']) => flow.setOptions(staged.id, { isScopeExtended: true });
    return { problems: await extend(editor.flow), follow: async () => [...(await extend(manager.flow)), ...(await manager.flow.execute(staged.id)).problems] };
  } },
  { code: 'NOT_FOUND', fix: /resources\(branchId, filter/, make: async ({ flow, place }) => {
    await flow.create(place, processDefinition('order'));
    const id = await flow.create(place, sourcesOf(['order']));
    const { id: planId } = await flow.stage(fileOf(cost), place);
    const choose = (intoCollection: string) => flow.setOptions(planId, { intoCollection });
    return { problems: await choose('01890a5d-ac96-774b-bcce-b302099a8057'), follow: async () => {
      const { resources } = await flow.ask<{ resources: { edges: { node: { id: string } }[] } }>('query ($branchId: ID!) { resources(branchId: $branchId, filter: { kinds: ["analytics/Collection"] }) { edges { node { id } } } }', place as never);
      expect(resources.edges[0]?.node.id).toBe(id);
      return choose(resources.edges[0]!.node.id);
    } };
  } },
  { code: 'CONTAINER_MISSING', fix: /create it on the branch first/, make: async (scene) => {
    const { flow, place } = scene;
    await flow.create(place, processDefinition('order'));
    await flow.import(fileOf(cost), place, (await into(['order'])(scene)));
    const text = await exported(scene, ['analytics/ProcessReport']);
    const other = { ...scene, place: await flow.makeProject() };
    await flow.create(other.place, processDefinition('order'));
    const staged = await flow.stage(text, other.place);
    return { problems: told(staged), follow: async () => {
      await flow.create(other.place, sourcesOf(['order']));
      await flow.setOptions(staged.id, {});
      return told(await flow.plan(staged.id));
    } };
  } },
  // files
  { code: 'FILE_INCOMPLETE', fix: /Export it again/, file: fileOf(dashboard('One', tiles)), leaves: unsettled, follow: { file: fileOf(dashboard('One', tiles), cost) } },
  { code: 'SCHEMA_VERSION_UNSUPPORTED', fix: /one of these schema versions/, file: fileOf(processReport('Cost', ['order'], { version: 99 })), leaves: unsettled, follow: { file: fileOf(cost) } },
  { code: 'DUPLICATE_IN_FILE', fix: /unique id/, leaves: unsettled, file: fileOf(cost, { ...cost, name: 'Two' }), follow: { file: fileOf(cost, { ...cost, name: 'Two', id: entityId('two') }) } },
  { code: 'ITEM_MALFORMED', fix: /Add the member/, leaves: unsettled, file: fileOf(less(cost, 'data')), follow: { file: fileOf(cost) } },
  { code: 'SPEC_INVALID', fix: /the id of a report of the file/, leaves: unsettled, file: fileOf(dashboard('One', [reportTile('report one')]), cost), follow: { file: fileOf(dashboard('One', tiles), cost) } },
  { code: 'SPEC_INVALID', fix: /Write null/, leaves: unsettled, file: fileOf({ ...cost, description: '' }), follow: { file: fileOf(cost) } },
  { code: 'SPEC_INVALID', fix: /Shorten it/, leaves: unsettled, file: fileOf({ ...cost, description: 'x'.repeat(401) }), follow: { file: fileOf({ ...cost, description: 'x'.repeat(400) }) } },
  { code: 'SPEC_INVALID', fix: /an identifier of its own/, leaves: unsettled, file: about(definition('order', 'one'), definition('order', 'one')), follow: { file: about(definition('order', 'one'), definition('order', 'two')) } },
  { code: 'SPEC_INVALID', fix: /Remove one of the two/, leaves: unsettled, file: fileOf(dashboard('One', [], { availableFilters: [{ type: 'state', data: null }, { type: 'state', data: null }] })), follow: { file: fileOf(dashboard('One', [], { availableFilters: [{ type: 'state', data: null }] })) } },
  { code: 'SPEC_INVALID', fix: /Add both to its "data"/, leaves: unsettled, file: board({ type: 'variable', data: {} }), follow: { file: board(filter('total')) } },
  { code: 'SPEC_INVALID', fix: /of a report as its "id"/, leaves: unsettled, file: fileOf(dashboard('One', [{ ...reportTile(''), id: '' }]), cost), follow: { file: fileOf(dashboard('One', tiles), cost) } },
  // advice
  { code: 'UNRESOLVED_IDENTIFIER', fix: /Did you mean "definition-1"/, leaves: unsettled, file: applied('definition-l'), follow: { file: applied('definition-1') } },
  { code: 'UNRESOLVED_IDENTIFIER', fix: /or "all"/, leaves: unsettled, file: applied('zzz'), follow: { file: applied('all') } },
  { code: 'UNRESOLVED_VARIABLE', fix: /Did you mean "total"/, leaves: unsettled, file: board(filter('totel')), follow: { file: board(filter('total')) } },
  { code: 'UNRESOLVED_VARIABLE', fix: /Correct the filter/, leaves: unsettled, file: board(filter('weight')), follow: { file: board(filter('total')) } },
  { code: 'UNRESOLVED_FLOW_NODE', fix: /Did you mean "check"/, make: async (scene) => {
    await scene.flow.create(scene.place, processDefinition('order', xml));
    const of = async (id: string) => told(await scene.flow.stage(flowNodes(id), scene.place));
    return { problems: await of('chekc'), follow: ({ fix }) => of(nameIn(fix)) };
  } },
  // exports
  { code: 'FORMAT_UNSUPPORTED', fix: /select only reports and dashboards/, make: async (scene) => {
    const { flow, place } = scene;
    await flow.create(place, decisionDefinition('score'));
    await flow.import(fileOf(decisionReport('Scores', 'score')), place, (await collected(scene)));
    return { problems: await startExport(scene, { all: true }), follow: () => startExport(scene, { kinds: ['analytics/DecisionReport'] }) };
  } },
  { code: 'DEPENDENCY_MISSING', fix: /Export with dependencies/, make: async (scene) => {
    await filled(scene);
    const selection = { kinds: ['analytics/CombinedReport'] };
    return { problems: await startExport(scene, selection), follow: () => startExport(scene, selection, { includeDependencies: true }) };
  } },
]; // prettier-ignore

async function collected({ flow, place }: FixScene): Promise<StageOptions> {
  const spec = { dataSources: [{ definitionType: 'decision', definitionKey: 'score', tenants: [null] }] };
  return { options: { intoCollection: await flow.create(place, { kind: 'analytics/Collection', name: 'S', spec }) } };
}

async function filled({ flow, place }: FixScene): Promise<void> {
  await flow.create(place, processDefinition('order'));
  await flow.import(fileOf(combinedReport('Both', [[entityId('Cost'), '#fff']]), cost), place);
}

function startExport({ flow, place }: FixScene, selection: JsonObject, more: JsonObject = {}) {
  const input = { selection: { branchId: place.branchId, ...selection }, format: 'OPTIMIZE_JSON', includeDependencies: false, ...more };
  return problemsOfCall(flow, 'startExport', input);
} // prettier-ignore

/** A bundle of some kinds alone. */
async function exported({ flow, place }: FixScene, kinds: readonly string[]): Promise<string> {
  const document = 'mutation ($input: StartExportInput!) { startExport(input: $input) { task { id } } }';
  const selection = { branchId: place.branchId, kinds };
  const { startExport: started } = await flow.ask<{ startExport: { task: { id: string } } }>(document, {
    input: { selection, includeDependencies: false },
  });
  return flow.download((await flow.ended(started.task.id)).files[0]!);
}

followFixes('a fix of reports and dashboards', rows);
