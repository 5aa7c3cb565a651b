import { sql } from '../../src/database/worker.js';
import type { JsonObject } from '../../src/shared/json.js';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import { newId } from '../../src/shared/clock.js';
import { castFunction, projection } from '../support/fastDataRecords.js';
import { followFixes, makeCallOf, nameIn, problemsOfCall, type FixRow, type FixScene } from '../support/fixTable.js';
import { book, books, erp } from '../support/fixFiles.js';
import { bundleOf, type BundleRecord } from '../support/importBundle.js';
import type { BranchResource } from '../support/importFlow.js';
import { definitionFile, definitionSpec, entryFile, textField } from '../support/objectBatches.js';

const orders = projection('orders', { system: 'erp', fields: { note: 'trimText' } });
const trimText = castFunction('trimText');
const unique = { objectFieldSettings: [{ name: 'uniqueValues', value: 'true' }] };
const withIsbn = definitionFile([definitionSpec('BOOK', 'Book', [textField('title'), textField('isbn', unique)])]);
const twoBooks = entryFile('Book', [
  { externalReferenceCode: 'a', isbn: '1' },
  { externalReferenceCode: 'b', isbn: '2' },
]);
const onSites = definitionFile([{ ...definitionSpec('BOOK', 'Book'), scope: 'site' }]);

async function named({ flow, place }: FixScene, name: string): Promise<BranchResource> {
  return (await flow.resources(place)).find((resource) => resource.name === name)!;
}

function create({ flow, place }: FixScene, { kind, name, spec }: BundleRecord, more: JsonObject = {}) {
  return problemsOfCall(flow, 'createResource', { branchId: place.branchId, kind, name, spec, ...more });
}

async function update(scene: FixScene, name: string, more: JsonObject) {
  const { id, revision, spec } = await named(scene, name);
  return problemsOfCall(scene.flow, 'updateResource', { id, expectedRevision: revision, spec, ...more });
}

async function remove(scene: FixScene, name: string, more: JsonObject = {}) {
  return problemsOfCall(scene.flow, 'deleteResource', { id: (await named(scene, name)).id, ...more });
}

async function rename(scene: FixScene, from: string, to: string) {
  return problemsOfCall(scene.flow, 'renameResource', { id: (await named(scene, from)).id, name: to });
}

async function detach(scene: FixScene, name: string) {
  return problemsOfCall(scene.flow, 'detachReference', { id: (await named(scene, name)).id });
}

/** What needs a cast function, on the branch. */
async function withOrders(scene: FixScene): Promise<void> {
  await scene.flow.import(bundleOf([erp, orders, trimText]), scene.place);
}

/** An entry by hand. */
async function entry(scene: FixScene, name: string, spec: JsonObject) {
  const parentId = (await named(scene, 'BOOK')).id;
  return create(scene, { kind: 'objects/ObjectEntry', name, spec }, { parentId });
}

const withoutNote: JsonObject = { fields: [{ name: 'id', type: 'string', primaryKey: true }] };

