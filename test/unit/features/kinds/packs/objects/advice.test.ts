import { namesInExpression } from '../../../../../../src/features/kinds/packs/objects/expressionNames.js';
import { api, crate, ship, sizes } from './fixtures.js';
import { adviceOf, crossFaultsOf } from './registry.js';

const text = (name: string) => ({ name, businessType: 'Text' });

describe('advice on a definition', () => {
  it('says which client extensions have to be deployed, and nothing else of a definition that is right', () => {
    expect(adviceOf('ObjectDefinition', crate, 'CRATE')).toEqual([
      '"CRATE" calls client extensions, which are deployed and not imported: crate-scales. Deploy them where the definition is used.',
    ]);
  });

  it('tells a field that a layout, a view, a title or an expression names in vain, and which was meant', () => {
    const spec = {
      name: 'A',
      titleObjectFieldName: 'nmae',
      objectFields: [text('name'), text('size')],
      objectLayouts: [
        {
          objectLayoutTabs: [
            {
              objectLayoutBoxes: [
                {
                  objectLayoutRows: [
                    { objectLayoutColumns: [{ objectFieldName: 'sizes' }, { objectFieldName: 'size' }] },
                  ],
                },
              ],
            },
          ],
        },
      ],
      objectViews: [{ objectViewSortColumns: [{ objectFieldName: 'creator' }, { objectFieldName: 'qqq' }] }],
      objectValidationRules: [
        { engine: 'ddm', script: 'isEmpty(nam) OR size == "large"' },
        { engine: 'groovy', script: 'whatever = 1' },
      ],
      objectActions: [
        {
          name: 'set',
          objectActionExecutorKey: 'update-object-entry',
          objectActionTriggerKey: 'onAfterAdd',
          parameters: { predefinedValues: [{ name: 'r_owner_userId' }, { name: 'siz' }] },
        },
      ],
    };
    expect(adviceOf('ObjectDefinition', spec, 'A')).toEqual([
      'The title names the field "nmae", which the definition does not have. Did you mean "name"?',
      'The layout names the field "sizes", which the definition does not have. Did you mean "size"?',
      'The order of the view names the field "qqq", which the definition does not have. Add the field "qqq", or leave the name out.',
      'The action names the field "siz", which the definition does not have. Did you mean "size"?',
      'The validation rule names the field "nam", which the definition does not have. Did you mean "name"?',
    ]);
  });

  it('says nothing of fields when the spec does not list any', () => {
    expect(adviceOf('ObjectDefinition', { name: 'A', titleObjectFieldName: 'x' }, 'A')).toEqual([]);
  });

  it('tells a tab that shows a relationship which is not stated, and a part that belongs elsewhere', () => {
    const [ofView, ofTab, ofLayout] = [
      { objectDefinitionExternalReferenceCode: 'A' },
      { objectRelationshipExternalReferenceCode: 'A_TO_BS' },
      { objectDefinitionExternalReferenceCode: 'B' },
    ];
    const spec = {
      name: 'A',
      objectRelationships: [{ externalReferenceCode: 'A_TO_B' }],
      objectLayouts: [{ ...ofLayout, objectLayoutTabs: [ofTab] }],
      objectViews: [ofView],
    };
    expect(adviceOf('ObjectDefinition', spec, 'A')).toEqual([
      'The tab shows the relationship "A_TO_BS", which the definition does not state. Did you mean "A_TO_B"?',
      'A part of "A" says that it belongs to "B"; it is imported as a part of "A". Write "A".',
    ]);
  });
});

describe('names in an expression', () => {
  it.each([
    ['NOT(isEmpty(title)) AND amount > 5', ['title', 'amount']],
    ["title == \"size\" OR title == 'it\\'s'", ['title']],
    ['currentUserId == r_owner_userId AND true', ['r_owner_userId']],
    ['oldValue("size") != size', ['size']],
    ['5e3 + a.b', ['a']],
    ['', []],
  ])('are those of %s', (expression, names) => {
    expect(namesInExpression(expression)).toEqual(names);
  });
});

