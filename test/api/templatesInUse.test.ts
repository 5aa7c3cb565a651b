import { castFunction, singleView } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { actionsOf, ImportFlow } from '../support/importFlow.js';
import { exportFile, unsigned } from '../support/projectScene.js';
import { TemplateFlow, viewSettings } from '../support/templateFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import type { InputOf } from '../support/operationResults.js';

describe('templates in use', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let templates: TemplateFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    templates = new TemplateFlow(server);
  });

  const startExport = async (input: Record<string, unknown>) =>
    (await server.operation('StartExport', { input: input as InputOf<'StartExport'> })).startExport;
  /** What an export holds: the names of its resources, and its text. */
  const exported = async (input: InputOf<'StartExport'>) => {
    const { text } = await exportFile(server, input);
    return { names: [...text.matchAll(/"name":"(\w+)","spec"/g)].map(([, name]) => name), text };
  };

  describe('by an export', () => {
    it('give what the export leaves open, and what is given goes first, member by member', async () => {
      const place = await flow.makeProject();
      await flow.create(place, castFunction('trimText'));
      await flow.create(place, singleView('customers', {}));
      const { id: templateId } = await templates.save(place, { settings: { ...viewSettings, format: 'JSONL' } });
      const selection = { branchId: place.branchId };
      const plain = await exported({ selection, templateId });
      expect(plain.names).toEqual(['customers']);
      // Of JSON Lines the header alone is JSON.
      expect(JSON.parse(plain.text.split('\n')[0] ?? '')).toMatchObject({ format: 'waybill/bundle' });
      const other = await exported({ selection: { ...selection, kinds: ['fast-data/CastFunction'] }, templateId });
      expect(other.names).toEqual(['trimText']);
      const both = await exported({ selection: { ...selection, all: true }, templateId, format: 'JSON' });
      expect(both.names.toSorted()).toEqual(['customers', 'trimText']);
      expect(JSON.parse(both.text)).toMatchObject({ count: 2 });
      const without = await startExport({ selection: { ...selection, kinds: null }, templateId });
      expect(without.problems).toMatchObject([{ code: 'SELECTION_EMPTY' }]);
    });

    it('say what is gone since they were saved, and nothing starts', async () => {
      const place = await flow.makeProject();
      const [kept, gone, left] = [
        await flow.create(place, castFunction('kept')),
        await flow.create(place, castFunction('gone')),
        await flow.create(place, castFunction('left')),
      ];
      const settings = { selection: { resourceIds: [kept, gone] }, excludeIds: [left] };
      const { id: templateId } = await templates.save(place, { settings });
      const selection = { branchId: place.branchId };
      expect((await exported({ selection, templateId })).names.toSorted()).toEqual(['gone', 'kept']);
      for (const id of [gone, left]) await server.operation('DeleteResource', { input: { id } });
      const tasksOf = async () => {
        const { tasks } = await server.operation('Tasks', { filter: { branchId: place.branchId } });
        return tasks!.edges.map(({ node }) => unsigned(node));
      };
      const before = await tasksOf();
      const { task, problems } = await startExport({ selection, templateId });
      expect(task).toBeNull();
      expect(problems.map(({ code, path }) => [code, path.join('/')])).toEqual([
        ['TEMPLATE_UNFIT', 'settings/selection/resourceIds/1'],
        ['TEMPLATE_UNFIT', 'settings/excludeIds/0'],
      ]);
      expect(problems[0]?.message).toContain(`"nightly" is no longer valid at /selection/resourceIds/1`);
      expect(await tasksOf()).toEqual(before);
      const given = { selection: { ...selection, resourceIds: [kept] }, excludeIds: [] };
      expect((await exported({ ...given, templateId })).names).toEqual(['kept']);
    });

    it('say which kind or setting this server does not know any more', async () => {
      const place = await flow.makeProject();
      await flow.create(place, castFunction('trimText'));
      const { id: templateId } = await templates.save(place, {});
      await templates.age(templateId, { selection: { kinds: ['older/Thing'] }, compression: 9, format: 'JSONL' });
      const selection = { branchId: place.branchId };
      const { task, problems } = await startExport({ selection, templateId });
      expect(task).toBeNull();
      expect(problems.map(({ code, path }) => [code, path.join('/')])).toEqual([
        ['TEMPLATE_UNFIT', 'settings/selection/kinds/0'],
        ['TEMPLATE_UNFIT', 'settings/compression'],
      ]);
      expect(problems[0]?.message).toBe(
        'The template "nightly" is no longer valid at /selection/kinds/0: The project has no kind "older/Thing".',
      );
      const overwritten = await templates.save(place, { settings: viewSettings, isOverwriteAllowed: true });
      expect(overwritten.id).toBe(templateId);
      expect((await startExport({ selection: { ...selection, all: true }, templateId })).problems).toEqual([]);
    });

    it('say when the pack of a kind was switched off in the project', async () => {
      const { projectId, ...place } = await flow.makeProject();
      await flow.create({ projectId, ...place }, singleView('customers', {}));
      const { id: templateId } = await templates.save({ projectId, ...place }, { settings: viewSettings });
      const { setPackEnabled } = await server.operation('SetPackEnabled', {
        input: { projectId, pack: 'fast-data', isEnabled: false },
      });
      expect(setPackEnabled.problems).toEqual([]);
      const { task, problems } = await startExport({ selection: { branchId: place.branchId }, templateId });
      expect(task).toBeNull();
      expect(problems).toMatchObject([{ code: 'TEMPLATE_UNFIT', path: ['settings', 'selection', 'kinds', '0'] }]);
    });

    it.each(['EXPORT', 'IMPORT'])('are found in their own project and direction only: %s', async (direction) => {
      const [place, other] = [await flow.makeProject(), await flow.makeProject()];
      const { id: templateId } = await templates.save(direction === 'EXPORT' ? other : place, { direction });
      const { task, problems } = await startExport({ selection: { branchId: place.branchId, all: true }, templateId });
      expect(task).toBeNull();
      expect(problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'templateId'] }]);
    });

    it('are refused for a malformed id', async () => {
      const { branchId } = await flow.makeProject();
      const { problems } = await startExport({ selection: { branchId, all: true }, templateId: 'nightly' });
      expect(problems).toMatchObject([{ code: 'INVALID_ID', path: ['input', 'templateId'] }]);
    });
  });

  describe('by an import', () => {
    const file = bundleOf([singleView('customers', { description: 'new' }), castFunction('trimText')]);

    it('give what the upload leaves open, and what is given goes first, member by member', async () => {
      const place = await flow.makeProject();
      await flow.create(place, singleView('customers', { description: 'old', fields: [] }));
      const settings = { createStrategy: 'UPSERT', updateStrategy: 'PARTIAL_UPDATE' };
      const { id: templateId } = await templates.save(place, { direction: 'IMPORT', settings });
      const plan = await flow.stage(file, place, { options: { templateId } });
      expect(actionsOf(plan)).toEqual({ customers: 'UPDATE', trimText: 'CREATE' });
      expect(plan.items.edges[0]?.node.diff).toHaveLength(1);
      const whole = await flow.stage(file, place, { options: { templateId, updateStrategy: 'UPDATE' } });
      expect(whole.items.edges[0]?.node.diff).toHaveLength(2);
      const usual = await flow.stage(file, place, { options: { templateId, createStrategy: null } });
      expect(actionsOf(usual)).toEqual({ customers: 'COLLISION', trimText: 'CREATE' });
    });

    it('give mode and format too, which can be given otherwise', async () => {
      const place = await flow.makeProject();
      const settings = { mode: 'REFERENCE', format: 'waybill/jsonl' };
      const { id: templateId } = await templates.save(place, { direction: 'IMPORT', settings });
      const asSaved = await flow.stage(bundleOf([singleView('a', {})], { layout: 'JSONL' }), place, {
        options: { templateId },
      });
      expect(asSaved.items.edges.map(({ node }) => node.mode)).toEqual(['REFERENCE']);
      expect((await flow.stage(file, place, { options: { templateId } })).status).toBe('FAILED');
      const asGiven = await flow.stage(file, place, {
        mode: 'COPY',
        format: 'waybill/json',
        options: { templateId },
      });
      expect(asGiven.items.edges.map(({ node }) => node.mode)).toEqual(['COPY', 'COPY']);
    });

    it('give the strategy of the execution, unless the execution states another one', async () => {
      const place = await flow.makeProject();
      await flow.create(place, singleView('customers', {}));
      const settings = { importStrategy: 'ON_ERROR_CONTINUE' };
      const { id: templateId } = await templates.save(place, { direction: 'IMPORT', settings });
      const { id } = await flow.stage(file, place, { options: { templateId } });
      const strict = await flow.execute(id, 'ON_ERROR_FAIL');
      expect(strict.problems.map(({ code }) => code)).toContain('PLAN_NOT_EXECUTABLE');
      const { task } = await flow.execute(id);
      expect(task).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', createdCount: 1, failedCount: 1 });
    });

    it('state what is no longer valid, and nothing starts', async () => {
      const place = await flow.makeProject();
      const { id: templateId } = await templates.save(place, { direction: 'IMPORT' });
      await templates.age(templateId, { kind: 'older/Thing', csv: { delimiter: 1 } });
      const input = { branchId: place.branchId, options: { templateId } };
      const { plan, problems } = await server.upload(file, input);
      expect(plan).toBeNull();
      expect(problems.map(({ code, path }) => [code, path.join('/')])).toEqual([
        ['TEMPLATE_UNFIT', 'settings/kind'],
        ['TEMPLATE_UNFIT', 'settings/csv/delimiter'],
      ]);
      const options = { templateId, kind: 'fast-data/SingleView', csv: { delimiter: ';' } };
      expect((await server.upload(file, { ...input, options })).problems).toEqual([]);
    });

    it('are found in their own project and direction only, and nothing is kept of the upload', async () => {
      const [place, other] = [await flow.makeProject(), await flow.makeProject()];
      const ids = [
        (await templates.save(other, { direction: 'IMPORT' })).id,
        (await templates.save(place, { direction: 'EXPORT' })).id,
      ];
      for (const templateId of ids) {
        const { plan, problems } = await server.upload(file, { branchId: place.branchId, options: { templateId } });
        expect(plan).toBeNull();
        expect(problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'options', 'templateId'] }]);
      }
      const { tasks } = await server.operation('Tasks', { filter: { branchId: place.branchId } });
      expect(tasks!.totalCount).toBe(0);
    });
  });
});
