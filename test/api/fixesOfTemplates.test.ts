import type { JsonObject } from '../../src/shared/json.js';
import { processReport } from '../support/analyticsEntities.js';
import { followFixes, nameIn, problemsOfCall, type FixRow } from '../support/fixTable.js';
import { processDefinition } from '../support/analyticsFlow.js';
import { castFunction } from '../support/fastDataRecords.js';
import { TemplateFlow } from '../support/templateFlow.js';

/** Saves a template with these settings, and then with those that the fix leads to. */
function saving(settings: JsonObject, next: JsonObject | ((fix: string) => JsonObject), direction = 'EXPORT'): FixRow['make'] {
  return async ({ flow, place }) => {
    const save = (chosen: JsonObject) =>
      problemsOfCall(flow, 'saveTemplate', { projectId: place.projectId, name: 'nightly', direction, settings: chosen });
    return {
      problems: await save(settings),
      follow: ({ fix }) => save(typeof next === 'function' ? next(fix) : next),
    };
  };
} // prettier-ignore

/** Saves a template under a name that another one has, and then as the fix says. */
function saveAgain(next: JsonObject): FixRow['make'] {
  return async ({ server, flow, place }) => {
    await new TemplateFlow(server).save(place);
    const input = { projectId: place.projectId, name: 'nightly', direction: 'EXPORT', settings: {} };
    return {
      problems: await problemsOfCall(flow, 'saveTemplate', input),
      follow: () => problemsOfCall(flow, 'saveTemplate', { ...input, ...next }),
    };
  };
}

const selecting = (more: JsonObject) => ({ selection: more });
const filtered = (...condition: JsonObject[]) => ({ recordFilter: condition });
const views = selecting({ kinds: ['fast-data/CastFunction'] });
const older = selecting({ kinds: ['older/Thing'] });

const rows: FixRow[] = [
  { code: 'SETTING_UNKNOWN', fix: /Did you mean "selection"/, make: saving({ selecton: {} }, (fix) => ({ [nameIn(fix)]: {} })) },
  { code: 'SETTING_UNKNOWN', fix: /Remove it; known are/, make: saving({ zzz: 1 }, {}) },
  { code: 'SETTING_UNKNOWN', fix: /the branch is given when/, make: saving(selecting({ branchId: 'x' }), selecting({})) },
  { code: 'SETTING_UNKNOWN', fix: /one level up/, make: saving({ options: { isStrict: true } }, { isStrict: true }, 'IMPORT') },
  { code: 'SETTING_INVALID', fix: /Use true or false/, make: saving({ isArchive: 'yes' }, { isArchive: true }) },
  { code: 'SETTING_INVALID', fix: /or remove it/, make: saving({ fields: 'title' }, {}) },
  { code: 'SETTING_INVALID', fix: /Did you mean "JSONL"/, make: saving({ format: 'JSONLL' }, (fix) => ({ format: nameIn(fix) })) },
  { code: 'SETTING_INVALID', fix: /Use one of JSON/, make: saving({ format: 'x' }, { format: 'JSON' }) },
  { code: 'SETTING_INVALID', fix: /Add "operator"/, make: saving(filtered({ field: 'title', value: 'x' }), filtered({ field: 'title', value: 'x', operator: 'EQ' })) },
  { code: 'SETTING_INVALID', fix: /Select by kind/, make: saving({ fields: Array.from({ length: 60_000 }, () => 'a field of twenty letters') }, views) },
  { code: 'UNKNOWN_KIND', fix: /Did you mean "fast-data\/CastFunction"/, make: saving(selecting({ kinds: ['fast-data/CastFuncton'] }), (fix) => selecting({ kinds: [nameIn(fix)] })) },
  { code: 'INVALID_ID', fix: /from a list of resources/, make: async (scene) => {
    const id = await scene.flow.create(scene.place, castFunction('a'));
    return saving(selecting({ resourceIds: ['a'] }), selecting({ resourceIds: [id] }))(scene);
  } },
  { code: 'CHARACTER_NOT_ALLOWED', fix: /Remove the character/, make: saving({ fields: ['a\0'] }, { fields: ['a'] }) },
  { code: 'NAME_TAKEN', fix: /Choose another name/, make: saveAgain({ name: 'weekly' }) },
  { code: 'NAME_TAKEN', fix: /isOverwriteAllowed: true/, make: saveAgain({ isOverwriteAllowed: true }) },
  { code: 'TEMPLATE_UNFIT', fix: /Save the template again/, make: async ({ server, flow, place }) => {
    const templates = new TemplateFlow(server);
    await flow.create(place, castFunction('a'));
    const { id } = await templates.save(place, { settings: views });
    await templates.age(id, older);
    const start = () => problemsOfCall(flow, 'startExport', { selection: { branchId: place.branchId }, templateId: id });
    return { problems: await start(), follow: async () => {
      await templates.save(place, { settings: views, isOverwriteAllowed: true });
      return start();
    } };
  } },
  { code: 'TEMPLATE_UNFIT', fix: /or set "selection" next to its id/, make: async ({ server, flow, place }) => {
    const templates = new TemplateFlow(server);
    await flow.create(place, castFunction('a'));
    const { id } = await templates.save(place, { settings: views });
    await templates.age(id, older);
    const start = (more: JsonObject) => problemsOfCall(flow, 'startExport', { selection: { branchId: place.branchId, ...more }, templateId: id });
    return { problems: await start({}), follow: () => start({ kinds: ['fast-data/CastFunction'] }) };
  } },
  { code: 'NOT_FOUND', fix: /list of templates of the project/, make: async ({ server, flow, place }) => {
    const templates = new TemplateFlow(server);
    await flow.create(place, castFunction('a'));
    await templates.save(place, { settings: views });
    const start = (templateId: string) => problemsOfCall(flow, 'startExport', { selection: { branchId: place.branchId }, templateId });
    return { problems: await start('01890a5d-ac96-774b-bcce-b302099a8057'), follow: async () => start((await templates.list(place))!.edges[0]!.node.id) };
  } },
  { code: 'NOT_FOUND', fix: /Choose another one with setImportOptions/, make: async ({ flow, place }) => {
    const spec = { dataSources: [{ definitionType: 'process', definitionKey: 'order', tenants: [null] }] };
    await flow.create(place, processDefinition('order'));
    const collect = (name: string) => flow.create(place, { kind: 'analytics/Collection', name, spec });
    const [gone, other] = [await collect('A'), await collect('B')];
    const plan = await flow.stage(JSON.stringify([processReport('Cost', ['order'])]), place, { options: { intoCollection: gone } });
    await problemsOfCall(flow, 'deleteResource', { id: gone });
    await flow.setOptions(plan.id, {});
    const read = async () => (await flow.plan(plan.id)).items.edges.flatMap(({ node }) => node.problems);
    return { problems: await read(), follow: async () => [...(await flow.setOptions(plan.id, { intoCollection: other })), ...(await read())] };
  } },
]; // prettier-ignore

followFixes('a fix of a template', rows);
