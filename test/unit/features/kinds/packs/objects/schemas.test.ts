import type { JsonObject } from '../../../../../../src/shared/json.js';
import { api, crate, ship, sizes } from './fixtures.js';
import { faultsOf, registry } from './registry.js';

const definition = (members: JsonObject): JsonObject => ({ name: 'A', ...members });
const field = (members: JsonObject): JsonObject => ({
  objectFields: [{ name: 'a', businessType: 'Text', ...members }],
});
const relationship = (members: JsonObject): JsonObject => ({
  objectRelationships: [{ name: 'r', type: 'oneToMany', objectDefinitionExternalReferenceCode2: 'B', ...members }],
});
const action = (members: JsonObject): JsonObject => ({
  objectActions: [{ name: 'a', objectActionExecutorKey: 'webhook', objectActionTriggerKey: 'onAfterAdd', ...members }],
});

describe('specs that are right', () => {
  it.each<[string, JsonObject]>([
    ['ObjectDefinition', crate],
    ['ObjectDefinition', ship],
    ['ObjectDefinition', definition({ ...action({ objectActionTriggerKey: 'liferay/commerce_order_status' }) })],
    ['ObjectDefinition', definition({ objectFields: null, description: null })],
    ['Picklist', sizes],
    ['ObjectFolder', { name: 'Harbour', label: { en_US: 'Harbour' } }],
    ['NotificationTemplate', { name: 'Packed', type: 'email', subject: { en_US: 'Packed' } }],
    ['WorkflowDefinition', { name: 'Customs', content: '<workflow-definition/>' }],
    ['ObjectEntry', { anything: [1] }],
    ['ApiApplication', api],
  ])('of the kind %s pass', (kind, spec) => {
    expect(faultsOf(kind, spec)).toEqual([]);
  });
});

describe('specs that are wrong', () => {
  it.each<[string, string, JsonObject, string]>([
    ['a scope', 'ObjectDefinition', { scope: 'galaxy' }, 'scope must be one of company, site, depot, but is "galaxy".'],
    [
      'a business type',
      'ObjectDefinition',
      field({ businessType: 'Txt' }),
      'objectFields/0/businessType must be one of Aggregation, Assignee, Attachment, AutoIncrement, Boolean, Date, DateTime, Decimal, EmailAddress, Encrypted, Formula, Integer, LargeFile, LongInteger, LongText, MultiselectPicklist, PhoneNumber, Picklist, PrecisionDecimal, Relationship and 2 more, but is "Txt".',
    ],
    [
      'a type of the database',
      'ObjectDefinition',
      field({ DBType: 'Float' }),
      'objectFields/0/DBType must be one of BigDecimal, Blob, Boolean, Clob, Date, DateTime, Double, Integer, Long, String, but is "Float".',
    ],
    [
      'a picklist field that names no picklist',
      'ObjectDefinition',
      field({ businessType: 'Picklist' }),
      'objectFields/0 lacks the member "listTypeDefinitionExternalReferenceCode".',
    ],
    [
      'a way of deletion',
      'ObjectDefinition',
      relationship({ deletionType: 'forget' }),
      'objectRelationships/0/deletionType must be one of cascade, disassociate, prevent, but is "forget".',
    ],
    [
      'a type of relationship',
      'ObjectDefinition',
      relationship({ type: 'manyToOne' }),
      'objectRelationships/0/type must be one of oneToMany, oneToOne, manyToMany, but is "manyToOne".',
    ],
    [
      'an executor',
      'ObjectDefinition',
      action({ objectActionExecutorKey: 'email' }),
      'objectActions/0/objectActionExecutorKey must be one of add-object-entry, groovy, notification, update-object-entry, webhook or function#, followed by the name of a client extension, but is "email".',
    ],
    [
      'a trigger',
      'ObjectDefinition',
      action({ objectActionTriggerKey: 'onBeforeAdd' }),
      'objectActions/0/objectActionTriggerKey must be one of onAfterAdd, onAfterAttachmentDownload, onAfterDelete, onAfterRootUpdate, onAfterUpdate, standalone or a destination such as liferay/orders, but is "onBeforeAdd".',
    ],
    [
      'two fields of one name',
      'ObjectDefinition',
      { objectFields: ['size', 'Size'].map((name) => ({ name, businessType: 'Text' })) },
      'There are two fields named "size" and "Size", which differ only in upper and lower case.',
    ],
    [
      'two entries of one key',
      'Picklist',
      { listTypeEntries: [{ key: 'a' }, { key: 'a' }] },
      'There are two entries with the key "a".',
    ],
    [
      'an entry without a key',
      'Picklist',
      { listTypeEntries: [{ name: 'A' }] },
      'listTypeEntries/0 lacks the member "key".',
    ],
    [
      'a transition to nowhere',
      'ObjectDefinition',
      field({
        name: 'state',
        objectFieldSettings: [
          {
            name: 'stateFlow',
            value: { objectStates: [{ key: 'open', objectStateTransitions: [{ key: 'opne' }] }] },
          },
        ],
      }),
      'A transition of the field "state" leads to "opne", which is no state of its flow.',
    ],
    [
      'two endpoints of one route',
      'ApiApplication',
      {
        title: 'A',
        baseURL: 'a',
        apiApplicationToAPIEndpoints: [
          { path: '/a', httpMethod: 'get' },
          { path: '/a', httpMethod: { key: 'get' } },
        ],
      },
      'There are two endpoints for GET "/a".',
    ],
    [
      'an unknown method',
      'ApiApplication',
      { title: 'A', baseURL: 'a', apiApplicationToAPIEndpoints: [{ path: '/a', httpMethod: 'fetch' }] },
      'apiApplicationToAPIEndpoints/0/httpMethod must be one of get, post, put, patch, delete, alone or as the key of an object.',
    ],
  ])('are refused for %s', (...[, kind, spec, message]) => {
    const named = kind === 'ApiApplication' ? spec : { name: 'A', ...spec };
    expect(faultsOf(kind, named)).toEqual([message]);
  });

  it('are refused for a member that is not known, with the one that was meant', () => {
    const [atTop] = registry.validateSpec('objects/ObjectDefinition', definition({ objectFeilds: [] }));
    expect(atTop).toMatchObject({
      message: 'The spec has a member "objectFeilds" that is not known.',
      fix: 'Did you mean "objectFields"?',
    });
    const [inField] = registry.validateSpec('objects/ObjectDefinition', definition(field({ requird: true })));
    expect(inField).toMatchObject({ path: ['objectFields', '0'], fix: 'Did you mean "required"?' });
    const [inRelationship] = registry.validateSpec(
      'objects/ObjectDefinition',
      definition(relationship({ objectDefinitionId2: 5 })),
    );
    expect(inRelationship?.message).toBe('objectRelationships/0 has a member "objectDefinitionId2" that is not known.');
  });

  it('may lack required members when only a part of them is given', () => {
    expect(registry.validateSpec('objects/ObjectDefinition', { objectLayouts: [] }, { isPartial: true })).toEqual([]);
    expect(registry.validateSpec('objects/ObjectDefinition', { objectLayouts: [] })).toHaveLength(1);
    expect(registry.validateSpec('objects/ObjectDefinition', { nme: 'A' }, { isPartial: true })).toHaveLength(1);
  });
});
