import type { JsonObject } from '../../src/shared/json.js';
import { makePerson, setReaders } from '../support/analyticsScene.js';
import { castFunction, projection } from '../support/fastDataRecords.js';
import {
  followFixes,
  makeCallOf,
  problemsOfCall,
  type FixRow,
  type FixScene,
  type ToldProblem,
} from '../support/fixTable.js';
import { book, books, erp } from '../support/fixFiles.js';
import { bundleOf } from '../support/importBundle.js';
import { largeBundle } from '../support/largeBundle.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';

const trimText = castFunction('trimText');
const orders = projection('orders', { system: 'erp' });
const upsert = { options: { createStrategy: 'UPSERT' } };

async function idOf({ flow, place }: FixScene, name: string): Promise<string> {
  return (await flow.resources(place)).find((resource) => resource.name === name)!.id;
}

async function remove(scene: FixScene, name: string): Promise<void> {
  expect(await problemsOfCall(scene.flow, 'deleteResource', { id: await idOf(scene, name) })).toEqual([]);
}

async function rename(scene: FixScene, from: string, name: string): Promise<void> {
  expect(await problemsOfCall(scene.flow, 'renameResource', { id: await idOf(scene, from), name })).toEqual([]);
}

async function update({ flow, place }: FixScene, name: string, spec: JsonObject): Promise<void> {
  const found = (await flow.resources(place)).find((resource) => resource.name === name)!;
  const input = { id: found.id, expectedRevision: found.revision, spec: { ...found.spec, ...spec } };
  expect(await problemsOfCall(flow, 'updateResource', input)).toEqual([]);
}

const undoDocument = `mutation ($input: UndoImportInput!) { undoImport(input: $input) {
  task { id } problems { code severity message path fix } } }`;

/** Asks for an undo and waits for its end; gives its problems and its task. */
async function undo({ flow }: Pick<FixScene, 'flow'>, taskId: string, force = false) {
  const { undoImport } = await flow.ask<{ undoImport: { task: { id: string } | null; problems: ToldProblem[] } }>(
    undoDocument,
    { input: { taskId, force } },
  );
  const { task, problems } = undoImport;
  if (task) expect((await flow.ended(task.id)).status).toBe('COMPLETED');
  return { id: task?.id ?? '', problems };
}

type Step = (scene: FixScene) => Promise<unknown>;

/** Imports a file, changes the branch and undoes the import; the fix is a change of the branch, after which the undo is asked for again. */
function undoing(imported: string | { twice: string }, between: Step, follow: Step | 'force'): FixRow['make'] {
  const [file, isTwice] = typeof imported === 'string' ? [imported, false] : [imported.twice, true];
  return async (scene) => {
    const { flow, place } = scene;
    const task = await flow.import(file, place);
    const id = isTwice ? (await undo(scene, task.id)).id : task.id;
    await between(scene);
    return {
      problems: (await undo(scene, id)).problems,
      follow: async () => {
        if (follow !== 'force') await follow(scene);
        return (await undo(scene, id, follow === 'force')).problems;
      },
    };
  };
} // prettier-ignore

const cast = bundleOf([trimText]);
const change = (scene: FixScene) => update(scene, 'trimText', { casting: 'module.exports = () => 1' });
const needing = bundleOf([erp, projection('orders', { system: 'erp', fields: { note: 'trimText' } })]);
const unique = { objectFieldSettings: [{ name: 'uniqueValues', value: 'true' }] };
const withIsbn = definitionFile([definitionSpec('BOOK', 'Book', [textField('isbn', unique)])]);

