/** The cases that an import of reports and dashboards is measured by, A1 to A10; the others follow in analyticsAcceptanceMore.test.ts. */
import {
  dashboard,
  decisionReport,
  definition,
  entityId,
  processReport,
  reportTile,
} from '../support/analyticsEntities.js';
import { AnalyticsFlow, decisionDefinition, problemsOf, processDefinition } from '../support/analyticsFlow.js';
import { codePairs, collection, makePerson, prerequisitesOf, setReaders } from '../support/analyticsScene.js';
import type { Place } from '../support/importFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const processKind = 'analytics/ProcessDefinition';

describe('an import of reports and dashboards', () => {
  let server: ServerClient;
  let flow: AnalyticsFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new AnalyticsFlow(server);
  });

  const about = (versions: string[], tenantIds: (string | null)[] = [null], key = 'order') => ({
    definitions: [definition(key, 'one', { versions, tenantIds })],
  });
  const placeOf = async (more: object) => {
    const place = await flow.makeProject();
    await flow.create(place, processDefinition('order', more as never));
    return place;
  };
  const definitionOf = async (place: Place, name: string, index = 0) =>
    ((await flow.specOf(place, name)).data['definitions'] as { versions: string[]; tenantIds: string[] }[])[index];

  const undo = async (taskId: string) => {
    const document = 'mutation ($input: UndoImportInput!) { undoImport(input: $input) { task { id } } }';
    const { undoImport } = await flow.ask<{ undoImport: { task: { id: string } } }>(document, { input: { taskId } });
    expect(await flow.ended(undoImport.task.id)).toMatchObject({ status: 'COMPLETED' });
  };

  it.each([
    ['nonsense', []],
    ['{"a": 1}', []],
    ['[]', []],
  ])('A1: a file that is none is refused with the code of the original: %s', async (text) => {
    const plan = await flow.planOf(text, await flow.makeProject());
    expect(plan).toMatchObject({ status: 'FAILED', problems: [{ originalCode: 'importFileInvalid' }] });
  });

  it('A1: a mandatory member that is null is told with its path', async () => {
    const plan = await flow.planOf([{ ...processReport('Cost', ['order']), id: null }], await flow.makeProject());
    expect(problemsOf(plan, 'Cost')).toMatchObject([{ path: ['id'], originalCode: 'importFileInvalid' }]);
  });

  it('A2: a report that the file lacks is told as a list of what needs it', async () => {
    const plan = await flow.planOf([dashboard('Money', [reportTile(entityId('Gone'))])], await flow.makeProject());
    expect(plan.problems).toMatchObject([
      { code: 'FILE_INCOMPLETE', missing: [{ missingId: entityId('Gone'), requiredBy: ['Money'] }] },
    ]);
    expect(plan.isExecutable).toBe(false);
  });

  it('A3: an older schema number is migrated, and one that nothing leads from is refused with both numbers', async () => {
    const place = await flow.placeWithDefinitions();
    const files = [processReport('Old', ['order'], { version: 9 }), processReport('New', ['order'], { version: 99 })];
    const plan = await flow.planOf(files, place);
    expect(problemsOf(plan, 'Old')).toEqual([]);
    expect(problemsOf(plan, 'New')).toMatchObject([
      {
        originalCode: 'importIndexVersionMismatch',
        mismatchingIndices: [{ indexName: 'single-process-report', sourceIndexVersion: 99, targetIndexVersion: 11 }],
      },
    ]);
  });

  it('A4: what is missing of any definition of a report is told at once, with candidates, and remapped', async () => {
    const place = await placeOf({ versions: ['1'], tenantIds: ['north'] });
    await flow.create(place, processDefinition('invoice', { versions: ['1'] }));
    const definitions = [
      definition('invoice', 'one'),
      definition('ordr', 'two'),
      definition('invoice', 'three', { versions: ['7'] }),
      definition('order', 'four', { tenantIds: ['south'] }),
    ];
    const plan = await flow.planOf([processReport('Cost', [], { data: { definitions } })], place);
    const pairs = codePairs(problemsOf(plan, 'Cost'));
    const code = 'importDefinitionDoesNotExist';
    expect(pairs).toEqual([
      ['DEPENDENCY_MISSING', code],
      ['VERSION_MISSING', code],
      ['TENANT_MISSING', code],
    ]);
    expect(await prerequisitesOf(flow, plan.id)).toMatchObject([
      { name: 'ordr', isPresent: false, candidates: [{ name: 'order' }], requiredBy: { nodes: [{ name: 'Cost' }] } },
      { name: 'invoice', isPresent: true, missingVersions: ['7'], missingTenants: [] },
      { name: 'order', isPresent: true, missingVersions: [], missingTenants: ['south'] },
    ]);
    const answer = { kind: processKind, name: 'ordr', toName: 'order', toTenant: 'north' };
    expect(await flow.remap(plan.id, answer)).toEqual([]);
    expect(await flow.remap(plan.id, { kind: processKind, name: 'order', toTenant: 'north' })).toEqual([]);
    expect(await flow.remap(plan.id, { kind: processKind, name: 'invoice', toVersion: 'latest' })).toEqual([]);
    expect(await flow.execute(plan.id)).toMatchObject({ task: { status: 'COMPLETED' } });
    expect(await definitionOf(place, 'Cost', 1)).toMatchObject({ key: 'order', tenantIds: ['north'] });
    expect(await definitionOf(place, 'Cost', 2)).toMatchObject({ key: 'invoice', versions: ['latest'] });
    expect(await definitionOf(place, 'Cost', 3)).toMatchObject({ key: 'order', tenantIds: ['north'] });
  });

  it('A5: versions that are not there are left out with a warning, and the rest is imported', async () => {
    const place = await placeOf({ versions: ['1', '3'] });
    const file = [processReport('Cost', [], { data: about(['1', '2', '3', '5']) })];
    const plan = await flow.planOf(file, place);
    expect(problemsOf(plan, 'Cost')).toMatchObject([
      { code: 'VERSION_PRUNED', severity: 'WARNING', message: expect.stringContaining('versions 2, 5') as string },
    ]);
    await flow.execute(plan.id);
    expect(await definitionOf(place, 'Cost')).toMatchObject({ versions: ['1', '3'] });
    expect((await flow.planOf(file, place)).counts).toMatchObject({ unchanged: 1 });
  });

  it.each(['all', 'latest'])('A6: "%s" is kept as it is, and refused where there is no version', async (word) => {
    const place = await placeOf({ versions: ['4'] });
    await flow.create(place, processDefinition('empty', { versions: [] }));
    const file = [
      processReport('Cost', [], { data: about([word]) }),
      processReport('None', [], { data: about([word], [null], 'empty') }),
    ];
    const plan = await flow.planOf(file, place);
    expect(problemsOf(plan, 'Cost')).toEqual([]);
    expect(codePairs(problemsOf(plan, 'None'))).toEqual([['VERSION_MISSING', 'importDefinitionDoesNotExist']]);
    await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(await definitionOf(place, 'Cost')).toMatchObject({ versions: [word] });
  });

  it('A7: a definition that all tenants share is there for each, and one listed tenant is enough', async () => {
    const place = await placeOf({ tenantIds: [null] });
    await flow.create(place, processDefinition('local', { tenantIds: ['north'] }));
    const file = [
      processReport('Shared', [], { data: about(['all'], ['north']) }),
      processReport('Partly', [], { data: about(['all'], ['north', 'south'], 'local') }),
    ];
    await flow.import(JSON.stringify(file), place);
    expect(await definitionOf(place, 'Partly')).toMatchObject({ tenantIds: ['north', 'south'] });
  });

  it('A8: a definition or a tenant of it that the importer may not use blocks each report, reported once in each', async () => {
    const place = await flow.makeProject();
    const editor = await makePerson(server, place, 'EDITOR');
    const secret = await flow.create(place, processDefinition('secret'));
    const partly = await flow.create(place, processDefinition('partly', { tenantIds: ['north', 'south'] }));
    await setReaders(server, secret, []);
    await setReaders(server, partly, [{ principalId: editor.principalId, tenants: ['north'] }]);
    const file = [
      processReport('One', ['secret', 'secret']),
      processReport('Two', ['secret']),
      processReport('South', [], { data: about(['all'], ['south'], 'partly') }),
      processReport('North', [], { data: about(['all'], ['north'], 'partly') }),
    ];
    const plan = await editor.flow.planOf(file, place);
    for (const name of ['One', 'Two', 'South']) {
      expect(codePairs(problemsOf(plan, name))).toEqual([['FORBIDDEN', 'importDefinitionForbidden']]);
    }
    expect(problemsOf(plan, 'North')).toEqual([]);
    expect(await prerequisitesOf(editor.flow, plan.id)).toMatchObject([
      { name: 'partly', isAuthorized: false },
      { name: 'secret', isAuthorized: false, requiredBy: { nodes: [{ name: 'One' }, { name: 'Two' }] } },
    ]);
  });

  it('A9: a source or tenant that the collection lacks is named, and a manager lets the import add it', async () => {
    const place = await placeOf({ tenantIds: [null] });
    await flow.create(place, decisionDefinition('score'));
    const sales = await flow.create(place, collection('Sales', [['order', ['north']]]));
    const options = { intoCollection: sales };
    const file = [processReport('Cost', ['order']), decisionReport('Scores', 'score')];
    const editor = await makePerson(server, place, 'EDITOR');
    const plan = await editor.flow.planOf(file, place, { options });
    expect(codePairs(problemsOf(plan, 'Cost'))).toEqual([['SOURCE_TENANT_MISSING', 'nonTenantScopeCompliantConflict']]);
    expect(codePairs(problemsOf(plan, 'Scores'))).toEqual([['SOURCE_MISSING', 'nonDefinitionScopeCompliantConflict']]);
    expect(problemsOf(plan, 'Scores')[0]?.message).toContain('"score"');
    expect(await editor.flow.setOptions(plan.id, { isScopeExtended: true })).toMatchObject([{ code: 'FORBIDDEN' }]);
    const manager = await makePerson(server, place, 'MANAGER');
    expect(await manager.flow.setOptions(plan.id, { isScopeExtended: true })).toEqual([]);
    expect((await editor.flow.execute(plan.id)).problems).toMatchObject([{ code: 'PLAN_NOT_EXECUTABLE' }, {}]);
    const { task } = await manager.flow.execute(plan.id);
    expect(task).toMatchObject({ status: 'COMPLETED', createdCount: 2 });
    const sourcesOf = async () => ((await flow.specOf(place, 'Sales')) as never)['dataSources'];
    expect(await sourcesOf()).toEqual([
      { definitionType: 'process', definitionKey: 'order', tenants: ['north', null] },
      { definitionType: 'decision', definitionKey: 'score', tenants: [null] },
    ]);
    await undo(task?.id ?? '');
    expect(await sourcesOf()).toEqual([{ definitionType: 'process', definitionKey: 'order', tenants: ['north'] }]);
  });

  it('A10: a missing collection is reported before anything is read', async () => {
    const place = await flow.placeWithDefinitions();
    const report = await flow.create(place, {
      kind: 'analytics/Dashboard',
      name: 'D',
      spec: { tiles: [], availableFilters: [] },
    });
    for (const intoCollection of [report, '00000000-0000-7000-8000-000000000000', 'nonsense']) {
      const { plan, problems } = await server.upload('nonsense', {
        ...{ branchId: place.branchId, options: { intoCollection } },
      });
      expect(plan).toBeNull();
      expect(problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'options', 'intoCollection'] }]);
    }
  });
});
