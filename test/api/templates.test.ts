import type { JsonObject } from '../../src/shared/json.js';
import { ImportFlow, type Place } from '../support/importFlow.js';
import { TemplateFlow, unknownId, viewSettings } from '../support/templateFlow.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

describe('templates', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let templates: TemplateFlow;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    templates = new TemplateFlow(server);
  });

  const problemsOfSettings = async (direction: string, settings: JsonObject) => {
    const place = await flow.makeProject();
    const { template, problems } = await templates.trySave(place.projectId, { direction, settings });
    expect((await templates.list(place))?.totalCount).toBe(template ? 1 : 0);
    return problems.map(({ code, path }) => [code, path.slice(2).join('/')]);
  };
  const namesOf = async (place: Place, page: Record<string, unknown>) =>
    (await templates.list(place, page))!.edges.map(({ node }) => node.name);

  describe('saving', () => {
    it('keeps the settings unchanged, so that those of a list can be saved again', async () => {
      const place = await flow.makeProject();
      const settings = { ...viewSettings, format: 'JSONL', includeDependencies: false, excludeIds: [unknownId] };
      const template = await templates.save(place, { settings });
      expect(template).toMatchObject({ name: 'nightly', direction: 'EXPORT', settings, createdBy: { name: 'admin' } });
      expect(template.createdAt).toBe(template.updatedAt);
      const [listed] = (await templates.list(place))!.edges.map(({ node }) => node);
      expect(listed).toMatchObject({ id: template.id, settings });
      const elsewhere = await templates.save(await flow.makeProject(), { settings: listed?.settings });
      expect(elsewhere.settings).toEqual(settings);
    });

    it('refuses a name that is taken, in any case, unless it may be overwritten', async () => {
      const place = await flow.makeProject();
      const first = await templates.save(place, { name: 'Übersicht', settings: viewSettings });
      const { template, problems } = await templates.trySave(place.projectId, {
        name: 'übersicht',
        settings: { format: 'JSONL' },
      });
      expect(template).toBeNull();
      expect(problems).toMatchObject([{ code: 'NAME_TAKEN', path: ['input', 'name'] }]);
      expect((await templates.list(place))!.edges[0]?.node.settings).toEqual(viewSettings);
      const over = await templates.save(place, {
        name: 'übersicht',
        settings: { format: 'JSONL' },
        isOverwriteAllowed: true,
      });
      expect(over).toMatchObject({ id: first.id, name: 'übersicht', createdAt: first.createdAt });
      expect((await templates.list(place))!.edges.map(({ node }) => node.settings)).toEqual([{ format: 'JSONL' }]);
    });

    it('keeps the names of exports and imports, and those of projects, apart', async () => {
      const [place, other] = [await flow.makeProject(), await flow.makeProject()];
      await templates.save(place, { direction: 'EXPORT' });
      await templates.save(place, { direction: 'IMPORT' });
      await templates.save(other, { direction: 'EXPORT' });
      expect(await templates.list(place)).toMatchObject({ totalCount: 2 });
    });

    it('makes one of many at once', async () => {
      const place = await flow.makeProject();
      const payloads = await Promise.all(Array.from({ length: 5 }, () => templates.trySave(place.projectId, {})));
      expect(payloads.filter(({ template }) => template !== null)).toHaveLength(1);
      expect(await templates.list(place)).toMatchObject({ totalCount: 1 });
    });

    it.each(['', ' blank', 'line\nbreak', 'x'.repeat(81), '__proto__', 'pаypal'])(
      'refuses the name %j, together with all else that is wrong',
      async (name) => {
        const { template, problems } = await templates.trySave((await flow.makeProject()).projectId, {
          name,
          settings: { formt: 'JSON' },
        });
        expect(template).toBeNull();
        expect(problems.map(({ path }) => path)).toEqual([
          ['input', 'name'],
          ['input', 'settings', 'formt'],
        ]);
      },
    );

    it.each([unknownId, 'nobody'])('refuses a project that is not there: %s', async (projectId) => {
      const { problems } = await templates.trySave(projectId, {});
      expect(problems).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'projectId'] }]);
    });

    it('tells all that is wrong with the settings of an export', async () => {
      const settings = {
        selection: { branchId: unknownId, kinds: ['fast-data/SingleVeiw', 7], resourceIds: ['12'], all: 'yes' },
        format: 'XML',
        excludeIds: unknownId,
        includeDependancies: true,
        templateId: null,
      };
      expect(await problemsOfSettings('EXPORT', settings)).toEqual([
        ['SETTING_UNKNOWN', 'selection/branchId'],
        ['UNKNOWN_KIND', 'selection/kinds/0'],
        ['SETTING_INVALID', 'selection/kinds/1'],
        ['INVALID_ID', 'selection/resourceIds/0'],
        ['SETTING_INVALID', 'selection/all'],
        ['SETTING_INVALID', 'format'],
        ['SETTING_INVALID', 'excludeIds'],
        ['SETTING_UNKNOWN', 'includeDependancies'],
        ['SETTING_UNKNOWN', 'templateId'],
      ]);
    });

    it('tells all that is wrong with the settings of an import', async () => {
      const settings = {
        createStrategy: 'UPSRT',
        mapping: [{ source: 'a' }, { source: 'a\0', target: 'b' }, 'c'],
        csv: { delimeter: ';' },
        importStrategy: true,
        format: 'waybill/jsno',
        options: {},
      };
      expect(await problemsOfSettings('IMPORT', settings)).toEqual([
        ['SETTING_INVALID', 'createStrategy'],
        ['SETTING_INVALID', 'mapping/0'],
        ['CHARACTER_NOT_ALLOWED', 'mapping/1/source'],
        ['SETTING_INVALID', 'mapping/2'],
        ['SETTING_UNKNOWN', 'csv/delimeter'],
        ['SETTING_INVALID', 'importStrategy'],
        ['SETTING_INVALID', 'format'],
        ['SETTING_UNKNOWN', 'options'],
      ]);
      const unreadable = { csv: { delimiter: ';;' }, mapping: [{ source: 'a', target: '__proto__.b' }] };
      expect(await problemsOfSettings('IMPORT', unreadable)).toEqual([
        ['SETTING_INVALID', 'csv/delimiter'],
        ['FORBIDDEN_KEY', 'mapping/0'],
      ]);
    });

    it('says what was probably meant', async () => {
      const { projectId } = await flow.makeProject();
      const settings = { selection: { kinds: ['fast-data/singleVeiw'] }, formta: 'JSON', format: 'jsonl' };
      const { saveTemplate } = await flow.ask<{ saveTemplate: { problems: { fix: string }[] } }>(
        'mutation ($input: SaveTemplateInput!) { saveTemplate(input: $input) { problems { fix } } }',
        { input: { projectId, name: 'typing', direction: 'EXPORT', settings } },
      );
      expect(saveTemplate.problems.map(({ fix }) => fix)).toEqual([
        'Did you mean "fast-data/SingleView"?',
        'Did you mean "format"?',
        'Did you mean "JSONL"?',
      ]);
    });

    it('limits what is reported and what is kept', async () => {
      const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`key${index}`, 1]));
      expect(await problemsOfSettings('EXPORT', many)).toHaveLength(51);
      const large = { selection: { kinds: Array.from({ length: 60_000 }, () => 'fast-data/SingleView') } };
      expect(await problemsOfSettings('EXPORT', large)).toEqual([['SETTING_INVALID', '']]);
    });
  });

  describe('the list', () => {
    it('is empty for a project without templates, and null for no project', async () => {
      expect(await templates.list(await flow.makeProject())).toEqual({
        totalCount: 0,
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      });
      expect(await server.operation('Templates', { projectId: unknownId })).toEqual({ templates: null });
    });

    it('goes by name without regard to case, page by page, also within one direction', async () => {
      const place = await flow.makeProject();
      for (const name of ['beta', 'Alpha', 'gamma', 'Ärger']) await templates.save(place, { name });
      await templates.save(place, { name: 'ALPHA', direction: 'IMPORT' });
      const first = await templates.list(place, { first: 2 });
      expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
      expect(first!.edges.map(({ node }) => [node.name, node.direction])).toEqual([
        ['Alpha', 'EXPORT'],
        ['ALPHA', 'IMPORT'],
      ]);
      // What is saved before the cursor meanwhile neither repeats nor hides a row behind it.
      await templates.save(place, { name: 'aaa' });
      expect(await namesOf(place, { first: 2, after: first!.pageInfo.endCursor })).toEqual(['beta', 'gamma']);
      const exports = await templates.list(place, { direction: 'EXPORT', first: 4 });
      expect(exports!.edges.map(({ node }) => node.name)).toEqual(['aaa', 'Alpha', 'beta', 'gamma']);
      const last = await templates.list(place, { direction: 'EXPORT', first: 4, after: exports!.pageInfo.endCursor });
      expect(last!.edges.map(({ node }) => node.name)).toEqual(['Ärger']);
      expect(last).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false } });
    });
  });

  it('can be deleted, once', async () => {
    const place = await flow.makeProject();
    const { id } = await templates.save(place, {});
    const remove = async (wanted: string) =>
      (await server.operation('DeleteTemplate', { input: { id: wanted } })).deleteTemplate;
    expect(await remove(id)).toEqual({ deletedId: id, problems: [] });
    expect(await templates.list(place)).toMatchObject({ totalCount: 0 });
    expect(await remove(id)).toMatchObject({ deletedId: null, problems: [{ code: 'NOT_FOUND' }] });
    expect(await remove('nobody')).toMatchObject({ deletedId: null, problems: [{ code: 'INVALID_ID' }] });
    await templates.save(place, {});
  });
});
