import type { JsonValue } from '../../src/shared/json.js';
import { makeCastFunction, makeShop } from '../support/fastDataResources.js';
import {
  createProject,
  createResources,
  exportBytes,
  exportFile,
  readPlan,
  stageFile,
} from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import type { InputOf } from '../support/operationResults.js';

const castFunctions = 'fast-data/CastFunction';
const formula = '=HYPERLINK("https://host")';

const startDocument = `mutation ($input: StartExportInput!) {
  startExport(input: $input) { task { id } problems { code message path fix } }
}`;

interface Started {
  startExport: {
    task: { id: string } | null;
    problems: { code: string; message: string; path: string[]; fix: string | null }[];
  };
}

interface Condition {
  field: string;
  operator: string;
  value?: JsonValue;
}

describe('exporting records', () => {
  let server: ServerClient;
  let branchId: string;
  beforeAll(async () => {
    server = await sharedServer();
    branchId = (await createProject(server, 'records')).branchId;
    await createResources(server, branchId, [
      ...makeShop(),
      { ...makeCastFunction('asFormula', { casting: formula, dataType: 'number' }), title: '+Title' },
      makeCastFunction('asLines', { casting: 'one,\n"two"\r\n', description: ' spaces ' }),
    ]);
  });

  const start = async (input: Record<string, unknown>) => {
    const selection = { branchId, kinds: [castFunctions] };
    const { data } = await server.query(startDocument, { input: { selection, ...input } });
    return (data as unknown as Started).startExport;
  };
  const tableOf = async (input: Record<string, unknown> = {}) =>
    (await exportFile(server, { selection: { branchId, kinds: [castFunctions] }, format: 'CSV', ...input })).text;
  const namesOf = async (recordFilter: Condition[]) => {
    const text = await tableOf({ recordFilter, fields: ['type'] });
    return text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
  };

  describe('a table', () => {
    it('holds a row for each resource, and no cell that a spreadsheet runs', async () => {
      const { task, bytes } = await exportBytes(server, {
        selection: { branchId, kinds: [castFunctions] },
        format: 'CSV',
      });
      expect(bytes.toString()).toBe(
        [
          'name,title,casting,dataType,type,description',
          `asFormula,'+Title,"'=HYPERLINK(""https://host"")",number,custom,`,
          'asLines,,"one,\n""two""\r\n",string,custom, spaces ',
          'toUpperCase,,export default (value) => value,string,custom,',
          '',
        ].join('\r\n'),
      );
      expect(task).toMatchObject({ status: 'COMPLETED', processedCount: 3, totalCount: 3 });
      expect(task.files[0]).toMatchObject({ mediaType: 'text/csv; charset=utf-8', sizeBytes: bytes.length });
      expect(task.files[0]?.name).toMatch(/^fast-data-cast-function-\d{8}T\d{6}Z\.csv$/);
    });

    it.each([false, true])('that is imported again finds all as it is (archive: %s)', async (isArchive) => {
      const { task, bytes } = await exportBytes(server, {
        selection: { branchId, kinds: [castFunctions] },
        format: 'CSV',
        isArchive,
      });
      const file = task.files[0]!;
      expect([file.mediaType.split(';')[0], file.name.split('.').at(-1)]).toEqual(
        isArchive ? ['application/zip', 'zip'] : ['text/csv', 'csv'],
      );
      const plan = await stageFile(server, bytes, {
        branchId,
        fileName: file.name,
        mediaType: file.mediaType,
        options: { kind: castFunctions, createStrategy: 'UPSERT' },
      });
      expect(plan).toMatchObject({ status: 'READY', isExecutable: true, counts: { total: 3, unchanged: 3 } });
      expect((await readPlan(server, plan.id)).items.edges.flatMap(({ node }) => node.problems)).toEqual([]);
    });

    it('has the chosen fields, in their order', async () => {
      expect((await tableOf({ fields: ['type', 'description', 'dataType'] })).split('\r\n')).toEqual([
        'name,type,description,dataType',
        'asFormula,custom,,number',
        'asLines,custom, spaces ,string',
        'toUpperCase,custom,,string',
        '',
      ]);
    });
  });

  describe('a filter', () => {
    it.each<[string, Condition[], string[]]>([
      ['EQ', [{ field: 'dataType', operator: 'EQ', value: 'string' }], ['asLines', 'toUpperCase']],
      ['NE', [{ field: 'dataType', operator: 'NE', value: 'string' }], ['asFormula']],
      [
        'NE of what is absent',
        [{ field: 'description', operator: 'NE', value: ' spaces ' }],
        ['asFormula', 'toUpperCase'],
      ],
      ['LT', [{ field: 'dataType', operator: 'LT', value: 'string' }], ['asFormula']],
      ['LE', [{ field: 'dataType', operator: 'LE', value: 'number' }], ['asFormula']],
      ['GT', [{ field: 'dataType', operator: 'GT', value: 'number' }], ['asLines', 'toUpperCase']],
      ['GE', [{ field: 'dataType', operator: 'GE', value: 'string' }], ['asLines', 'toUpperCase']],
      ['CONTAINS', [{ field: 'casting', operator: 'CONTAINS', value: 'hyperLINK' }], ['asFormula']],
      ['IN', [{ field: 'dataType', operator: 'IN', value: ['number', 3, null] }], ['asFormula']],
      ['IN with null', [{ field: 'description', operator: 'IN', value: [null] }], ['asFormula', 'toUpperCase']],
      ['IS_NULL', [{ field: 'description', operator: 'IS_NULL', value: true }], ['asFormula', 'toUpperCase']],
      ['IS_NULL false', [{ field: 'description', operator: 'IS_NULL', value: false }], ['asLines']],
      [
        'two conditions',
        [
          { field: 'dataType', operator: 'EQ', value: 'string' },
          { field: 'description', operator: 'IS_NULL', value: true },
        ],
        ['toUpperCase'],
      ],
    ])('with %s', async (_what, recordFilter, names) => {
      expect(await namesOf(recordFilter)).toEqual(names);
    });

    it('compares within a type, so that nothing may be left', async () => {
      for (const operator of ['EQ', 'LT', 'GE']) {
        const { problems } = await start({
          format: 'CSV',
          recordFilter: [{ field: 'dataType', operator, value: 5 }],
        });
        expect(problems).toMatchObject([{ code: 'SELECTION_EMPTY' }]);
      }
    });

    it('narrows the selection of a bundle, and not what goes along', async () => {
      const { text } = await exportFile(server, {
        selection: { branchId, all: true },
        format: 'JSON',
        recordFilter: [{ field: 'erSchema', operator: 'EQ', value: 'shop_relations' }],
      });
      const { resources } = JSON.parse(text) as { resources: { name: string }[] };
      expect(resources.map(({ name }) => name).toSorted()).toEqual([
        'customers',
        'orders',
        'shop',
        'shop_relations',
        'sv_customers',
        'toUpperCase',
      ]);
    });

    it('reaches into objects, and of a list takes the whole', async () => {
      const input = (field: string): InputOf<'StartExport'> => ({
        selection: { branchId, kinds: ['fast-data/SingleView'] },
        includeDependencies: false,
        recordFilter: [{ field, operator: 'IS_NULL', value: false }],
      });
      const { text } = await exportFile(server, input('aggregation.config.SV_CONFIG.mapping.name'));
      expect((JSON.parse(text) as { count: number }).count).toBe(1);
      expect((await start(input('strategies.system'))).problems).toMatchObject([{ code: 'FIELD_UNKNOWN' }]);
    });

    it.each<[string, JsonValue, RegExp]>([
      ['LT', true, /a number or a text/],
      ['GE', null, /a number or a text/],
      ['CONTAINS', 5, /a non-empty text/],
      ['CONTAINS', '', /non-empty/],
      ['IN', 'string', /a list/],
      ['IS_NULL', 'yes', /true or false/],
    ])('with %s of %p is refused', async (operator, value, message) => {
      const fine = { field: 'type', operator: 'EQ', value: 'custom' };
      const { task, problems } = await start({ recordFilter: [fine, { field: 'type', operator, value }] });
      expect(task).toBeNull();
      expect(problems).toMatchObject([{ code: 'SETTING_INVALID', path: ['input', 'recordFilter', '1', 'value'] }]);
      expect(problems[0]?.message).toMatch(message);
    });

    it('of more than a hundred conditions is refused', async () => {
      const recordFilter = Array.from({ length: 101 }, () => ({ field: 'type', operator: 'EQ', value: 'x' }));
      expect((await start({ recordFilter })).problems).toMatchObject([
        { code: 'SETTING_INVALID', path: ['input', 'recordFilter'] },
      ]);
    });
  });

  describe('is refused', () => {
    it.each(['JSONT', 'LIFERAY_JSON', 'LIFERAY_JSONL'])(
      'as %s for a kind that is not of the product',
      async (format) => {
        const { task, problems } = await start({ format });
        expect(task).toBeNull();
        expect(problems).toMatchObject([
          { code: 'FORMAT_UNSUPPORTED', path: ['input', 'format'], fix: 'Use JSON, JSONL, ZIP or CSV.' },
        ]);
        expect(problems[0]?.message).toContain(format);
        expect(problems[0]?.message).toContain(castFunctions);
      },
    );

    it('for each kind that a table cannot hold, also when it was asked to go along', async () => {
      const input = { selection: { branchId, kinds: ['fast-data/SingleView'] }, format: 'CSV' };
      expect((await start(input)).problems).toHaveLength(1);
      const { problems } = await start({ ...input, includeDependencies: true });
      expect(problems.map(({ code }) => code)).toEqual(Array(4).fill('FORMAT_UNSUPPORTED'));
      const { problems: all } = await start({ selection: { branchId, all: true }, format: 'CSV', isArchive: true });
      expect(all).toHaveLength(4);
      const messages = all.map(({ message }) => message).join(' ');
      for (const kind of ['SystemOfRecord', 'Projection', 'ErSchema', 'SingleView']) expect(messages).toContain(kind);
    });

    it('for fields that no kind of the selection has, each with the nearest', async () => {
      const { problems } = await start({ format: 'CSV', fields: ['type', 'castin', 'type.key', 'zzzz'] });
      expect(problems).toMatchObject([
        { code: 'FIELD_UNKNOWN', path: ['input', 'fields', '1'], fix: 'Did you mean "casting"?' },
        { code: 'FIELD_UNKNOWN', path: ['input', 'fields', '2'] },
        { code: 'FIELD_UNKNOWN', path: ['input', 'fields', '3'], fix: expect.stringContaining('dataType') as string },
      ]);
      const filtered = await start({ recordFilter: [{ field: 'datatype', operator: 'EQ', value: 'string' }] });
      expect(filtered.problems).toMatchObject([
        { code: 'FIELD_UNKNOWN', path: ['input', 'recordFilter', '0', 'field'], fix: 'Did you mean "dataType"?' },
      ]);
      const far = await start({ recordFilter: [{ field: 'castTo', operator: 'EQ', value: 'string' }] });
      expect(far.problems[0]).toMatchObject({ fix: expect.stringMatching(/^Use one of .*casting/) as string });
    });

    it.each(['JSON', 'JSONL', 'ZIP', 'DIRECTORY'])('as %s with fields, because a bundle is whole', async (format) => {
      expect((await start({ format, fields: ['type'] })).problems).toMatchObject([
        { code: 'SETTING_INVALID', path: ['input', 'fields'] },
      ]);
    });

    it('with no fields at all, and as a packed bundle that is no ZIP', async () => {
      expect((await start({ format: 'CSV', fields: [] })).problems).toMatchObject([
        { code: 'SETTING_INVALID', path: ['input', 'fields'] },
      ]);
      expect((await start({ format: 'JSONL', isArchive: true })).problems).toMatchObject([
        { code: 'SETTING_INVALID', path: ['input', 'isArchive'] },
      ]);
      expect((await start({ format: 'ZIP', isArchive: true })).problems).toEqual([]);
    });
  });

  describe('the fields of a kind', () => {
    const variables = () => ({ branchId, kind: castFunctions });

    it('are those of its schema', async () => {
      const { exportFields } = await server.operation('ExportFields', variables());
      expect(exportFields).toEqual([
        { name: 'dataType', title: 'dataType', type: 'string', isRequired: true },
        { name: 'casting', title: 'casting', type: 'string', isRequired: true },
        { name: 'type', title: 'type', type: 'string', isRequired: true },
        { name: 'description', title: 'description', type: 'string', isRequired: false },
      ]);
    });

    it.each([
      ['a kind that nobody knows', { kind: 'fast-data/Widget' }, 'BAD_USER_INPUT'],
      ['a definition of what has none', { definitionErc: 'TICKET' }, 'BAD_USER_INPUT'],
    ])('are not given for %s', async (_what, given, code) => {
      const errors = await server.operationErrors('ExportFields', { ...variables(), ...given });
      expect(errors).toMatchObject([{ extensions: { code } }]);
    });

    it('are null for a branch that is nowhere', async () => {
      const nowhere = { ...variables(), branchId: '01890a5d-ac96-774b-bcce-b302099a8057' };
      expect((await server.operation('ExportFields', nowhere)).exportFields).toBeNull();
    });
  });
});
