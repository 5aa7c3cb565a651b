import { makeCastFunction, makeErSchema } from '../support/fastDataResources.js';
import {
  createProject,
  createResources,
  exportBytes,
  exportFile,
  idOf,
  importFile,
  resourceOf,
  stageFile,
} from '../support/projectScene.js';
import { makeExportScene } from '../support/exportScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import type { InputOf } from '../support/operationResults.js';

interface BundleRecord {
  kind: string;
  name: string;
  parent?: string;
  spec: object;
  dependencies: { name: string; requirement: string }[];
  origins?: { project: { key: string }; branch: string; sourceName: string }[];
}

interface Bundle {
  format: string;
  formatVersion: number;
  source: { project: { key: string }; branch: string; exportedAt: string };
  requirements: { kinds: string[]; name: string; requirement: string; requiredBy: { name: string }[] }[];
  resources: BundleRecord[];
  count: number;
  digest: string;
}

describe('exporting', () => {
  let server: ServerClient;
  let branchId: string;
  let key: string;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    server = await sharedServer();
    ({ branchId, key, ids } = await makeExportScene(server));
  });

  const idsOf = (...names: string[]) => names.map((name) => ids.get(name)!);
  const bundleOf = async (input: InputOf<'StartExport'>) => {
    const { text } = await exportFile(server, input);
    return JSON.parse(text) as Bundle;
  };
  const namesIn = ({ resources }: Bundle) => resources.map(({ name }) => name).toSorted();

  describe('a file', () => {
    it('holds the selection with all that it needs, and says where it came from', async () => {
      const bundle = await bundleOf({ selection: { branchId, resourceIds: idsOf('sv_customers') } });
      expect(bundle).toMatchObject({ format: 'waybill/bundle', formatVersion: 1, count: 6 });
      expect(bundle.source).toMatchObject({ project: { key }, branch: 'main' });
      expect(namesIn(bundle)).toEqual(['customers', 'orders', 'shop', 'shop_relations', 'sv_customers', 'toUpperCase']);
      const customers = bundle.resources.find(({ name }) => name === 'customers');
      expect(customers).toMatchObject({ kind: 'fast-data/Projection', parent: 'shop' });
      expect(customers?.dependencies).toMatchObject([{ name: 'toUpperCase', requirement: 'INCLUDED' }]);
    });

    it('has the same bytes for the same content, but for the time of the export', async () => {
      const input = { selection: { branchId, all: true } };
      const [one, two] = [await exportFile(server, input), await exportFile(server, input)];
      const withoutTime = (text: string) => text.replace(/"exportedAt":"[^"]*"/, '"exportedAt":""');
      expect(withoutTime(one.text)).toBe(withoutTime(two.text));
      expect((JSON.parse(one.text) as Bundle).digest).toBe((JSON.parse(two.text) as Bundle).digest);
    });

    it('holds the same as JSON and as JSON Lines', async () => {
      const selection = { branchId, all: true };
      const json = await bundleOf({ selection, format: 'JSON' });
      const { text, task } = await exportFile(server, { selection, format: 'JSONL' });
      const lines = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines.slice(1, -1)).toEqual(json.resources);
      expect(lines.at(-1)).toEqual({ count: json.count, digest: json.digest });
      expect(task.files[0]).toMatchObject({ mediaType: 'application/jsonl' });
      expect(task.files[0]?.name).toMatch(/\.jsonl$/);
    });

    it('goes as an archive, and comes back from it', async () => {
      const { bytes, task } = await exportBytes(server, { selection: { branchId, all: true }, format: 'ZIP' });
      expect(task.files[0]).toMatchObject({ mediaType: 'application/zip' });
      const plan = await stageFile(server, bytes, { branchId, fileName: 'x.zip', mediaType: 'application/zip' });
      expect(plan).toMatchObject({ status: 'READY', counts: { total: ids.size - 1, unchanged: ids.size - 1 } });
    });

    it('is named for its pack and the time', async () => {
      const { task } = await exportFile(server, { selection: { branchId, all: true } });
      expect(task.files).toHaveLength(1);
      expect(task.files[0]?.name).toMatch(/^fast-data-export-\d{8}T\d{6}Z\.json$/);
      expect(task).toMatchObject({ type: 'EXPORT', status: 'COMPLETED', failedCount: 0 });
      expect(task.processedCount).toBe(task.totalCount);
    });

    it('holds the selection alone when that is asked for, and declares the rest as required', async () => {
      const selection = { branchId, resourceIds: idsOf('sv_customers') };
      const bundle = await bundleOf({ selection, includeDependencies: false });
      expect(namesIn(bundle)).toEqual(['sv_customers']);
      expect(bundle.requirements.map(({ name }) => name).toSorted()).toEqual([
        'customers',
        'orders',
        'shop',
        'shop_relations',
      ]);
    });

    it('leaves out what is excluded, and only what nothing else needs with it', async () => {
      const selection = { branchId, resourceIds: idsOf('sv_customers') };
      const bundle = await bundleOf({ selection, excludeIds: idsOf('shop_relations', 'toUpperCase') });
      expect(namesIn(bundle)).toEqual(['customers', 'orders', 'shop', 'sv_customers']);
      expect(bundle.requirements).toMatchObject([
        { name: 'shop_relations', kinds: ['fast-data/ErSchema'], requiredBy: [{ name: 'sv_customers' }] },
        { name: 'toUpperCase', kinds: ['fast-data/CastFunction'], requiredBy: [{ name: 'customers' }] },
      ]);
    });

    it('holds what is selected by kind and by id together', async () => {
      const selection = { branchId, kinds: ['fast-data/CastFunction'], resourceIds: idsOf('other') };
      expect(namesIn(await bundleOf({ selection }))).toEqual(['dated', 'other', 'toUpperCase']);
    });
  });

  describe('is refused', () => {
    const start = async (input: Record<string, unknown>) =>
      (await server.operation('StartExport', { input: input as InputOf<'StartExport'> })).startExport;

    it('for what never travels', async () => {
      const { task, problems } = await start({ selection: { branchId, resourceIds: idsOf('stock') } });
      expect(task).toBeNull();
      expect(problems).toMatchObject([{ code: 'NOT_EXPORTABLE' }]);
      expect(problems[0]?.message).toContain('"stock"');
    });

    it('at the place of the argument that is wrong', async () => {
      const [stock = '', dated = ''] = idsOf('stock', 'dated');
      const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
      const kinds = ['fast-data/SingleView', 'fast-data/SingelView'];
      const { problems } = await start({ selection: { branchId, resourceIds: [dated, stock, unknown], kinds } });
      expect(problems.map(({ code, path }) => [code, path.join('/')]).toSorted()).toEqual([
        ['NOT_EXPORTABLE', 'input/selection/resourceIds/1'],
        ['NOT_FOUND', 'input/selection/resourceIds/2'],
        ['UNKNOWN_KIND', 'input/selection/kinds/1'],
      ]);
    });

    it('for nothing', async () => {
      const empty = await createProject(server, 'empty');
      for (const selection of [{ branchId }, { branchId, resourceIds: [] }, { branchId: empty.branchId, all: true }]) {
        const { task, problems } = await start({ selection });
        expect(task).toBeNull();
        expect(problems).toMatchObject([{ code: 'SELECTION_EMPTY' }]);
      }
    });

    it('for ids, kinds and branches that are none, all at once', async () => {
      const selection = { branchId, resourceIds: ['nope', ids.get('shop')], kinds: ['fast-data/Widget'] };
      const { problems } = await start({ selection });
      expect(problems.map(({ code }) => code)).toEqual(['NOT_FOUND', 'UNKNOWN_KIND']);
      expect((await start({ selection: { branchId: 'nope', all: true } })).problems).toMatchObject([
        { code: 'INVALID_ID', path: ['input', 'selection', 'branchId'] },
      ]);
      const unknown = { branchId: '01890a5d-ac96-774b-bcce-b302099a8057', all: true };
      expect((await start({ selection: unknown })).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    });

    it('for a resource of another branch', async () => {
      const other = await createProject(server, 'stranger');
      const made = await createResources(server, other.branchId, [makeCastFunction('far')]);
      const { problems } = await start({ selection: { branchId, resourceIds: [made.get('far')?.id] } });
      expect(problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    });
  });

  it('a reference again keeps the chain of its origins, project by project', async () => {
    const projects = [];
    for (const name of ['first', 'second', 'third']) projects.push(await createProject(server, name, ['EVENT_DRIVEN']));
    const [first, second, third] = projects;
    await createResources(server, first!.branchId, [makeErSchema('shared_map', {})]);
    const once = await exportFile(server, { selection: { branchId: first!.branchId, all: true } });
    await importFile(server, once.text, { branchId: second!.branchId, mode: 'REFERENCE' });
    const twice = await exportFile(server, { selection: { branchId: second!.branchId, all: true } });
    const [record] = (JSON.parse(twice.text) as Bundle).resources;
    expect(record?.origins).toMatchObject([{ project: { key: first!.key }, branch: 'main', sourceName: 'shared_map' }]);

    await importFile(server, twice.text, { branchId: third!.branchId, mode: 'REFERENCE' });
    const { origin, mode } = await resourceOf(server, third!.branchId, 'shared_map');
    expect(mode).toBe('REFERENCE');
    expect(origin).toMatchObject({
      project: { key: second!.key },
      sourceId: await idOf(server, second!.branchId, 'shared_map'),
      previous: { project: { key: first!.key }, sourceName: 'shared_map' },
    });
    const thrice = await exportFile(server, { selection: { branchId: third!.branchId, all: true } });
    const [last] = (JSON.parse(thrice.text) as Bundle).resources;
    expect(last?.origins?.map(({ project }) => project.key)).toEqual([second!.key, first!.key]);
  });
});
