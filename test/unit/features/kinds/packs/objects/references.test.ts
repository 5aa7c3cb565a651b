import type { JsonObject } from '../../../../../../src/shared/json.js';
import { api, crate } from './fixtures.js';
import { edgesOf, registry, renamed } from './registry.js';

describe('what a definition names', () => {
  it('is found at every place, with what it asks for', () => {
    expect(edgesOf('ObjectDefinition', crate).toSorted()).toEqual(
      [
        'INCLUDED HARBOUR /objectFolderExternalReferenceCode',
        'INCLUDED SIZES /objectFields/2/listTypeDefinitionExternalReferenceCode',
        'INCLUDED SIZES /objectFields/3/listTypeDefinitionExternalReferenceCode',
        'INCLUDED STATES /objectFields/4/listTypeDefinitionExternalReferenceCode',
        'INCLUDED SHIP /objectFields/13/objectDefinitionExternalReferenceCode1',
        'external L_USER /objectFields/14/objectDefinitionExternalReferenceCode1',
        'INCLUDED CRATE /objectRelationships/0/objectDefinitionExternalReferenceCode1',
        'INCLUDED CRATE /objectRelationships/0/objectDefinitionExternalReferenceCode2',
        'INCLUDED CRATE_PACKED /objectActions/0/parameters/notificationTemplateExternalReferenceCode',
        'external function#crate-scales /objectActions/1/objectActionExecutorKey',
        'external Single Approver /workflowDefinitionLinks/0/workflowDefinitionName',
        'INCLUDED Customs /workflowDefinitionLinks/1/workflowDefinitionName',
        'external L_GUEST /workflowDefinitionLinks/0/groupExternalReferenceCode',
      ].toSorted(),
    );
  });

  it('is external for the folder that every installation has', () => {
    expect(edgesOf('ObjectDefinition', { name: 'A', objectFolderExternalReferenceCode: 'default' })).toEqual([
      'external default /objectFolderExternalReferenceCode',
    ]);
  });

  it('is found in a relationship with its generated field, in actions and in a tree of definitions', () => {
    const spec = {
      name: 'A',
      rootObjectDefinitionExternalReferenceCode: 'ROOT',
      objectRelationships: [
        {
          name: 'r',
          type: 'oneToOne',
          objectDefinitionExternalReferenceCode2: 'B',
          objectField: { name: 'r_r_c_aId', objectDefinitionExternalReferenceCode1: 'A' },
        },
      ],
      objectActions: [{ parameters: { objectDefinitionExternalReferenceCode: 'C' } }],
    };
    expect(edgesOf('ObjectDefinition', spec)).toEqual([
      'INCLUDED ROOT /rootObjectDefinitionExternalReferenceCode',
      'INCLUDED B /objectRelationships/0/objectDefinitionExternalReferenceCode2',
      'INCLUDED A /objectRelationships/0/objectField/objectDefinitionExternalReferenceCode1',
      'INCLUDED C /objectActions/0/parameters/objectDefinitionExternalReferenceCode',
    ]);
  });

  it('blocks an import when it is missing, but for a workflow', () => {
    const warnings = registry
      .get('objects/ObjectDefinition')
      .references.filter(({ whenMissing, isExternal }) => whenMissing !== 'BLOCK' && !isExternal);
    expect(warnings.map(({ at, whenMissing }) => [at, whenMissing])).toEqual([
      ['/workflowDefinitionLinks/*/workflowDefinitionName', 'WARN'],
    ]);
  });

  it('follows a rename wherever it stands', () => {
    const names = { SHIP: 'VESSEL', CRATE: 'BOX', SIZES: 'MEASURES' };
    const byDefinition = renamed('ObjectDefinition', crate, { of: 'ObjectDefinition', names });
    expect(edgesOf('ObjectDefinition', byDefinition).filter((edge) => /VESSEL|BOX|SHIP|CRATE /.test(edge))).toEqual([
      'INCLUDED VESSEL /objectFields/13/objectDefinitionExternalReferenceCode1',
      'INCLUDED BOX /objectRelationships/0/objectDefinitionExternalReferenceCode1',
      'INCLUDED BOX /objectRelationships/0/objectDefinitionExternalReferenceCode2',
    ]);
    const byPicklist = renamed('ObjectDefinition', crate, { of: 'Picklist', names });
    expect(JSON.stringify(byPicklist)).not.toContain('SIZES');
  });

  it('is its own code in its parts, which follows when it is renamed itself', () => {
    const own = registry.get('objects/ObjectDefinition').rewriteOwnName?.(crate, 'CRATE', 'BOX') as JsonObject;
    expect(own).toMatchObject({
      externalReferenceCode: 'BOX',
      objectLayouts: [{ objectDefinitionExternalReferenceCode: 'BOX' }],
      objectViews: [{ objectDefinitionExternalReferenceCode: 'BOX' }],
      objectValidationRules: [{ objectDefinitionExternalReferenceCode: 'BOX' }],
    });
    const all = renamed('ObjectDefinition', own, { of: 'ObjectDefinition', names: { CRATE: 'BOX' } });
    expect(JSON.stringify(all)).not.toContain('"CRATE"');
  });

  it('has a hint of what else the target is called', () => {
    const spec = {
      name: 'A',
      objectRelationships: [
        { name: 'r', type: 'oneToMany', objectDefinitionExternalReferenceCode2: 'GONE', objectDefinitionName2: 'Ship' },
      ],
    };
    const [reference] = registry.findReferences('objects/ObjectDefinition', spec);
    expect(registry.hintOf('objects/ObjectDefinition', spec, reference!)).toBe('Ship');
    expect(registry.hintOf('objects/ObjectDefinition', spec, { declarationIndex: 0, at: '/name' })).toBeUndefined();
  });
});

