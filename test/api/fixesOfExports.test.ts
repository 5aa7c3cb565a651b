import type { JsonObject } from '../../src/shared/json.js';
import { combinedReport, entityId, processReport } from '../support/analyticsEntities.js';
import { makePerson, setReaders } from '../support/analyticsScene.js';
import { processDefinition } from '../support/analyticsFlow.js';
import { castFunction, crudCollection } from '../support/fastDataRecords.js';
import {
  followFixes,
  nameIn,
  problemsOfCall,
  type FixRow,
  type FixScene,
  type ToldProblem,
} from '../support/fixTable.js';
import { book, books, castWith, erp } from '../support/fixFiles.js';
import { bundleOf } from '../support/importBundle.js';

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';

interface Order {
  selection?: JsonObject;
  [setting: string]: unknown;
}

function start({ flow, place }: Pick<FixScene, 'flow' | 'place'>, { selection = { all: true }, ...more }: Order = {}) {
  return problemsOfCall(flow, 'startExport', { selection: { branchId: place.branchId, ...selection }, ...more });
}

/** A branch with a system, a cast function, a definition and a book; the problem of one order, and another that the fix leads to. */
function orders(first: Order, second: Order | ((fix: string) => Order)): FixRow['make'] {
  return async (scene) => {
    await scene.flow.import(bundleOf([erp, castFunction('a')]), scene.place);
    await scene.flow.import(book, scene.place);
    await scene.flow.import(books({ externalReferenceCode: 'a', title: 'x' }), scene.place);
    const next = (fix: string) => start(scene, typeof second === 'function' ? second(fix) : second);
    return { problems: await start(scene, first), follow: ({ fix }) => next(fix) };
  };
}

const entries = { selection: { kinds: ['objects/ObjectEntry'] } };
const casts = { selection: { kinds: ['fast-data/CastFunction'] } };
const filter = (operator: string, value: unknown, field = 'title') => ({ recordFilter: [{ field, operator, value }] });

