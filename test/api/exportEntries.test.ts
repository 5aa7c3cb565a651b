import { library } from '../support/libraryObjects.js';
import { createProject, createResources, exportFile } from '../support/projectScene.js';
import type { ServerClient } from '../support/serverClient.js';
import { sharedServer } from '../support/sharedServer.js';
import type { InputOf } from '../support/operationResults.js';

const entries = 'objects/ObjectEntry';

interface Started {
  startExport: { task: { id: string } | null; problems: { code: string; path: string[]; fix: string | null }[] };
}

const startDocument = `mutation ($input: StartExportInput!) {
  startExport(input: $input) { task { id } problems { code path fix } }
}`;

describe('the fields of entries', () => {
  let server: ServerClient;
  let branchId: string;
  let idOfName: Map<string, string>;
  beforeAll(async () => {
    server = await sharedServer();
    branchId = (await createProject(server, 'library')).branchId;
    const made = await createResources(server, branchId, library);
    idOfName = new Map([...made].map(([name, { id }]) => [name, id]));
  });

  const ofDefinition = (definitionErc?: string) => ({ branchId, kind: entries, definitionErc });
  const start = async (input: Record<string, unknown>) => {
    const { data } = await server.query(startDocument, { input: { format: 'LIFERAY_JSON', ...input } });
    return (data as unknown as Started).startExport;
  };
  const idsOf = (...names: string[]) => ({ branchId, resourceIds: names.map((name) => idOfName.get(name)!) });

  it('are those of their definition, parents by their codes', async () => {
    const { exportFields } = await server.operation('ExportFields', ofDefinition('BOOK'));
    expect(exportFields).toEqual([
      { name: 'externalReferenceCode', title: 'External Reference Code', type: 'Text', isRequired: true },
      { name: 'title', title: 'TITLE', type: 'Text', isRequired: true },
      { name: 'pages', title: 'PAGES', type: 'Integer', isRequired: false },
      { name: 'price', title: 'PRICE', type: 'Decimal', isRequired: false },
      { name: 'isLent', title: 'ISLENT', type: 'Boolean', isRequired: false },
      { name: 'genre', title: 'GENRE', type: 'Picklist', isRequired: false },
      { name: 'tags', title: 'TAGS', type: 'MultiselectPicklist', isRequired: false },
      { name: 'printedOn', title: 'PRINTEDON', type: 'Date', isRequired: false },
      { name: 'shelf', title: 'SHELF', type: 'Text', isRequired: false },
      {
        name: 'r_authorToBooks_c_authorERC',
        title: 'R_AUTHORTOBOOKS_C_AUTHORID',
        type: 'Relationship',
        isRequired: true,
      },
    ]);
  });

  it.each([
    [
      'no definition',
      undefined,
      /object definition: pass the external reference code of the object definition as "definitionErc"/,
    ],
    ['a definition that is not there', 'BOOOK', /no object definition "BOOOK"\. Did you mean "BOOK"\?/],
    ['a picklist for a definition', 'GENRES', /no object definition "GENRES"/],
  ])('are not given for %s', async (_what, definitionErc, message) => {
    const [error] = await server.operationErrors('ExportFields', ofDefinition(definitionErc));
    expect(error?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(error?.message).toMatch(message);
  });

  it('choose what is written, and what is not a field of the definition is refused with the nearest', async () => {
    const fields = ['title', 'genre.key', 'r_authorToBooks_c_authorERC'];
    const { text } = await exportFile(server, { selection: idsOf('Book/B1'), format: 'LIFERAY_JSONL', fields });
    expect(JSON.parse(text)).toEqual({
      externalReferenceCode: 'B1',
      title: '007',
      genre: { key: '007' },
      r_authorToBooks_c_authorERC: 'A1',
    });
    const { task, problems } = await start({ selection: idsOf('Book/B1'), fields: ['pages', 'tittle', 'fullName'] });
    expect(task).toBeNull();
    expect(problems).toMatchObject([
      { code: 'FIELD_UNKNOWN', path: ['input', 'fields', '1'], fix: 'Did you mean "title"?' },
      { code: 'FIELD_UNKNOWN', path: ['input', 'fields', '2'] },
    ]);
  });

  it('of all definitions of the selection may be named', async () => {
    const selection = idsOf('Book/B1', 'Author/A1');
    expect((await start({ selection, isArchive: true, fields: ['pages', 'fullName'] })).problems).toEqual([]);
  });

  it('narrow the selection, and a condition on what is no field of it is refused', async () => {
    const selection = { branchId, kinds: [entries] };
    const lent: InputOf<'StartExport'> = {
      selection,
      format: 'LIFERAY_JSON',
      recordFilter: [{ field: 'isLent', operator: 'EQ', value: true }],
    };
    const { text } = await exportFile(server, lent);
    expect(JSON.parse(text)).toMatchObject([{ externalReferenceCode: 'B2' }]);
    const { problems } = await start({ selection, recordFilter: [{ field: 'isLnt', operator: 'EQ', value: true }] });
    expect(problems).toMatchObject([
      { code: 'FIELD_UNKNOWN', path: ['input', 'recordFilter', '0', 'field'], fix: 'Did you mean "isLent"?' },
    ]);
  });
});
