import type { ResultOf } from '../support/operationResults.js';
import { bundleOf } from '../support/importBundle.js';
import { actionsOf, codesOf, ImportFlow, type Place, type PlanProblem } from '../support/importFlow.js';
import { library, makeEntry } from '../support/libraryObjects.js';
import { createResources } from '../support/projectScene.js';
import { zipOf } from '../support/zipOf.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';

const authors = [{ who: 'Ann', 'E-R-C': 'A1', home: { town: 'Bern' } }];
const authorLines = `${authors.map((record) => JSON.stringify(record)).join('\n')}\n`;
const bookTable = [
  'erc,Title,PAGES,is-lent,Genre.key,colour,r_authorToBooks_c_authorERC',
  'B7,007,12,true,007,red,A1',
  'B8,Eight,,false,novel,blue,A1',
  '',
].join('\n');
const bookMapping = [
  { source: 'erc', target: 'externalReferenceCode' },
  { source: 'Title', target: 'title' },
  { source: 'PAGES', target: 'pages' },
  { source: 'is-lent', target: 'isLent' },
  { source: 'Genre.key', target: 'genre.key' },
  { source: 'r_authorToBooks_c_authorERC', target: 'r_authorToBooks_c_authorERC' },
];

const bySource = (one: { source: string }, other: { source: string }) => (one.source < other.source ? -1 : 1);

const planDocument = `query ($id: ID!) { importPlan(id: $id) {
  status counts { total create } task { id type status files { purpose name } } problems { code message } } }`;

interface PlanState {
  status: string;
  counts: { total: number; create: number };
  task: { id: string; type: string; status: string; files: { purpose: string; name: string }[] };
  problems: PlanProblem[];
}