const rows: FixRow[] = [
  { code: 'SELECTION_EMPTY', fix: /or select all/, make: orders({ selection: {} }, {}) },
  { code: 'SELECTION_EMPTY', fix: /whether it matches/, make: orders({ ...entries, ...filter('EQ', 'zzz') }, { ...entries, ...filter('EQ', 'x') }) },
  { code: 'UNKNOWN_KIND', fix: /Did you mean/, make: orders({ selection: { kinds: ['fast-data/CastFuncton'] } }, (fix) => ({ selection: { kinds: [nameIn(fix)] } })) },
  { code: 'NOT_FOUND', fix: /or remove it/, make: orders({ excludeIds: [unknownId] }, { excludeIds: [] }) },
  { code: 'NOT_FOUND', fix: /Did you mean/, make: async (scene) => {
    await scene.flow.create(scene.place, erp);
    await scene.flow.create(scene.place, castFunction('a'));
    return { problems: await start(scene, { excludeIds: ['erp'] }), follow: ({ fix }) => start(scene, { excludeIds: [nameIn(fix)] }) };
  } },
  { code: 'NOT_EXPORTABLE', fix: /Remove it from the selection/, make: async (scene) => {
    const { flow, place } = scene;
    const [stock, other] = [await flow.create(place, crudCollection('stock')), await flow.create(place, erp)];
    const of = (...resourceIds: string[]) => start(scene, { selection: { resourceIds } });
    return { problems: await of(stock, other), follow: () => of(other) };
  } },
  { code: 'FIELD_UNKNOWN', fix: /Did you mean "title"/, make: orders({ ...entries, format: 'CSV', fields: ['titel'] }, (fix) => ({ ...entries, format: 'CSV', fields: [nameIn(fix)] })) },
  { code: 'FIELD_UNKNOWN', fix: /Use one of .*title/, make: orders({ ...entries, ...filter('EQ', 'x', 'weight') }, { ...entries, ...filter('EQ', 'x') }) },
  { code: 'FORMAT_UNSUPPORTED', fix: /Use JSONT, LIFERAY_JSON/, make: orders({ selection: { kinds: ['objects/ObjectDefinition'] }, format: 'CSV' }, { selection: { kinds: ['objects/ObjectDefinition'] }, format: 'JSONT' }) },
  { code: 'FORMAT_UNSUPPORTED', fix: /Use JSON, JSONL, ZIP or CSV/, make: orders({ ...casts, format: 'JSONT' }, { ...casts, format: 'CSV' }) },
  { code: 'FORMAT_UNSUPPORTED', fix: /Use JSON, JSONL or ZIP/, make: orders({ selection: { kinds: ['fast-data/SystemOfRecord'] }, format: 'JSONT' }, { selection: { kinds: ['fast-data/SystemOfRecord'] }, format: 'ZIP' }) },
  { code: 'FORMAT_UNSUPPORTED', fix: /Set isArchive/, make: orders({ selection: { kinds: ['objects/ObjectDefinition', 'objects/ObjectEntry'] }, format: 'JSONT' }, { selection: { kinds: ['objects/ObjectDefinition', 'objects/ObjectEntry'] }, format: 'JSONT', isArchive: true }) },
  { code: 'NOT_CARRIED', fix: /Use JSON, JSONL or ZIP/, make: async (scene) => {
    await scene.flow.create(scene.place, castWith({ note: '' }));
    const preview = async (format: string) => {
      const document = 'query ($input: StartExportInput!) { exportPreview(input: $input) { problems { code severity message path fix } } }';
      const input = { selection: { branchId: scene.place.branchId, all: true }, format };
      return (await scene.flow.ask<{ exportPreview: { problems: ToldProblem[] } }>(document, { input })).exportPreview.problems;
    };
    return { problems: await preview('CSV'), follow: () => preview('JSON') };
  } },
  { code: 'SETTING_INVALID', fix: /Omit the fields, or use CSV/, make: orders({ ...entries, fields: ['title'] }, { ...entries, fields: ['title'], format: 'CSV' }) },
  { code: 'SETTING_INVALID', fix: /Use the format ZIP/, make: orders({ isArchive: true }, { format: 'ZIP' }) },
  { code: 'SETTING_INVALID', fix: /omit "fields" to export all/, make: orders({ ...entries, format: 'CSV', fields: [] }, { ...entries, format: 'CSV' }) },
  { code: 'SETTING_INVALID', fix: /Pass a list of values/, make: orders({ ...entries, ...filter('IN', 'x') }, { ...entries, ...filter('IN', ['x']) }) },
  { code: 'SETTING_INVALID', fix: /Use IN for many values/, make: orders({ ...entries, recordFilter: Array.from({ length: 101 }, () => ({ field: 'title', operator: 'EQ', value: 'x' })) }, { ...entries, ...filter('IN', ['x', 'y']) }) },
  { code: 'DEPENDENCY_MISSING', fix: /or remove the references/, make: async (scene) => {
    const { flow, place } = scene;
    await flow.create(place, processDefinition('order'));
    await flow.import(JSON.stringify([combinedReport('Both', [[entityId('Cost'), '#fff']]), processReport('Cost', ['order'])]), place);
    const found = await flow.resources(place);
    const both = found.find(({ name }) => name === 'Both')!;
    await problemsOfCall(flow, 'deleteResource', { id: found.find(({ name }) => name === 'Cost')!.id, force: true });
    const order = { selection: { kinds: ['analytics/CombinedReport'] }, format: 'OPTIMIZE_JSON' };
    return { problems: await start(scene, order), follow: async () => {
      const spec = { ...both.spec, data: { ...(both.spec['data'] as JsonObject), reports: [] } };
      return [...(await problemsOfCall(flow, 'updateResource', { id: both.id, expectedRevision: both.revision, spec })), ...(await start(scene, order))];
    } };
  } },
  { code: 'FORBIDDEN', fix: /make you a reader/, make: async (scene) => {
    const { server, flow, place } = scene;
    const id = await flow.create(place, castFunction('a'));
    await setReaders(server, id, []);
    const editor = await makePerson(server, place, 'EDITOR');
    const of = () => start({ flow: editor.flow, place }, { selection: { resourceIds: [id] } });
    return { problems: await of(), follow: async () => {
      await setReaders(server, id, [{ principalId: editor.principalId }]);
      return of();
    } };
  } },
  { code: 'FORBIDDEN', fix: /or remove the resource from the selection/, make: async (scene) => {
    const { server, flow, place } = scene;
    const [hidden, open] = [await flow.create(place, castFunction('a')), await flow.create(place, erp)];
    await setReaders(server, hidden, []);
    const editor = await makePerson(server, place, 'EDITOR');
    const of = (...resourceIds: string[]) => start({ flow: editor.flow, place }, { selection: { resourceIds } });
    return { problems: await of(open, hidden), follow: () => of(open) };
  } },
  { code: 'FORBIDDEN', fix: /Remove its kinds from the selection/, make: async (scene) => {
    const { server, flow, place } = scene;
    await flow.create(place, processDefinition('order'));
    await flow.create(place, erp);
    await flow.import(JSON.stringify([processReport('Cost', ['order'])]), place);
    const viewer = await makePerson(server, place, 'VIEWER');
    const of = (...kinds: string[]) => start({ flow: viewer.flow, place }, { selection: { kinds } });
    return { problems: await of('analytics/ProcessReport', 'fast-data/SystemOfRecord'), follow: () => of('fast-data/SystemOfRecord') };
  } },
]; // prettier-ignore

followFixes('a fix of an export', rows);
