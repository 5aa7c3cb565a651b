import fc from 'fast-check';
import { readChunked, readContent } from '../writtenFile.js';

const picklistClass = 'com.liferay.headless.admin.list.type.dto.v1_0.ListTypeDefinition';
const entryClass = 'com.liferay.object.rest.dto.v1_0.ObjectEntry';

function batch(className: string, items: unknown[], parameters: object = {}): object {
  return { configuration: { className, parameters }, items };
}

describe('a batch file', () => {
  it('gives its items, less what is bound to its environment', async () => {
    const { reader, items, problems, end } = await readContent(
      batch(picklistClass, [
        {
          id: 4711,
          externalReferenceCode: 'COLOURS',
          name: 'Colours',
          name_i18n: { id: 'Warna', en_US: 'Colours' },
          actions: { get: { href: 'https://host/o/x', method: 'GET' }, update: {} },
          creator: { id: 20122, name: 'Test' },
          dateCreated: '2024-08-29T16:25:47Z',
          dateModified: '2024-08-29T16:25:47Z',
          'x-class-name': picklistClass,
          listTypeEntries: [{ id: 1, key: 'red', name: 'Red', dateCreated: '2024-08-29T16:25:47Z' }],
        },
      ]),
    );
    expect(reader).toBe('objects/jsont');
    const told = { code: 'CONTENT_IGNORED', severity: 'WARNING', kind: 'objects/Picklist', name: 'COLOURS', line: 7 };
    expect(problems).toMatchObject([
      {
        ...told,
        path: ['id'],
        message: 'Numeric ids of the source were removed: /id (once), /listTypeEntries/*/id (once).',
      },
      { ...told, path: ['actions'], message: 'Computed values of the source were removed: /actions (once).' },
      {
        ...told,
        path: ['creator'],
        message:
          'Authors and dates of the source were removed: /creator (once), /dateCreated (once), /dateModified (once), /listTypeEntries/*/dateCreated (once).',
      },
    ]);
    expect(items).toMatchObject([
      {
        kind: 'objects/Picklist',
        name: 'COLOURS',
        externalReferenceCode: 'COLOURS',
        title: 'Colours',
        sourceId: '4711',
        parent: null,
        line: 7,
        problems: [],
      },
    ]);
    expect(items[0]!.spec).toEqual({
      externalReferenceCode: 'COLOURS',
      name: 'Colours',
      name_i18n: { id: 'Warna', en_US: 'Colours' },
      listTypeEntries: [{ key: 'red', name: 'Red' }],
    });
    expect(end?.bundleDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('leaves it to the definition what an entry may have', async () => {
    const { items } = await readContent(
      batch(
        entryClass,
        [
          {
            externalReferenceCode: 'E1',
            id: 5,
            customerId: 12,
            actions: 'a text',
            r_owner_userId: 77,
            r_docs_c_ticketId: 78,
            r_docs_c_ticketERC: 'T1',
            r_none_accountEntryId: 0,
          },
        ],
        { taskItemDelegateName: 'C_Ticket' },
      ),
    );
    expect(items[0]!.spec).toEqual({
      externalReferenceCode: 'E1',
      id: 5,
      customerId: 12,
      actions: 'a text',
      r_owner_userId: 77,
      r_docs_c_ticketId: 78,
      r_docs_c_ticketERC: 'T1',
      r_none_accountEntryId: 0,
    });
    expect(items[0]).toMatchObject({ name: 'Ticket/E1', sourceId: '5', definition: { name: 'Ticket' }, problems: [] });
  });

  it('is read wherever its configuration stands', async () => {
    const { items, events } = await readContent({
      items: [{ externalReferenceCode: 'A', name: 'A', listTypeEntries: [] }],
      configuration: {
        className: picklistClass,
        parameters: { createStrategy: 'INSERT', importStrategy: 'ON_ERROR_CONTINUE' },
      },
    });
    expect(items).toMatchObject([{ kind: 'objects/Picklist', name: 'A' }]);
    expect(events).toContainEqual({
      type: 'settings',
      settings: {
        kind: 'objects/Picklist',
        createStrategy: 'INSERT',
        updateStrategy: null,
        importStrategy: 'ON_ERROR_CONTINUE',
      },
    });
  });

  it.each([
    [{ onErrorFail: 'false' }, 'SETTING_UNKNOWN', 'onErrorFail', 'Did you mean "importStrategy": "ON_ERROR_FAIL"?'],
    [{ createStratgy: 'UPSERT' }, 'SETTING_UNKNOWN', 'createStratgy', 'Did you mean "createStrategy"?'],
    [
      { colour: 'red' },
      'SETTING_UNKNOWN',
      'colour',
      'No action is required: it has no effect here, and the product may use it.',
    ],
    [{ callbackURL: 'https://host' }, 'CONTENT_IGNORED', 'callbackURL', undefined],
  ])('warns of the setting %j', async (parameters, ...[code, key, fix]) => {
    const { items, problems } = await readContent(batch(picklistClass, [{ externalReferenceCode: 'A' }], parameters));
    expect(items).toHaveLength(1);
    expect(problems).toMatchObject([
      { code, severity: 'WARNING', path: ['configuration', 'parameters', key], line: 2 },
    ]);
    expect(problems[0]!.fix).toBe(fix);
  });

  it.each([
    [{ createStrategy: 'UPSERTT' }, 'Did you mean "UPSERT"?'],
    [{ createStrategy: 'REPLACE' }, 'Use one of "INSERT", "UPSERT".'],
    [{ updateStrategy: 'partial-update' }, 'Did you mean "PARTIAL_UPDATE"?'],
    [{ importStrategy: 'continue' }, 'Use one of "ON_ERROR_FAIL", "ON_ERROR_CONTINUE".'],
    [{ importStrategy: true }, 'Use one of "ON_ERROR_FAIL", "ON_ERROR_CONTINUE".'],
  ])('refuses the value in %j', async (parameters, fix) => {
    const { items, problems } = await readContent(batch(picklistClass, [{ externalReferenceCode: 'A' }], parameters));
    expect(items).toEqual([]);
    expect(problems).toMatchObject([{ code: 'SETTING_INVALID', severity: 'ERROR', fix }]);
  });

  it('follows the mapping and the restricted fields that it states', async () => {
    const parameters = { fieldNameMapping: 'code=externalReferenceCode,titel=title', batchRestrictFields: 'title' };
    const read = await readContent(batch(picklistClass, [{ code: 'A', titel: 'x', rest: 1 }], parameters));
    expect(read.items[0]!.spec).toEqual({ externalReferenceCode: 'A' });
    expect(read.problems).toMatchObject([
      { code: 'FIELD_UNMAPPED', message: expect.stringContaining('"rest"') as string },
    ]);
    const malformed = await readContent(batch(picklistClass, [], { fieldNameMapping: 'code' }));
    expect(malformed.problems[0]).toMatchObject({ code: 'MAPPING_INVALID', severity: 'ERROR' });
  });

  it('tells each element that is no object or lacks its code, with its place, and reads on', async () => {
    const { items, problems } = await readContent(
      batch(picklistClass, [
        { externalReferenceCode: 'A' },
        5,
        null,
        ['x'],
        { name: 'B' },
        { externalReferenceCode: 'C' },
      ]),
    );
    expect(problems).toEqual([]);
    expect(items.map(({ name, line, problems: own }) => [name, line, own[0]?.code, own[0]?.message])).toEqual([
      ['A', 7, undefined, undefined],
      ['#2', 10, 'ITEM_MALFORMED', 'Record 2 of the file, on line 10, cannot be read: it is a number, not an object.'],
      ['#3', 11, 'ITEM_MALFORMED', 'Record 3 of the file, on line 11, cannot be read: it is null, not an object.'],
      ['#4', 12, 'ITEM_MALFORMED', 'Record 4 of the file, on line 12, cannot be read: it is a list, not an object.'],
      ['#5', 15, 'ITEM_MALFORMED', expect.stringContaining('has no "externalReferenceCode"')],
      ['C', 18, undefined, undefined],
    ]);
  });

  it('warns of references by number, which mean nothing elsewhere', async () => {
    const { items, problems } = await readContent(
      batch('x.v2_0.ObjectDefinition', [
        {
          externalReferenceCode: 'T',
          className: 'com.liferay.object.model.ObjectDefinition#47942',
          objectFields: [
            { name: 'state', listTypeDefinitionId: 33 },
            { name: 'level', listTypeDefinitionId: 34, listTypeDefinitionExternalReferenceCode: 'LEVELS' },
          ],
        },
      ]),
    );
    expect(problems).toMatchObject([
      { path: ['className'] },
      {
        code: 'CONTENT_IGNORED',
        path: ['objectFields', '0', 'listTypeDefinitionId'],
        message: expect.stringContaining('(once): 33 at /objectFields/0/listTypeDefinitionId of "T".') as string,
        fix: expect.stringContaining('"listTypeDefinitionExternalReferenceCode"') as string,
      },
      { path: ['objectFields', '1', 'listTypeDefinitionId'] },
    ]);
    expect(items[0]!.spec).toEqual({
      externalReferenceCode: 'T',
      objectFields: [{ name: 'state' }, { name: 'level', listTypeDefinitionExternalReferenceCode: 'LEVELS' }],
    });
  });

  it('reads entries of API applications as such', async () => {
    const { items } = await readContent(
      batch(entryClass, [{ externalReferenceCode: 'API', title: 'Orders', baseURL: 'orders' }], {
        taskItemDelegateName: 'C_APIApplication',
      }),
    );
    expect(items).toMatchObject([{ kind: 'objects/ApiApplication', name: 'API', title: 'Orders' }]);
  });

  it('asks which definition its entries belong to', async () => {
    const content = batch(entryClass, [{ externalReferenceCode: 'E' }], { taskItemDelegateName: 'DEFAULT' });
    expect((await readContent(content)).problems).toMatchObject([
      { code: 'KIND_REQUIRED', path: ['options', 'definitionErc'] },
    ]);
    const { items } = await readContent(content, { definitionErc: 'TICKET' });
    expect(items).toMatchObject([{ name: 'TICKET/E', parent: 'TICKET', definition: { erc: 'TICKET' } }]);
    const named = await readContent(content, { definitionErc: 'TICKET', definitionName: 'Ticket' });
    expect(named.items).toMatchObject([{ name: 'Ticket/E', definition: { erc: 'TICKET', name: 'Ticket' } }]);
  });

  it('says when a saved page is not all', async () => {
    const page = {
      facets: [],
      items: [{ externalReferenceCode: 'A', listTypeEntries: [] }],
      lastPage: 3,
      page: 1,
      pageSize: 1,
      totalCount: 3,
    };
    const { reader, items, problems } = await readContent(page);
    expect([reader, items.length]).toEqual(['objects/page', 1]);
    expect(problems).toMatchObject([
      { code: 'COUNT_MISMATCH', severity: 'WARNING', message: 'The file is page 1 of 3: it contains 1 of 3 items.' },
    ]);
  });

  it.each([
    ['items that are no list', { configuration: { className: picklistClass }, items: {} }, 'FORMAT_UNRECOGNIZED'],
    ['no items', batch(picklistClass, []), 'NOTHING_TO_IMPORT'],
    ['items of another class', batch('com.liferay.Account', [{}]), 'UNKNOWN_KIND'],
    ['a configuration that is no object', { configuration: [], items: [{}] }, 'FORMAT_UNRECOGNIZED'],
    [
      'invalid JSON in an item',
      '{"configuration":{"className":"x.ListTypeDefinition"},"items":[{"a":1},\n{"b":}]}',
      'FILE_NOT_JSON',
    ],
    [
      'an end in the middle',
      '{"configuration":{"className":"x.ListTypeDefinition"},"items":[{"a":1},',
      'FILE_TRUNCATED',
    ],
    ['a key twice', '{"configuration":{},"items":[],"items":[]}', 'DUPLICATE_KEY'],
  ])('refuses %s', async (_, ...[content, code]) => {
    const { problems, end } = await readContent(content);
    expect(problems.filter(({ severity }) => severity === 'ERROR')).toMatchObject([{ code }]);
    expect(end).toBeUndefined();
  });

  it('names the line of bytes that are no UTF-8, however far into the file they are', async () => {
    const item = `{"externalReferenceCode":"${'x'.repeat(70_000)}"}`;
    const text = `{"configuration":{"className":"x.ListTypeDefinition"},"items":[\n${item},\n{"a":"\xe9"}]}`;
    const { problems } = await readContent(Buffer.from(text, 'latin1'));
    expect(problems).toMatchObject([{ code: 'FILE_NOT_UTF8', line: 3 }]);
  });

  it('gives the same items wherever its bytes are cut', async () => {
    const items = [
      { externalReferenceCode: 'Ä', name: 'ü "quoted" \\ { [' },
      7,
      { externalReferenceCode: 'B', listTypeEntries: [{ key: 'é' }] },
    ];
    const text = JSON.stringify(
      { items, configuration: { className: picklistClass, parameters: { createStrategy: 'UPSERT' } } },
      null,
      1,
    );
    const whole = await readContent(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }), async (sizes) => {
        const cut = await readChunked(text, sizes);
        expect(cut.items).toEqual(whole.items);
        expect(cut.end).toEqual(whole.end);
      }),
      { numRuns: 60 },
    );
  });
});