describe('what other kinds name', () => {
  it('is, in a folder and a template, worth a warning only', () => {
    const items = ['CRATE', 'L_USER'].map((erc) => ({ objectDefinitionExternalReferenceCode: erc }));
    const at = (index: number) => `/objectFolderItems/${index}/objectDefinitionExternalReferenceCode`;
    expect(edgesOf('ObjectFolder', { name: 'Harbour', objectFolderItems: items })).toEqual([
      `ADVISED CRATE ${at(0)}`,
      `external L_USER ${at(1)}`,
    ]);
    const template = { name: 'Packed', objectDefinitionExternalReferenceCode: 'CRATE' };
    expect(edgesOf('NotificationTemplate', template)).toEqual(['ADVISED CRATE /objectDefinitionExternalReferenceCode']);
  });

  it('is, in an API application, the definition of each schema, which travels along', () => {
    expect(edgesOf('ApiApplication', api)).toEqual([
      'INCLUDED SHIP /apiApplicationToAPISchemas/0/mainObjectDefinitionERC',
      'external L_USER /apiApplicationToAPISchemas/1/mainObjectDefinitionERC',
    ]);
  });

  it('is, in an entry, its parents under the keys that the product writes', () => {
    const entry = { r_shipToCrates_c_shipERC: 'S/1', r_owner_userERC: 'ann', r_shipToCrates_c_shipId: 7, content: 'x' };
    expect(edgesOf('ObjectEntry', entry)).toEqual([
      'INCLUDED Ship/S/1 /r_shipToCrates_c_shipERC',
      'external ann /r_owner_userERC',
    ]);
    const names = { 'Ship/S/1': 'Ship/S/2' };
    expect(renamed('ObjectEntry', entry, { of: 'ObjectEntry', names })).toEqual({
      ...entry,
      r_shipToCrates_c_shipERC: 'S/2',
    });
    const { rewriteOwnName } = registry.get('objects/ObjectEntry');
    expect(rewriteOwnName?.({ externalReferenceCode: 'S/1' }, 'Ship/S/1', 'Ship/S/2')).toEqual({
      externalReferenceCode: 'S/2',
    });
  });
});

describe('what must be unique beside the name', () => {
  it.each<[string, JsonObject, { at: string; text: string }[]]>([
    ['ObjectDefinition', crate, [{ at: '/name', text: 'Crate' }]],
    [
      'ApiApplication',
      api,
      [
        { at: '/title', text: 'Ships' },
        { at: '/baseURL', text: 'ships' },
      ],
    ],
    ['Picklist', { name: 'Sizes' }, []],
  ])('is told for a spec of the kind %s', (kind, spec, texts) => {
    expect(registry.uniqueTexts(`objects/${kind}`, spec)).toEqual(texts);
  });
});
