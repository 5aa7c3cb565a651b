import type { JsonObject } from '../../../../../../src/shared/json.js';

export const sizes: JsonObject = {
  externalReferenceCode: 'SIZES',
  name: 'Sizes',
  listTypeEntries: [
    { key: 'small', name: 'Small', name_i18n: { 'en-US': 'Small' } },
    { key: 'large', name: 'Large', name_i18n: { 'en-US': 'Large' } },
  ],
};

/** A crate belongs to a ship and may stand in another crate. */
export const crate: JsonObject = {
  externalReferenceCode: 'CRATE',
  name: 'Crate',
  label: { en_US: 'Crate' },
  scope: 'company',
  objectFolderExternalReferenceCode: 'HARBOUR',
  titleObjectFieldName: 'content',
  status: { code: 0, label: 'approved', label_i18n: 'Approved' },
  objectFields: [
    { name: 'content', businessType: 'Text', DBType: 'String', required: true, label: { en_US: 'Content' } },
    {
      name: 'number',
      businessType: 'Text',
      DBType: 'String',
      objectFieldSettings: [
        { name: 'uniqueValues', value: 'true' },
        { name: 'maxLength', value: '8' },
      ],
    },
    { name: 'size', businessType: 'Picklist', DBType: 'String', listTypeDefinitionExternalReferenceCode: 'SIZES' },
    {
      name: 'marks',
      businessType: 'MultiselectPicklist',
      DBType: 'String',
      listTypeDefinitionExternalReferenceCode: 'SIZES',
    },
    {
      name: 'state',
      businessType: 'Picklist',
      DBType: 'String',
      required: true,
      state: true,
      defaultValue: 'packed',
      listTypeDefinitionExternalReferenceCode: 'STATES',
      objectFieldSettings: [
        {
          name: 'stateFlow',
          value: {
            objectStates: [
              { key: 'packed', objectStateTransitions: [{ key: 'sent' }] },
              { key: 'sent', objectStateTransitions: [] },
            ],
          },
        },
      ],
    },
    { name: 'notes', businessType: 'LongText', DBType: 'Clob' },
    { name: 'story', businessType: 'RichText', DBType: 'Clob' },
    { name: 'pieces', businessType: 'Integer', DBType: 'Integer' },
    { name: 'grams', businessType: 'LongInteger', DBType: 'Long' },
    { name: 'value', businessType: 'PrecisionDecimal', DBType: 'BigDecimal' },
    { name: 'packedOn', businessType: 'Date', DBType: 'Date' },
    { name: 'isOpen', businessType: 'Boolean', DBType: 'Boolean' },
    { name: 'picture', businessType: 'Attachment', DBType: 'Long' },
    {
      name: 'r_shipToCrates_c_shipId',
      businessType: 'Relationship',
      DBType: 'Long',
      relationshipType: 'oneToMany',
      required: true,
      objectDefinitionExternalReferenceCode1: 'SHIP',
      objectRelationshipExternalReferenceCode: 'SHIP_TO_CRATES',
      objectFieldSettings: [{ name: 'objectRelationshipERCObjectFieldName', value: 'r_shipToCrates_c_shipERC' }],
    },
    {
      name: 'r_owner_userId',
      businessType: 'Relationship',
      DBType: 'Long',
      objectDefinitionExternalReferenceCode1: 'L_USER',
    },
  ],
  objectRelationships: [
    {
      name: 'crateToCrates',
      type: 'oneToMany',
      deletionType: 'prevent',
      externalReferenceCode: 'CRATE_TO_CRATES',
      objectDefinitionExternalReferenceCode1: 'CRATE',
      objectDefinitionExternalReferenceCode2: 'CRATE',
      objectDefinitionName2: 'Crate',
    },
  ],
  objectActions: [
    {
      name: 'tell',
      objectActionExecutorKey: 'notification',
      objectActionTriggerKey: 'onAfterAdd',
      conditionExpression: 'content != "" AND NOT(isEmpty(number))',
      parameters: { notificationTemplateExternalReferenceCode: 'CRATE_PACKED' },
    },
    { name: 'weigh', objectActionExecutorKey: 'function#crate-scales', objectActionTriggerKey: 'standalone' },
  ],
  objectLayouts: [
    {
      objectDefinitionExternalReferenceCode: 'CRATE',
      name: { en_US: 'Main' },
      objectLayoutTabs: [
        {
          name: { en_US: 'Main' },
          objectLayoutBoxes: [
            { objectLayoutRows: [{ objectLayoutColumns: [{ objectFieldName: 'content', size: 6, priority: 0 }] }] },
          ],
        },
        { name: { en_US: 'Inside' }, objectRelationshipExternalReferenceCode: 'CRATE_TO_CRATES' },
      ],
    },
  ],
  objectViews: [
    { objectDefinitionExternalReferenceCode: 'CRATE', objectViewColumns: [{ objectFieldName: 'modifiedDate' }] },
  ],
  objectValidationRules: [
    {
      externalReferenceCode: 'RULE',
      engine: 'ddm',
      script: 'match(number, "[A-Z]+ content") OR pieces > 0',
      objectDefinitionExternalReferenceCode: 'CRATE',
    },
  ],
  workflowDefinitionLinks: [
    { groupExternalReferenceCode: 'L_GUEST', workflowDefinitionName: 'Single Approver' },
    { workflowDefinitionName: 'Customs' },
  ],
};

export const ship: JsonObject = {
  externalReferenceCode: 'SHIP',
  name: 'Ship',
  objectFields: [{ name: 'tons', businessType: 'Decimal', DBType: 'Double', externalReferenceCode: 'TONS' }],
  objectRelationships: [
    {
      name: 'shipToCrates',
      type: 'oneToMany',
      externalReferenceCode: 'SHIP_TO_CRATES',
      objectDefinitionExternalReferenceCode1: 'SHIP',
      objectDefinitionExternalReferenceCode2: 'CRATE',
    },
  ],
};

export const api: JsonObject = {
  externalReferenceCode: 'SHIPS_API',
  title: 'Ships',
  baseURL: 'ships',
  applicationStatus: { key: 'published' },
  apiApplicationToAPIEndpoints: [
    {
      externalReferenceCode: 'GET_SHIPS',
      path: '/ships',
      httpMethod: { key: 'get' },
      scope: { key: 'company' },
      retrieveType: { key: 'collection' },
      r_responseAPISchemaToAPIEndpoints_l_apiSchemaERC: 'SHIP_SCHEMA',
      apiEndpointToAPISorts: [{ oDataSort: 'tons:desc' }],
    },
  ],
  apiApplicationToAPISchemas: [
    {
      externalReferenceCode: 'SHIP_SCHEMA',
      name: 'Ship',
      mainObjectDefinitionERC: 'SHIP',
      apiSchemaToAPIProperties: [
        { name: 'tons', objectFieldERC: 'TONS' },
        {
          name: 'crates',
          type: 'container',
          apiPropertyToAPIProperties: [
            { name: 'size', objectFieldERC: 'CRATE_SIZE', objectRelationshipNames: 'shipToCrates' },
          ],
        },
      ],
    },
    { externalReferenceCode: 'USER_SCHEMA', name: 'User', mainObjectDefinitionERC: 'L_USER' },
  ],
};
