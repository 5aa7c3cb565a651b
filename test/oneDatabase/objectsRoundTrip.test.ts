import { library } from '../support/libraryObjects.js';
import {
  createProject,
  createResources,
  executePlan,
  exportBytes,
  readPlan,
  stageFile,
  type ProjectScene,
} from '../support/projectScene.js';
import type { ImportPlanState, InputOf } from '../support/operationResults.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const kinds = [...new Set(library.map(({ kind }) => kind))];
const definitions = ['Author', 'Book'];
const jsonFormats = ['LIFERAY_JSON', 'LIFERAY_JSONL', 'JSONT'] as const;
const formats = [...jsonFormats, 'CSV'] as const;

/** What one file holds: all of a kind, or the entries of one definition. */
const parts = kinds.flatMap((kind) =>
  kind === 'objects/ObjectEntry'
    ? definitions.map((definition) => ({ what: `entries of ${definition}`, kind, start: `${definition}/` }))
    : [{ what: kind, kind, start: '' }],
);

const formatsAndParts = formats.flatMap((format) =>
  parts
    .filter(({ kind }) => format !== 'CSV' || kind === 'objects/ObjectEntry')
    .flatMap((part) => [false, true].map((isArchive) => ({ ...part, format, isArchive }))),
);

interface ExportedFile {
  bytes: Buffer;
  fileName: string;
  mediaType: string;
}

describe('records in formats of the product', () => {
  let server: ServerClient;
  let source: ProjectScene;
  let digestByName: Record<string, string>;
  let projectCount = 0;
  beforeAll(async () => {
    server = await sharedServer();
    source = await makeProject();
    await createResources(server, source.branchId, library);
    digestByName = await digestsOf(source);
  });

  const makeProject = () => createProject(server, `round-trip-${(projectCount += 1)}`);

  async function resourcesOf({ branchId }: ProjectScene) {
    const { resources } = await server.operation('Resources', { branchId, first: 500 });
    return resources!.edges.map(({ node }) => node);
  }

  async function digestsOf(scene: ProjectScene): Promise<Record<string, string>> {
    return Object.fromEntries((await resourcesOf(scene)).map(({ name, digest }) => [name, digest]));
  }

  async function exportPart({ branchId }: ProjectScene, part: (typeof formatsAndParts)[number]): Promise<ExportedFile> {
    const { kind, start, format, isArchive } = part;
    const all = library.filter((resource) => resource.kind === kind && resource.name.startsWith(start));
    const resources = await resourcesOf({ ...source, branchId });
    const names = new Set(all.map(({ name }) => name));
    const resourceIds = resources.filter(({ name }) => names.has(name)).map(({ id }) => id);
    return exported({ selection: { branchId, resourceIds }, format, isArchive });
  }

  async function exported(input: InputOf<'StartExport'>): Promise<ExportedFile> {
    const { task, bytes } = await exportBytes(server, input);
    const { name, mediaType } = task.files[0]!;
    return { bytes, fileName: name, mediaType: mediaType.split(';')[0]! };
  }

  function stage({ bytes, ...file }: ExportedFile, { branchId }: ProjectScene): Promise<ImportPlanState> {
    return stageFile(server, bytes, { ...file, branchId });
  }

  async function expectNothingToDo(file: ExportedFile, scene: ProjectScene): Promise<void> {
    const plan = await stage(file, scene);
    const { counts, problems, items } = await readPlan(server, plan.id);
    expect({ total: counts.total, unchanged: counts.unchanged }).toEqual({
      total: items.totalCount,
      unchanged: items.totalCount,
    });
    expect(items.totalCount).toBeGreaterThan(0);
    expect([...problems, ...items.edges.flatMap(({ node }) => node.problems)]).toEqual([]);
  }

  async function importAll(file: ExportedFile, scene: ProjectScene): Promise<void> {
    const plan = await stage(file, scene);
    expect({ ...plan.counts, status: plan.status }).toMatchObject({ status: 'READY', create: plan.counts.total });
    expect(await executePlan(server, plan.id)).toMatchObject({ status: 'COMPLETED' });
  }

  it.each(formatsAndParts)(
    '$format (archive: $isArchive) of $what has nothing to do where it came from',
    async (part) => {
      await expectNothingToDo(await exportPart(source, part), source);
    },
  );

  it.each(formats.flatMap((format) => [false, true].map((isArchive) => ({ format, isArchive }))))(
    '$format (archive: $isArchive), file by file into an empty project, gives the same contents',
    async ({ format, isArchive }) => {
      const target = await makeProject();
      const files: ExportedFile[] = [];
      for (const part of parts) {
        const isTable = format === 'CSV' && part.kind === 'objects/ObjectEntry';
        const used = format === 'CSV' && !isTable ? 'JSONT' : format;
        files.push(await exportPart(source, { ...part, format: used, isArchive }));
      }
      for (const file of files) await importAll(file, target);
      expect(await digestsOf(target)).toEqual(digestByName);
      for (const file of files) await expectNothingToDo(file, target);
    },
  );

  it.each(jsonFormats)(
    '%s of everything in one archive gives the same contents in an empty project',
    async (format) => {
      const file = await exported({ selection: { branchId: source.branchId, all: true }, format, isArchive: true });
      const target = await makeProject();
      await importAll(file, target);
      expect(await digestsOf(target)).toEqual(digestByName);
      await expectNothingToDo(file, target);
      const again = await exported({ selection: { branchId: target.branchId, all: true }, format, isArchive: true });
      expect(again.bytes.equals(file.bytes)).toBe(true);
    },
  );

  it.each(kinds.filter((kind) => kind !== 'objects/ObjectEntry'))(
    'a table of %s is refused before it starts',
    async (kind) => {
      const input: InputOf<'StartExport'> = { selection: { branchId: source.branchId, kinds: [kind] }, format: 'CSV' };
      const { startExport } = await server.operation('StartExport', { input });
      expect(startExport).toMatchObject({ task: null, problems: [{ code: 'FORMAT_UNSUPPORTED' }] });
      expect(startExport.problems[0]?.message).toContain(kind);
    },
  );

  it.each(formats)('%s of entries of two definitions in one file is refused before it starts', async (format) => {
    const input = {
      selection: { branchId: source.branchId, kinds: ['objects/ObjectEntry'] },
      format,
    } as InputOf<'StartExport'>;
    const { startExport } = await server.operation('StartExport', { input });
    expect(startExport).toMatchObject({ task: null, problems: [{ code: 'FORMAT_UNSUPPORTED' }] });
    expect(
      (await server.operation('StartExport', { input: { ...input, isArchive: true } })).startExport.problems,
    ).toEqual([]);
  });
});