const rows: FixRow[] = [
  { code: 'UNKNOWN_KIND', fix: /Did you mean/, make: async (scene) => ({
    problems: await create(scene, { ...trimText, kind: 'fast-data/CastFuncton' }),
    follow: ({ fix }) => create(scene, { ...trimText, kind: nameIn(fix) }),
  }) },
  { code: 'NAME_TAKEN', fix: /Choose another name/, make: async (scene) => {
    await create(scene, trimText);
    return { problems: await create(scene, trimText), follow: () => create(scene, castFunction('other')) };
  } },
  { code: 'NAME_TAKEN', fix: /rename the existing one first/, make: async (scene) => {
    await create(scene, trimText);
    return { problems: await create(scene, trimText), follow: async () => [...(await rename(scene, 'trimText', 'older')), ...(await create(scene, trimText))] };
  } },
  { code: 'NAME_TAKEN', fix: /Choose another code/, make: async (scene) => {
    await create(scene, trimText, { externalReferenceCode: 'TRIM' });
    const coded = (externalReferenceCode: string) => create(scene, castFunction('other'), { externalReferenceCode });
    return { problems: await coded('TRIM'), follow: () => coded('OTHER') };
  } },
  { code: 'UNIQUE_TEXT_TAKEN', fix: /Use another value/, make: async (scene) => {
    await scene.flow.import(withIsbn, scene.place);
    await scene.flow.import(twoBooks, scene.place);
    return { problems: await entry(scene, 'Book/c', { isbn: '1' }), follow: () => entry(scene, 'Book/c', { isbn: '3' }) };
  } },
  { code: 'UNIQUE_TEXT_TAKEN', fix: /change that of "Book\/a" first/, make: async (scene) => {
    await scene.flow.import(withIsbn, scene.place);
    await scene.flow.import(twoBooks, scene.place);
    return { problems: await entry(scene, 'Book/c', { isbn: '1' }), follow: async () => [
      ...(await update(scene, 'Book/a', { spec: { externalReferenceCode: 'a', isbn: '9' } })), ...(await entry(scene, 'Book/c', { isbn: '1' })),
    ] };
  } },
  { code: 'NAME_INVALID', fix: /Name it "Book\/x"/, make: async (scene) => {
    await scene.flow.import(book, scene.place);
    return { problems: await entry(scene, 'Bok/x', { externalReferenceCode: 'x' }), follow: ({ fix }) => entry(scene, nameIn(fix), { externalReferenceCode: 'x' }) };
  } },
  { code: 'SPEC_INVALID', fix: /Write "x" there/, make: async (scene) => {
    await scene.flow.import(book, scene.place);
    return { problems: await entry(scene, 'Book/x', { externalReferenceCode: 'y' }), follow: ({ fix }) => entry(scene, 'Book/x', { externalReferenceCode: nameIn(fix) }) };
  } },
  { code: 'SPEC_INVALID', fix: /Keep the site/, make: async (scene) => {
    await scene.flow.import(onSites, scene.place);
    await scene.flow.import(entryFile('Book', [{ externalReferenceCode: 'a', title: 'x', siteExternalReferenceCode: 'A' }]), scene.place);
    const spec = (siteExternalReferenceCode: string) => ({ spec: { externalReferenceCode: 'a', title: 'y', siteExternalReferenceCode } });
    return { problems: await update(scene, 'Book@A/a', spec('B')), follow: () => update(scene, 'Book@A/a', spec('A')) };
  } },
  { code: 'STALE_REVISION', fix: /Read it again/, make: async (scene) => {
    await create(scene, trimText);
    return { problems: await update(scene, 'trimText', { expectedRevision: 7 }), follow: () => update(scene, 'trimText', {}) };
  } },
  { code: 'READ_ONLY_REFERENCE', fix: /Detach it/, make: async (scene) => {
    await scene.flow.import(bundleOf([trimText]), scene.place, { mode: 'REFERENCE' });
    return { problems: await update(scene, 'trimText', {}), follow: async () => [...(await detach(scene, 'trimText')), ...(await update(scene, 'trimText', {}))] };
  } },
  { code: 'READ_ONLY_REFERENCE', fix: /Detach that reference first/, make: async (scene) => {
    const { flow } = scene;
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    const here = { ...scene, place };
    await flow.import(bundleOf([erp, trimText]), place);
    await flow.import(bundleOf([orders]), place, { mode: 'REFERENCE' });
    return { problems: await rename(here, 'trimText', 'trim'), follow: async () => [...(await detach(here, 'orders')), ...(await rename(here, 'trimText', 'trim'))] };
  } },
  { code: 'HAS_DEPENDENTS', fix: /Change or delete it first/, make: async (scene) => {
    await withOrders(scene);
    return { problems: await remove(scene, 'trimText'), follow: async () => [...(await update(scene, 'orders', { spec: withoutNote })), ...(await remove(scene, 'trimText'))] };
  } },
  { code: 'HAS_DEPENDENTS', fix: /delete with force/, make: async (scene) => {
    await withOrders(scene);
    return { problems: await remove(scene, 'trimText'), follow: () => remove(scene, 'trimText', { force: true }) };
  } },
  { code: 'HAS_DEPENDENTS', fix: /Delete what it contains first/, make: async (scene) => {
    await withOrders(scene);
    return { problems: await remove(scene, 'erp', { force: true }), follow: async () => [...(await remove(scene, 'orders')), ...(await remove(scene, 'erp'))] };
  } },
  { code: 'RENAME_NOT_ALLOWED', fix: /starts with "Book\/"/, make: async (scene) => {
    await scene.flow.import(book, scene.place);
    await scene.flow.import(books({ externalReferenceCode: 'a' }), scene.place);
    return { problems: await rename(scene, 'Book/a', 'Note/a'), follow: ({ fix }) => rename(scene, 'Book/a', `${nameIn(fix)}b`) };
  } },
  { code: 'CHARACTER_NOT_ALLOWED', fix: /Remove the character/, make: async (scene) => ({
    problems: await create(scene, trimText, { title: 'a\0' }), follow: () => create(scene, trimText, { title: 'a' }),
  }) },
  { code: 'NESTING_TOO_DEEP', fix: /Flatten/, make: async (scene) => {
    const deep = JSON.parse(`${'{"a":'.repeat(110)}1${'}'.repeat(110)}`) as JsonObject;
    return { problems: await create(scene, { ...erp, spec: { ...erp.spec, settings: deep } }), follow: () => create(scene, erp) };
  } },
  { code: 'PACK_OFF', fix: /setPackEnabled/, make: async (scene) => {
    const { flow, place } = scene;
    await problemsOfCall(flow, 'setPackEnabled', { projectId: place.projectId, pack: 'fast-data', isEnabled: false });
    return { problems: await create(scene, trimText), follow: async ({ fix }) => [...(await makeCallOf(flow, fix)), ...(await create(scene, trimText))] };
  } },
  { code: 'NOT_FOUND', fix: /The packs are .*fast-data/, make: async ({ flow, place }) => {
    const choose = (pack: string) => problemsOfCall(flow, 'setPackEnabled', { projectId: place.projectId, pack, isEnabled: true });
    return { problems: await choose('fastdata'), follow: () => choose('fast-data') };
  } },
  // projects and branches
  { code: 'NAME_TAKEN', fix: /another key/, make: async ({ flow, place }) => {
    const make = (key: string) => problemsOfCall(flow, 'createProject', { key, name: 'x' });
    return { problems: await make(place.key), follow: () => make(`${place.key}-2`) };
  } },
  { code: 'NAME_INVALID', fix: /a letter or digit at both ends/, make: async ({ flow, place }) => {
    const make = (key: string) => problemsOfCall(flow, 'createProject', { key, name: 'x' });
    return { problems: await make('-a b'), follow: () => make(`${place.key}-b`) };
  } },
  { code: 'NAME_INVALID', fix: /without control characters/, make: async ({ flow, place }) => {
    const call = (name: string) => problemsOfCall(flow, 'updateProject', { id: place.projectId, name });
    return { problems: await call(' '), follow: () => call('The shop') };
  } },
  { code: 'NAME_INVALID', fix: /single dots/, make: async ({ flow, place }) => {
    const branch = (name: string) => problemsOfCall(flow, 'createBranch', { projectId: place.projectId, name });
    return { problems: await branch('a..b'), follow: () => branch('a.b') };
  } },
  { code: 'NAME_TAKEN', fix: /another name/, make: async ({ flow, place }) => {
    const branch = (name: string) => problemsOfCall(flow, 'createBranch', { projectId: place.projectId, name });
    return { problems: await branch('main'), follow: () => branch('side') };
  } },
  { code: 'TOO_MANY_BRANCHES', fix: /Delete an unused branch/, make: async ({ server, flow, place }) => {
    const ids = Array.from({ length: 999 }, () => newId());
    const connection = await openSqlConnection(server.database, 10_000);
    await connection.transaction(async () => {
      for (const [index, id] of ids.entries())
        await connection.run(sql`INSERT INTO branch (id, project_id, name, is_default, created_at) VALUES (${id}, ${place.projectId}, ${`b${index}`}, FALSE, ${new Date().toISOString()})`);
    });
    await connection.close();
    const branch = () => problemsOfCall(flow, 'createBranch', { projectId: place.projectId, name: 'one-more' });
    return { problems: await branch(), follow: async () => [...(await problemsOfCall(flow, 'deleteBranch', { id: ids[0] })), ...(await branch())] };
  } },
  { code: 'CAPABILITY_IN_USE', fix: /Detach or delete these references/, make: async (scene) => {
    const { flow } = scene;
    const place = await flow.makeProject(['EVENT_DRIVEN']);
    await flow.import(bundleOf([erp, trimText]), place);
    await flow.import(bundleOf([orders]), place, { mode: 'REFERENCE' });
    const call = () => problemsOfCall(flow, 'updateProject', { id: place.projectId, capabilities: [] });
    return { problems: await call(), follow: async () => [...(await detach({ ...scene, place }, 'orders')), ...(await call())] };
  } },
  { code: 'BRANCH_IS_DEFAULT', fix: /Delete the project instead/, make: async ({ flow, place }) => ({
    problems: await problemsOfCall(flow, 'deleteBranch', { id: place.branchId }),
    follow: () => problemsOfCall(flow, 'deleteProject', { id: place.projectId, confirmKey: place.key }),
  }) },
  { code: 'CONFIRMATION_WRONG', fix: /Set confirmKey to/, make: async ({ flow, place }) => {
    const call = (confirmKey: string) => problemsOfCall(flow, 'deleteProject', { id: place.projectId, confirmKey });
    return { problems: await call('no'), follow: ({ fix }) => call(nameIn(fix)) };
  } },
]; // prettier-ignore

followFixes('a fix of resources, branches and projects', rows);