const rows: FixRow[] = [
  { code: 'CHANGED_SINCE_IMPORT', fix: /force to true to undo anyway/, make: undoing(cast, change, 'force') },
  { code: 'CHANGED_SINCE_IMPORT', fix: /stays deleted/, make: undoing(bundleOf([trimText, erp]), (scene) => remove(scene, 'trimText'), 'force') },
  { code: 'HAS_DEPENDENTS', fix: /or set force to true/, make: undoing(cast, ({ flow, place }) => flow.import(needing, place), 'force') },
  { code: 'HAS_DEPENDENTS', fix: /Remove the reference first/, make: undoing(cast, ({ flow, place }) => flow.import(needing, place), (scene) => update(scene, 'orders', orders.spec)) },
  { code: 'HAS_DEPENDENTS', fix: /^Delete it first/, make: undoing(bundleOf([erp]), ({ flow, place }) => flow.import(bundleOf([orders]), place), (scene) => remove(scene, 'orders')) },
  { code: 'NAME_TAKEN', fix: /Rename that resource/, make: undoing({ twice: cast }, ({ flow, place }) => flow.create(place, trimText), (scene) => rename(scene, 'trimText', 'other')) },
  { code: 'PARENT_MISSING', fix: /Create System of Record "erp" on the branch/, make: async (scene) => {
    const { flow, place } = scene;
    await flow.import(bundleOf([erp]), place);
    const { id } = await flow.import(bundleOf([orders]), place);
    const back = await undo(scene, id);
    await remove(scene, 'erp');
    return { problems: (await undo(scene, back.id)).problems, follow: async () => {
      await flow.create(place, erp);
      return (await undo(scene, back.id)).problems;
    } };
  } },
  { code: 'UNIQUE_TEXT_TAKEN', fix: /Change the value in "Book\/b"/, make: async (scene) => {
    const { flow, place } = scene;
    await flow.import(withIsbn, place);
    const { id } = await flow.import(entryFile('Book', [{ externalReferenceCode: 'a', isbn: '1' }]), place);
    const back = await undo(scene, id);
    await flow.import(entryFile('Book', [{ externalReferenceCode: 'b', isbn: '1' }]), place);
    return { problems: (await undo(scene, back.id)).problems, follow: async () => {
      await update(scene, 'Book/b', { isbn: '2' });
      return (await undo(scene, back.id)).problems;
    } };
  } },
  { code: 'PACK_OFF', fix: /setPackEnabled/, make: async (scene) => {
    const { flow, place } = scene;
    const { id } = await flow.import(cast, place);
    const back = await undo(scene, id);
    await problemsOfCall(flow, 'setPackEnabled', { projectId: place.projectId, pack: 'fast-data', isEnabled: false });
    return { problems: (await undo(scene, back.id)).problems, follow: async ({ fix }) => [...(await makeCallOf(flow, fix)), ...(await undo(scene, back.id)).problems] };
  } },
  { code: 'TASK_NOT_UNDOABLE', fix: /Undo task \S+ to restore its changes/, make: async (scene) => {
    const { id } = await scene.flow.import(cast, scene.place);
    await undo(scene, id);
    return { problems: (await undo(scene, id)).problems, follow: async ({ fix }) => {
      const back = await undo(scene, /Undo task (\S+)/.exec(fix)![1]!);
      expect(await idOf(scene, 'trimText')).toBeTruthy();
      return back.problems;
    } };
  } },
  { code: 'TASK_NOT_UNDOABLE', fix: /Import the file again/, make: async (scene) => {
    const { flow, place } = scene;
    const { id } = await flow.import(cast, place);
    const back = await undo(scene, id);
    await problemsOfCall(flow, 'deleteTask', { id: back.id });
    return { problems: (await undo(scene, id)).problems, follow: async () => {
      await flow.import(cast, place);
      expect(await idOf(scene, 'trimText')).toBeTruthy();
      return [];
    } };
  } },
  { code: 'FORBIDDEN', fix: /Ask a manager of the project to undo it/, make: async (scene) => {
    const { server, place } = scene;
    const editor = await makePerson(server, place, 'EDITOR');
    const { id } = await editor.flow.import(cast, place);
    await setReaders(server, await idOf(scene, 'trimText'), []);
    const manager = await makePerson(server, place, 'MANAGER');
    return { problems: (await undo(editor, id)).problems, follow: async () => (await undo(manager, id)).problems };
  } },
  // tasks
  { code: 'TASK_IN_USE', fix: /discardImport\(input/, make: async ({ flow, place }) => {
    const { id } = await flow.stage(book, place);
    const taskId = (await flow.ask<{ importPlan: { task: { id: string } } }>('query ($id: ID!) { importPlan(id: $id) { task { id } } }', { id })).importPlan.task.id;
    const call = () => problemsOfCall(flow, 'deleteTask', { id: taskId });
    return { problems: await call(), follow: async ({ fix }) => [...(await makeCallOf(flow, fix)), ...(await call())] };
  } },
  { code: 'TASK_IN_USE', fix: /deleteTask\(input/, make: async (scene) => {
    const { flow, place } = scene;
    const { id } = await flow.import(cast, place);
    const first = await undo(scene, id);
    await undo(scene, first.id);
    const call = () => problemsOfCall(flow, 'deleteTask', { id: first.id });
    return { problems: await call(), follow: async ({ fix }) => [...(await makeCallOf(flow, fix)), ...(await call())] };
  } },
  { code: 'TASK_NOT_ENDED', fix: /cancelTask\(input/, make: async ({ server, flow, place }) => {
    const { plan } = await server.upload(largeBundle(20_000), { branchId: place.branchId });
    const call = () => problemsOfCall(flow, 'deleteProject', { id: place.projectId, confirmKey: place.key });
    return { problems: await call(), follow: async ({ fix }) => {
      const problems = await makeCallOf(flow, fix);
      await flow.ended(plan!.task.id);
      return [...problems, ...(await call())];
    } };
  } },
  // plans
  { code: 'TARGET_CHANGED', fix: /execute it again/, make: async (scene) => {
    const { flow, place } = scene;
    await flow.import(cast, place);
    const { id } = await flow.stage(bundleOf([castFunction('trimText', 'return 2')]), place, upsert);
    await change(scene);
    return { problems: (await flow.execute(id)).problems, follow: async () => (await flow.execute(id)).problems };
  } },
  { code: 'PLAN_NOT_EXECUTABLE', fix: /Rename it.*or use ON_ERROR_CONTINUE/, make: async ({ flow, place }) => {
    await flow.import(cast, place);
    const { id } = await flow.stage(bundleOf([castFunction('trimText', 'return 2'), erp]), place);
    return { problems: (await flow.execute(id)).problems, follow: async () => (await flow.execute(id, 'ON_ERROR_CONTINUE')).problems };
  } },
  { code: 'NAME_TAKEN', fix: /Rename that resource/, make: async (scene) => {
    const { flow, place } = scene;
    await flow.import(book, place);
    const { id } = await flow.import(books({ externalReferenceCode: 'a' }), place);
    const back = await undo(scene, id);
    await flow.import(books({ externalReferenceCode: 'b' }), place);
    await problemsOfCall(flow, 'renameResource', { id: await idOf(scene, 'Book/b'), name: 'Book/a' });
    return { problems: (await undo(scene, back.id)).problems, follow: async () => {
      await rename(scene, 'Book/a', 'Book/c');
      return (await undo(scene, back.id)).problems;
    } };
  } },
]; // prettier-ignore

followFixes('a fix of an undo, a task or a plan', rows);