describe('a definition held against what it names', () => {
  const states = { name: 'States', listTypeEntries: [{ key: 'packed' }, { key: 'sent' }] };

  it('is right when keys, relationships and fields are there', () => {
    const known = { 'Picklist/SIZES': sizes, 'Picklist/STATES': states, 'ObjectDefinition/SHIP': ship };
    expect(crossFaultsOf('ObjectDefinition', { name: 'CRATE', spec: crate }, known)).toEqual([]);
  });

  it('is right when nothing is known of what it names', () => {
    expect(crossFaultsOf('ObjectDefinition', { name: 'CRATE', spec: crate }, {})).toEqual([]);
  });

  it('reports states that the picklist lacks, and a relationship that the parent lacks', () => {
    const known = {
      'Picklist/STATES': { name: 'States', listTypeEntries: [{ key: 'packed' }, { key: 'send' }] },
      'ObjectDefinition/SHIP': { ...ship, objectRelationships: [] },
    };
    expect(crossFaultsOf('ObjectDefinition', { name: 'CRATE', spec: crate }, known)).toEqual([
      'The field "state" uses "sent", which is no entry of the picklist "STATES". Did you mean "send"?',
      'The field "r_shipToCrates_c_shipId" belongs to the relationship "SHIP_TO_CRATES", which "SHIP" does not state. State the relationship in "SHIP".',
    ]);
  });

  it('reports what an aggregation and an action name without a target', () => {
    const aggregation = (settings: Readonly<Record<string, string>>) => ({
      name: 'total',
      businessType: 'Aggregation',
      objectFieldSettings: Object.entries(settings).map(([name, value]) => ({ name, value })),
    });
    const spec = {
      ...ship,
      objectFields: [
        aggregation({ objectRelationshipName: 'shipToCrate' }),
        aggregation({ objectRelationshipName: 'shipToCrates', objectFieldName: 'gramms' }),
      ],
      objectActions: [
        {
          name: 'pack',
          objectActionExecutorKey: 'add-object-entry',
          objectActionTriggerKey: 'onAfterAdd',
          parameters: { objectDefinitionExternalReferenceCode: 'CRATE', predefinedValues: [{ name: 'contents' }] },
        },
      ],
    };
    expect(crossFaultsOf('ObjectDefinition', { name: 'SHIP', spec }, { 'ObjectDefinition/CRATE': crate })).toEqual([
      'The aggregation "total" goes over the relationship "shipToCrate", which the definition does not state. Did you mean "shipToCrates"?',
      'The aggregation "total" names the field "gramms", which "CRATE" does not have. Did you mean "grams"?',
      'The action "pack" names the field "contents", which "CRATE" does not have. Did you mean "content"?',
    ]);
  });
});

describe('an API application', () => {
  const withCodes = {
    ...crate,
    objectFields: [{ name: 'size', businessType: 'Text', externalReferenceCode: 'CRATE_SIZE' }],
  };
  const [endpoint, schema] = [
    { path: '/a', httpMethod: 'get', responseAPISchemaToAPIEndpoints: { externalReferenceCode: 'SHIP_SCHEME' } },
    {
      externalReferenceCode: 'SHIP_SCHEMA',
      name: 'Ship',
      requestAPISchemaToAPIEndpoints: [{ externalReferenceCode: 'X' }],
    },
  ];

  it('is right when endpoints, schemas and fields are there', () => {
    expect(adviceOf('ApiApplication', api, 'SHIPS_API')).toEqual([]);
    const known = { 'ObjectDefinition/SHIP': ship, 'ObjectDefinition/CRATE': withCodes };
    expect(crossFaultsOf('ApiApplication', { name: 'SHIPS_API', spec: api }, known)).toEqual([]);
  });

  it('reports links of endpoints and schemas without a target', () => {
    const spec = { apiApplicationToAPIEndpoints: [endpoint], apiApplicationToAPISchemas: [schema] };
    expect(adviceOf('ApiApplication', spec, 'API')).toEqual([
      'The endpoint "/a" is linked to the schema "SHIP_SCHEME", which the application does not have. Did you mean "SHIP_SCHEMA"?',
      'The schema "Ship" is linked to the endpoint "X", which the application does not have. Add the endpoint, or leave out the link.',
    ]);
  });

  it('reports fields and relationships that the definitions of its schemas lack', () => {
    const known = {
      'ObjectDefinition/SHIP': { ...ship, objectFields: [{ name: 'a', externalReferenceCode: 'TONNES' }] },
      'ObjectDefinition/CRATE': { ...withCodes, objectFields: [{ name: 'a', externalReferenceCode: 'CRATE_SIZES' }] },
    };
    expect(crossFaultsOf('ApiApplication', { name: 'A', spec: api }, known)).toEqual([
      'The property "tons" shows the field "TONS", which "SHIP" does not have. Did you mean "TONNES"?',
      'The property "size" shows the field "CRATE_SIZE", which "CRATE" does not have. Did you mean "CRATE_SIZES"?',
    ]);
    const lonely = { 'ObjectDefinition/SHIP': { ...ship, objectRelationships: [] } };
    expect(crossFaultsOf('ApiApplication', { name: 'A', spec: api }, lonely)).toEqual([
      'The property "size" goes over the relationship "shipToCrates", which "SHIP" does not have.',
    ]);
  });

  it('is followed from a child to its parent by the field of the relationship', () => {
    const schemaOfCrate = {
      name: 'Crate',
      mainObjectDefinitionERC: 'CRATE',
      apiSchemaToAPIProperties: [{ name: 'tons', objectFieldERC: 'TON', objectRelationshipNames: 'shipToCrates' }],
    };
    const known = { 'ObjectDefinition/SHIP': ship, 'ObjectDefinition/CRATE': crate };
    expect(
      crossFaultsOf('ApiApplication', { name: 'A', spec: { apiApplicationToAPISchemas: [schemaOfCrate] } }, known),
    ).toEqual(['The property "tons" shows the field "TON", which "SHIP" does not have. Did you mean "TONS"?']);
  });
});