describe('the mapping of a file of records', () => {
  let server: ServerClient;
  let flow: ImportFlow;
  let place: Place;
  beforeAll(async () => {
    server = await sharedServer();
    flow = new ImportFlow(server);
    place = await flow.makeProject();
    await createResources(server, place.branchId, library);
  });

  const mappingOf = async (planId: string): Promise<NonNullable<ResultOf<'ImportMapping'>['importPlan']>> =>
    (await server.operation('ImportMapping', { planId })).importPlan!;
  const stageBooks = (mapping?: object[], text = bookTable) =>
    flow.stage(text, place, {
      fileName: 'books.csv',
      mediaType: 'text/csv',
      options: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK', ...(mapping && { mapping: mapping as never }) },
    });
  const stateOf = async (id: string) => (await flow.ask<{ importPlan: PlanState }>(planDocument, { id })).importPlan;
  const ended = async (planId: string) => {
    await server.waitForTask((await stateOf(planId)).task.id);
    return flow.plan(planId);
  };

  it('is suggested: names that differ in case and separators, known other names, parts of fields', async () => {
    const plan = await stageBooks();
    const { sourceFields, targetFields, ...rest } = await mappingOf(plan.id);
    expect(sourceFields).toEqual([
      { name: 'erc', sample: 'B7', type: 'string' },
      { name: 'Title', sample: '007', type: 'string' },
      { name: 'PAGES', sample: '12', type: 'integer' },
      { name: 'is-lent', sample: 'true', type: 'boolean' },
      { name: 'Genre.key', sample: '007', type: 'string' },
      { name: 'colour', sample: 'red', type: 'string' },
      { name: 'r_authorToBooks_c_authorERC', sample: 'A1', type: 'string' },
    ]);
    expect(targetFields.map(({ name }) => name)).toEqual([
      ...['externalReferenceCode', 'title', 'pages', 'price', 'isLent', 'genre', 'tags', 'printedOn', 'shelf'],
      'r_authorToBooks_c_authorERC',
    ]);
    expect(targetFields[1]).toEqual({ name: 'title', title: 'TITLE', type: 'Text', isRequired: true });
    expect(rest.unmappedSourceFields).toEqual(['colour']);
    expect(rest.missingRequiredFields).toEqual([]);
    expect(rest.mapping.toSorted(bySource)).toEqual(bookMapping.toSorted(bySource));
    expect(rest.sampleRows[0]).toMatchObject({ erc: 'B7', Title: '007', Genre: { key: '007' } });
  });

  it('is shown as it was given, with the rows that it makes, and types that the definition gives', async () => {
    const plan = await stageBooks(bookMapping);
    const shown = await mappingOf(plan.id);
    expect(shown.mapping).toEqual(bookMapping);
    expect(shown.unmappedSourceFields).toEqual(['colour']);
    expect(shown.sampleRows).toEqual([
      {
        externalReferenceCode: 'B7',
        title: '007',
        pages: 12,
        isLent: true,
        genre: { key: '007' },
        r_authorToBooks_c_authorERC: 'A1',
      },
      {
        externalReferenceCode: 'B8',
        title: 'Eight',
        isLent: false,
        genre: { key: 'novel' },
        r_authorToBooks_c_authorERC: 'A1',
      },
    ]);
    expect(actionsOf(plan)).toEqual({ 'Book/B7': 'CREATE', 'Book/B8': 'CREATE' });
    expect(codesOf(plan.problems)).toEqual(['FIELD_UNMAPPED']);
  });

  it('tells required fields that it does not fill, in whichever spelling they may be filled', async () => {
    const mapping = [
      { source: 'erc', target: 'externalReferenceCode' },
      { source: 'Title', target: 'title_i18n.en_US' },
    ];
    const plan = await stageBooks(mapping);
    expect((await mappingOf(plan.id)).missingRequiredFields).toEqual(['r_authorToBooks_c_authorERC']);
    expect(actionsOf(plan)).toEqual({ 'Book/B7': 'BLOCKED', 'Book/B8': 'BLOCKED' });
  });

  it('leads from inside of objects of JSON Lines, to inside of them', async () => {
    const mapping = [
      { source: 'E-R-C', target: 'externalReferenceCode' },
      { source: 'who', target: 'fullName' },
      { source: 'home.town', target: 'status.label' },
    ];
    const file = { fileName: 'authors.jsonl', options: { definitionErc: 'AUTHOR', mapping } };
    const shown = await mappingOf((await flow.stage(authorLines.repeat(2), place, file)).id);
    expect(shown.sourceFields.map(({ name, type }) => [name, type])).toEqual([
      ['who', 'string'],
      ['E-R-C', 'string'],
      ['home.town', 'string'],
    ]);
    expect(shown.sampleRows).toEqual(
      Array(2).fill({ externalReferenceCode: 'A1', fullName: 'Ann', status: { label: 'Bern' } }),
    );
    const unmapped = await flow.stage(authorLines.repeat(2), place, { ...file, options: { definitionErc: 'AUTHOR' } });
    expect(await mappingOf(unmapped.id)).toMatchObject({ sampleRows: [authors[0], authors[0]] });
  });

  it('is that of the file inside, when an upload was packed', async () => {
    const file = await flow.stage(await zipOf({ 'books.csv': bookTable }), place, {
      fileName: 'books.zip',
      mediaType: 'application/zip',
      options: { kind: 'objects/ObjectEntry', definitionErc: 'BOOK', mapping: bookMapping },
    });
    const shown = await mappingOf(file.id);
    expect([shown.mapping, shown.sampleRows.length, shown.unmappedSourceFields]).toEqual([bookMapping, 2, ['colour']]);
  });

  it('is empty for files that are no lists of records', async () => {
    const plan = await flow.stage(bundleOf([makeEntry('Author', 'A3', { fullName: 'x' })]), place);
    const { id, ...lists } = await mappingOf(plan.id);
    expect([id, ...Object.values(lists)]).toEqual([plan.id, ...Array<unknown[]>(6).fill([])]);
  });

  it('shows as many rows as are asked for, up to a hundred', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => `C${index},Title ${index},A1`).join('\n');
    const plan = await stageBooks(undefined, `externalReferenceCode,title,r_authorToBooks_c_authorERC\n${rows}\n`);
    const document = 'query ($id: ID!, $first: Int) { importPlan(id: $id) { sampleRows(first: $first) } }';
    type Answer = { importPlan: { sampleRows: object[] } };
    const rowsOf = async (first: number) => (await flow.ask<Answer>(document, { id: plan.id, first })).importPlan;
    expect((await rowsOf(3)).sampleRows).toHaveLength(3);
    expect((await rowsOf(100)).sampleRows).toHaveLength(100);
    const { errors } = await server.query(document, { id: plan.id, first: 101 });
    expect(errors?.[0]?.message).toBe('first must be from 0 to 100; it is 101.');
  });

  describe('that is wrong', () => {
    it.each([
      [
        'names two sources for one target',
        [
          { source: 'erc', target: 'title' },
          { source: 'Title', target: 'title' },
        ],
        ['input', 'options', 'mapping'],
      ],
      ['lacks a target', [{ source: 'erc', target: '' }], ['input', 'options', 'mapping', '0']],
    ])('because it %s is refused with the upload', async (_what, mapping, path) => {
      const { plan, problems } = await server.upload(bookTable, {
        branchId: place.branchId,
        fileName: 'books.csv',
        mediaType: 'text/csv',
        options: { definitionErc: 'BOOK', mapping },
      });
      expect(plan).toBeNull();
      expect(problems).toMatchObject([{ code: 'MAPPING_INVALID', path }]);
    });

    it('because of fields that there are not is refused before the rows are read, each with the nearest', async () => {
      const wrong = [
        { source: 'erc', target: 'externalReferenceCode' },
        { source: 'Title', target: 'tittle' },
        { source: 'colour', target: 'zzzz.q' },
      ];
      const targets = await stageBooks(wrong, `${bookTable}only one cell\n`);
      expect(targets).toMatchObject({
        status: 'FAILED',
        problems: [
          { code: 'MAPPING_INVALID', path: ['mapping', '1', 'target'], fix: 'Did you mean "title"?' },
          { code: 'MAPPING_INVALID', path: ['mapping', '2', 'target'] },
        ],
      });
      const sources = await stageBooks([...bookMapping, { source: 'colr', target: 'shelf' }]);
      expect(sources.status).toBe('FAILED');
      expect(sources.problems[0]?.message).toContain('"colr"');
    });

    it('can be set right without another upload', async () => {
      const plan = await stageBooks([{ source: 'erc', target: 'code' }]);
      expect(plan.status).toBe('FAILED');
      expect((await mappingOf(plan.id)).targetFields).not.toEqual([]);
      expect(await flow.setOptions(plan.id, { mapping: bookMapping })).toEqual([]);
      expect(actionsOf(await ended(plan.id))).toEqual({ 'Book/B7': 'CREATE', 'Book/B8': 'CREATE' });
    });

    it('is reported and has no effect on a bundle', async () => {
      const bundle = bundleOf([makeEntry('Author', 'A3', { fullName: 'x' })]);
      const plan = await flow.stage(bundle, place, { options: { mapping: bookMapping } });
      expect(plan.status).toBe('READY');
      expect(codesOf(plan.problems)).toContain('SETTING_UNKNOWN');
      expect(await flow.setOptions(plan.id, { mapping: [{ source: 'a', target: 'b' }] })).toMatchObject([
        { code: 'MAPPING_INVALID', path: ['input', 'mapping'] },
      ]);
    });
  });

  describe('that is changed', () => {
    it('has the file read anew, as a task, and the plan says so until that has ended', async () => {
      const plan = await stageBooks();
      expect(plan.counts).toMatchObject({ total: 2, blocked: 2 });
      const before = await stateOf(plan.id);
      const { setImportOptions } = await server.operation('SetImportOptions', {
        input: { planId: plan.id, mapping: bookMapping, createStrategy: 'UPSERT' },
      });
      expect(setImportOptions).toMatchObject({ problems: [], plan: { counts: { total: 0 }, isExecutable: false } });
      const { task } = await stateOf(plan.id);
      expect(task).toMatchObject({ type: 'STAGE_IMPORT', files: [{ purpose: 'SOURCE', name: 'books.csv' }] });
      expect(task.id).not.toBe(before.task.id);
      expect((await ended(plan.id)).counts).toMatchObject({ total: 2, create: 2, blocked: 0 });
      const executed = await flow.execute(plan.id);
      expect(executed.task).toMatchObject({ status: 'COMPLETED', createdCount: 2 });
      expect(executed.task?.files).toMatchObject([{ purpose: 'SOURCE', name: 'books.csv' }, {}]);
      await removeBooks(['B7', 'B8']);
    });

    it('is taken back with an empty list, and is the same when it is given once more', async () => {
      const plan = await stageBooks(bookMapping);
      const { task } = await stateOf(plan.id);
      expect(await flow.setOptions(plan.id, { mapping: bookMapping })).toEqual([]);
      expect((await stateOf(plan.id)).task.id).toBe(task.id);
      expect(await flow.setOptions(plan.id, { mapping: [] })).toEqual([]);
      expect((await ended(plan.id)).counts).toMatchObject({ blocked: 2 });
      expect((await mappingOf(plan.id)).sampleRows[0]).toHaveProperty('erc');
    });

    it('to a wrong one is refused, and the plan stays as it was', async () => {
      const plan = await stageBooks(bookMapping);
      const refused = (mapping: { source: string; target: string }[]) => flow.setOptions(plan.id, { mapping });
      expect(await refused([{ source: 'x', target: 'title' }])).toMatchObject([
        { code: 'MAPPING_INVALID', path: ['input', 'mapping'] },
      ]);
      expect(await refused([{ source: 'erc', target: 'nowhere' }])).toMatchObject([
        { code: 'MAPPING_INVALID', path: ['input', 'mapping', '0', 'target'] },
      ]);
      expect(await refused([{ source: 'erc', target: '__proto__.polluted' }])).toMatchObject([
        { code: 'FORBIDDEN_KEY', path: ['input', 'mapping', '0'] },
      ]);
      expect(await stateOf(plan.id)).toMatchObject({ status: 'READY', counts: { total: 2, create: 2 } });
    });

    it('after the plan was carried out is refused', async () => {
      const plan = await stageBooks(bookMapping);
      await flow.execute(plan.id);
      const problems = await flow.setOptions(plan.id, { mapping: [] });
      expect(problems).toMatchObject([{ code: 'PLAN_NOT_READY' }]);
      await removeBooks(['B7', 'B8']);
    });
  });

  async function removeBooks(codes: string[]): Promise<void> {
    for (const { id, name } of await flow.resources(place)) {
      if (!codes.some((code) => name === `Book/${code}`)) continue;
      await flow.ask(
        'mutation ($input: DeleteResourceInput!) { deleteResource(input: $input) { problems { code } } }',
        {
          input: { id },
        },
      );
    }
  }
});
