import { actionsOf, ImportFlow, itemsByName, type Place, type PlanProblem } from '../support/importFlow.js';
import { definitionFile, definitionSpec } from '../support/objectBatches.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const kind = 'objects/ObjectDefinition';
const problems = 'problems { code message path fix ... on ResourceProblem { name } }';

describe('texts that only one resource of a kind may have', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
  });

  const define = (place: Place, erc: string, name: string) =>
    flow.create(place, { kind, name: erc, spec: definitionSpec(erc, name) });
  const stage = (place: Place, ...names: [erc: string, name: string][]) =>
    flow.stage(definitionFile(names.map(([erc, name]) => definitionSpec(erc, name))), place);
  const mutate = async (field: string, input: object): Promise<PlanProblem[]> => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${problems} } }`;
    const data = await flow.ask<Record<string, { problems: PlanProblem[] }>>(document, { input });
    return data[field]!.problems;
  };
  const expectSound = async () => {
    const { verifyDatabase } = await flow.ask<{ verifyDatabase: { isSound: boolean; problems: PlanProblem[] } }>(
      '{ verifyDatabase { isSound problems { message severity } } }',
      {},
    );
    expect(verifyDatabase).toMatchObject({ isSound: true });
  };

  it('are a collision with what the branch has under another name, told with place, text, line and a way out', async () => {
    const place = await flow.makeProject();
    await define(place, 'BOOK', 'Book');
    const plan = await stage(place, ['PAGE', 'Page'], ['TOME', 'BOOK']);
    expect(actionsOf(plan)).toEqual({ PAGE: 'CREATE', TOME: 'COLLISION' });
    expect(plan).toMatchObject({ isExecutable: false, counts: { create: 1, collision: 1 } });
    const item = itemsByName(plan)['TOME']!;
    expect(item.problems).toMatchObject([
      {
        code: 'UNIQUE_TEXT_TAKEN',
        message:
          '"TOME" has "BOOK" at /name, and so has the object definition "BOOK" of the branch; it must be unique.',
        path: ['name'],
        line: item.line,
        name: 'TOME',
      },
    ]);
    expect(item.problems[0]?.fix).toContain('external reference code of "BOOK" and import it with UPSERT');
    await flow.rename(item.id, 'TOME2');
    expect(actionsOf(await flow.plan(plan.id))).toMatchObject({ TOME: 'COLLISION' });
    const { task } = await flow.execute(plan.id, 'ON_ERROR_CONTINUE');
    expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', createdCount: 1, failedCount: 1 });
    await expectSound();
  });

  it('are a collision of two items of a file, until one is left out', async () => {
    const place = await flow.makeProject();
    const plan = await stage(place, ['ONE', 'Same'], ['TWO', 'same'], ['THREE', 'Three']);
    expect(actionsOf(plan)).toEqual({ ONE: 'COLLISION', TWO: 'COLLISION', THREE: 'CREATE' });
    const { ONE, TWO } = itemsByName(plan);
    expect(ONE?.problems.map(({ message }) => message)).toEqual([
      `"ONE" has "Same" at /name, and so has "TWO" on line ${TWO!.line} of the file; it must be unique.`,
    ]);
    expect(TWO?.problems[0]?.message).toContain(`"ONE" on line ${ONE!.line}`);
    await flow.select(plan.id, false, { itemIds: [TWO!.id] });
    const amended = await flow.plan(plan.id);
    expect(actionsOf(amended)).toEqual({ ONE: 'CREATE', TWO: 'SKIPPED', THREE: 'CREATE' });
    expect(itemsByName(amended)['ONE']?.problems).toEqual([]);
    expect((await flow.execute(plan.id)).task).toMatchObject({ status: 'COMPLETED', createdCount: 2 });
    await expectSound();
  });

  it('may pass from one resource to another within one import', async () => {
    const place = await flow.makeProject();
    await define(place, 'ONE', 'First');
    await define(place, 'TWO', 'Second');
    const swap = await stage(place, ['ONE', 'Second'], ['TWO', 'First']);
    expect(actionsOf(swap)).toEqual({ ONE: 'UPDATE', TWO: 'UPDATE' });
    await flow.select(swap.id, false, { itemIds: [itemsByName(swap)['TWO']!.id] });
    expect(actionsOf(await flow.plan(swap.id))).toEqual({ ONE: 'COLLISION', TWO: 'SKIPPED' });
    await flow.select(swap.id, true);
    expect((await flow.execute(swap.id)).task).toMatchObject({ status: 'COMPLETED', updatedCount: 2 });
    await expectSound();
  });

  it('stay with what would have given them up, when that is not imported', async () => {
    const place = await flow.makeProject();
    await define(place, 'ONE', 'First');
    const nowhere = { ...definitionSpec('ONE', 'Renamed'), objectFolderExternalReferenceCode: 'NOWHERE' };
    const file = definitionFile([nowhere, definitionSpec('TWO', 'First'), definitionSpec('THREE', 'Third')]);
    const plan = await flow.stage(file, place);
    expect(actionsOf(plan)).toEqual({ ONE: 'BLOCKED', TWO: 'COLLISION', THREE: 'CREATE' });
    expect((await flow.execute(plan.id, 'ON_ERROR_CONTINUE')).task).toMatchObject({ createdCount: 1, failedCount: 2 });
    await expectSound();
  });

  it('are judged again when the branch has changed since the plan was made', async () => {
    const place = await flow.makeProject();
    const plan = await stage(place, ['TWO', 'Wanted']);
    expect(actionsOf(plan)).toEqual({ TWO: 'CREATE' });
    await define(place, 'ONE', 'Wanted');
    const [refusal] = (await flow.execute(plan.id)).problems;
    expect(refusal).toMatchObject({ code: 'PLAN_NOT_EXECUTABLE', name: 'TWO' });
    expect(refusal?.message).toContain('the object definition "ONE" of the branch');
    expect(actionsOf(await flow.plan(plan.id))).toEqual({ TWO: 'COLLISION' });
  });

  it('hold for each branch by itself', async () => {
    const [one, two] = [await flow.makeProject(), await flow.makeProject()];
    await define(one, 'ONE', 'Name');
    await define(two, 'TWO', 'Name');
    const copied = { projectId: one.projectId, name: 'copy', fromBranchId: one.branchId };
    expect(await mutate('createBranch', copied)).toEqual([]);
    await expectSound();
  });

  it('hold at every declared place, all reported at once', async () => {
    const place = await flow.makeProject();
    const application = (name: string, title: string, baseURL: string) => ({
      kind: 'objects/ApiApplication',
      name,
      spec: { externalReferenceCode: name, title, baseURL },
    });
    const { kind: applications, spec } = application('SHOP', 'Shop', '/shop');
    await flow.create(place, { kind: applications, name: 'SHOP', spec });
    const other = application('STORE', 'shop', '/SHOP');
    const found = await mutate('createResource', { branchId: place.branchId, ...other });
    expect(found).toMatchObject([
      { code: 'UNIQUE_TEXT_TAKEN', path: ['input', 'spec', 'title'], name: 'SHOP' },
      {
        code: 'UNIQUE_TEXT_TAKEN',
        path: ['input', 'spec', 'baseURL'],
        message: 'API application "SHOP" already has "/SHOP" at /baseURL; it must be unique.',
      },
    ]);
  });

  it('are refused to a resource that is changed by hand, or gets an earlier state', async () => {
    const place = await flow.makeProject();
    const id = await define(place, 'ONE', 'First');
    await define(place, 'TWO', 'Second');
    const taken = { id, spec: definitionSpec('ONE', 'SECOND') };
    expect(await mutate('updateResource', taken)).toMatchObject([
      { code: 'UNIQUE_TEXT_TAKEN', path: ['input', 'spec', 'name'], name: 'TWO' },
    ]);
    expect(await mutate('updateResource', { id, spec: definitionSpec('ONE', 'FIRST') })).toEqual([]);
    expect(await mutate('updateResource', { id, spec: definitionSpec('ONE', 'Another') })).toEqual([]);
    await define(place, 'THREE', 'First');
    expect(await mutate('restoreRevision', { id, revision: 1 })).toMatchObject([
      { code: 'UNIQUE_TEXT_TAKEN', path: ['input', 'revision'], name: 'THREE' },
    ]);
    await expectSound();
  });

  it('keep an import from being undone when they would come back twice', async () => {
    const place = await flow.makeProject();
    await define(place, 'ONE', 'First');
    const { id: taskId } = await flow.import(definitionFile([definitionSpec('ONE', 'Renamed')]), place);
    const heir = await define(place, 'HEIR', 'First');
    for (const force of [false, true]) {
      expect(await mutate('undoImport', { taskId, force })).toMatchObject([
        {
          code: 'UNIQUE_TEXT_TAKEN',
          message:
            '"ONE" cannot be restored: its value at /name must be unique, and is now used by object definition "HEIR".',
        },
      ]);
    }
    expect(await mutate('deleteResource', { id: heir })).toEqual([]);
    expect(await mutate('undoImport', { taskId })).toEqual([]);
    await expectSound();
  });
});
