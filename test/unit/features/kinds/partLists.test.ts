import { comparePartLists, type PartList } from '../../../../src/features/kinds/partLists.js';
import { analyticsPack, fastDataPack, objectsPack } from '../../../../src/features/kinds/worker.js';
import type { JsonObject } from '../../../../src/shared/json.js';

const lists: readonly PartList[] = [
  { at: ['parts'], title: 'part', identity: ['code', 'name'] },
  { at: ['texts'], title: 'text', isOnlyTold: true },
  { at: ['deep', 'map'], title: 'node', inside: [{ at: ['inner'], title: 'condition' }] },
];
const removed = (before: JsonObject, after: JsonObject) =>
  comparePartLists(before, after, lists).removed.map(({ title, name, at }) => `${title} ${name} ${at}`);

describe('comparePartLists', () => {
  it('knows a part again by the member that counts most, then by the next, then when it is equal', () => {
    const before = { parts: [{ code: 'A', name: 'a' }, { name: 'b' }, { x: 1 }, { x: 2 }] };
    const after = { parts: [{ x: 1 }, { name: 'b', more: true }, { code: 'A', name: 'z' }] };
    expect(removed(before, after)).toEqual(['part #4 /parts/3']);
    expect(comparePartLists(before, after, lists).renamed).toMatchObject([{ name: 'a', newName: 'z' }]);
  });

  it('names texts, keys, and what is inside of a part that stays', () => {
    const before = { texts: ['x', 'y'], deep: { map: { a: { inner: { c: {}, d: {} } }, b: {} } } };
    expect(removed(before, { texts: ['y'], deep: { map: { a: { inner: { d: 1 } } } } })).toEqual([
      'text x /texts/0',
      'condition a/c /deep/map/a/inner/c',
      'node b /deep/map/b',
    ]);
    expect(removed(before, {})).toHaveLength(4);
    expect(removed(before, before)).toEqual([]);
  });
});

describe('kinds with parts', () => {
  const kinds = [...fastDataPack.kinds, ...objectsPack.kinds, ...analyticsPack.kinds];
  const removedBy = (kindName: string, before: JsonObject, after: JsonObject) =>
    kinds
      .find(({ name }) => name === kindName)
      ?.compareParts?.(before, after)
      .removed.map(({ title, name, isOnlyTold = false }) => [title, name, isOnlyTold]);

  it.each<[string, JsonObject, unknown[]]>([
    ['objects/Picklist', { listTypeEntries: [{ key: 'open', externalReferenceCode: 'O' }] }, ['entry', 'open', false]],
    ['objects/ObjectDefinition', { objectFields: [{ name: 'title' }] }, ['field', 'title', false]],
    ['objects/ObjectFolder', { objectFolderItems: [{ objectDefinitionExternalReferenceCode: 'A' }] }, ['place of the definition', 'A', true]],
    ['objects/NotificationTemplate', { body: { en_US: 'x' } }, ['text in the language', 'en_US', true]],
    ['objects/NotificationTemplate', { subject: { en_US: 'x' } }, ['subject in the language', 'en_US', true]],
    ['objects/NotificationTemplate', { recipients: [{ to: { en_US: 'a@b.c' } }] }, ['recipient', 'a@b.c', true]],
    ['objects/ApiApplication', { apiApplicationToAPIEndpoints: [{ httpMethod: { key: 'get' }, path: '/b' }] }, ['endpoint', 'get /b', true]],
    ['objects/ApiApplication', { apiApplicationToAPISchemas: [{ name: 'S' }] }, ['schema', 'S', true]],
    ['analytics/Collection', { dataSources: [{ definitionType: 'process', definitionKey: 'p' }] }, ['data source', 'process p', false]],
    ['analytics/Collection', { members: [{ type: 'user', id: 'u', role: 'viewer' }] }, ['member', 'user u', true]],
    ['analytics/Dashboard', { tiles: [{ type: 'optimize_report', id: 'R' }] }, ['tile', 'R', true]],
    ['fast-data/Projection', { fields: [{ name: 'f', type: 'string' }] }, ['field', 'f', true]],
    ['fast-data/CrudCollection', { indexes: [{ name: 'i', type: 'hash' }] }, ['index', 'i', true]],
    ['fast-data/ErSchema', { config: { a: {} } }, ['node', 'a', true]],
    ['fast-data/SingleView', { aggregation: { config: { A: {} } } }, ['block', 'A', true]],
  ])('%s tells that an overwrite takes %j away', (kindName, before, expected) => {
    expect(removedBy(kindName, before, {})).toEqual([expected]);
    expect(removedBy(kindName, before, before)).toEqual([]);
  }); // prettier-ignore

  it('are all that consist of parts', () => {
    const compared = kinds.filter(({ compareParts }) => compareParts).map(({ name }) => name.split('/')[1]);
    expect(compared.sort()).toEqual([
      'ApiApplication',
      'Collection',
      'CrudCollection',
      'Dashboard',
      'ErSchema',
      'NotificationTemplate',
      'ObjectDefinition',
      'ObjectFolder',
      'Picklist',
      'Projection',
      'SingleView',
    ]);
  });
});
