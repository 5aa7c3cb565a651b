/**
 * What items of the product hold that is bound to one environment, where it stands. Source: the DTOs of object-admin, list-type,
 * notification and workflow REST v1.0. What is not listed here is kept.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { isIsoDate, isNumberId, type BoundMember, type BoundShape } from '../../boundShape.js';
import { functionNameOf } from './externalNames.js';
import { siteNumbers } from './entryName.js';
import { isGeneratedIdKey } from './entryReferences.js';
import { kindNames } from './kindNames.js';

type Members = Readonly<Record<string, BoundMember>>;
type Parts = BoundShape['parts'];

const ownId: BoundMember = { cause: 'ID', isBound: isNumberId };
const date: BoundMember = { cause: 'HISTORY', isBound: isIsoDate };
const person: BoundMember = { cause: 'HISTORY', isBound: isJsonObject };
const links: BoundMember = { cause: 'COMPUTED', isBound: isLinks };
const computed: BoundMember = { cause: 'COMPUTED', isBound: () => true };
const classOfItem: BoundMember = { cause: 'CLASS', isBound: (value) => typeof value === 'string' };

/** The number of something that a member beside it names everywhere. */
function target(namedBy: string): BoundMember {
  return { cause: 'ID', isBound: isNumberId, namedBy };
}

function ids(...names: string[]): Members {
  return Object.fromEntries(names.map((name) => [name, ownId]));
}

const linkKeys: ReadonlySet<string> = new Set(['href', 'method', 'templated', 'type']);

function isLinks(value: JsonValue): boolean {
  return isJsonObject(value) && Object.values(value).every((link) => isJsonObject(link) && hasLinkKeysOnly(link));
}

function hasLinkKeysOnly(link: JsonObject): boolean {
  return Object.keys(link).every((key) => linkKeys.has(key));
}

/** What everything has that the product stores by itself. */
const stored: Members = {
  id: ownId,
  actions: links,
  creator: person,
  lastModifier: person,
  dateCreated: date,
  dateModified: date,
};
/** What it has at the top of an item. */
const item: Members = { ...stored, 'x-class-name': classOfItem, 'x-schema-name': classOfItem, facets: computed };

function shape(bound: Members, parts: Parts = {}): BoundShape {
  return { bound, parts };
}

/** The number of a parent or a sibling, under the key that the product makes of the relationship: `r_tickets_c_customerId`. */
function parentNumber(key: string): BoundMember | undefined {
  return isGeneratedIdKey(key) ? target(key.replace(/Id$/, 'ERC')) : undefined;
}

/** The value of the setting `stateFlow`; other settings hold nothing of these names. */
const stateFlow = shape(stored, {
  objectStates: shape(
    { ...stored, listTypeEntryId: target('key') },
    { objectStateTransitions: shape({ ...stored, ...ids('sourceObjectStateId', 'targetObjectStateId'), listTypeEntryId: target('key') }) },
  ),
}); // prettier-ignore
const setting = shape({ ...stored, objectFieldId: ownId }, { value: stateFlow });

const field = shape(
  {
    ...stored,
    ...ids('objectDefinitionId', 'objectDefinitionId1', 'objectRelationshipId'),
    listTypeDefinitionId: target('listTypeDefinitionExternalReferenceCode'),
  },
  { objectFieldSettings: setting },
);

const relationship = shape(
  {
    ...stored,
    objectDefinitionId1: ownId,
    objectDefinitionId2: target('objectDefinitionExternalReferenceCode2'),
    parameterObjectFieldId: target('parameterObjectFieldName'),
  },
  { objectField: field },
);

const parametersOfProduct = shape({
  notificationTemplateId: target('notificationTemplateExternalReferenceCode'),
  objectDefinitionId: target('objectDefinitionExternalReferenceCode'),
});

/** Parameters of a client extension are its own: whatever they are called, they are kept. */
const action = shape(
  { ...stored, objectDefinitionId: ownId },
  {
    parameters: ({ objectActionExecutorKey: key }) =>
      typeof key === 'string' && functionNameOf(key) === undefined ? parametersOfProduct : undefined,
  },
);

const namedField: Members = { ...stored, objectFieldId: target('objectFieldName') };
const layout = shape(
  { ...stored, objectDefinitionId: ownId },
  {
    objectLayoutTabs: shape(
      { ...stored, objectRelationshipId: target('objectRelationshipExternalReferenceCode') },
      {
        objectLayoutBoxes: shape(stored, {
          objectLayoutRows: shape(stored, { objectLayoutColumns: shape(namedField) }),
        }),
      },
    ),
  },
);
const view = shape(
  { ...stored, objectDefinitionId: ownId },
  {
    objectViewColumns: shape(namedField),
    objectViewFilterColumns: shape(namedField),
    objectViewSortColumns: shape(namedField),
  },
);
const validationRule = shape({ ...stored, objectDefinitionId: ownId }, { objectValidationRuleSettings: shape(stored) });

const definition = shape(
  {
    ...item,
    // Before 2025 the class was made of the number of the definition.
    className: computed,
    restContextPath: computed,
    parameterRequired: computed,
    accountEntryRestrictedObjectFieldId: target('accountEntryRestrictedObjectFieldName'),
    titleObjectFieldId: target('titleObjectFieldName'),
    objectFolderId: target('objectFolderExternalReferenceCode'),
    rootObjectDefinitionId: target('rootObjectDefinitionExternalReferenceCode'),
  },
  {
    objectFields: field,
    objectRelationships: relationship,
    objectActions: action,
    objectLayouts: layout,
    objectViews: view,
    objectValidationRules: validationRule,
    objectDefinitionSettings: shape(stored),
    workflowDefinitionLinks: shape({ ...stored, groupId: target('groupExternalReferenceCode') }),
  },
);

const picklist = shape(item, { listTypeEntries: shape({ ...stored, listTypeDefinitionId: ownId }) });
const folder = shape(item, {
  objectFolderItems: shape({
    ...stored,
    objectFolderId: ownId,
    objectDefinitionId: target('objectDefinitionExternalReferenceCode'),
  }),
});
const notificationTemplate = shape({
  ...item,
  objectDefinitionId: target('objectDefinitionExternalReferenceCode'),
  attachmentObjectFieldIds: target('attachmentObjectFieldExternalReferenceCodes'),
});

/** Of every entry, and of any other unless its definition has a field of that name. */
const reservedOfEntry: Members = { ...stored, 'x-class-name': classOfItem, 'x-schema-name': classOfItem };
const storedOfEntry: Members = {
  ...reservedOfEntry,
  ...ids('companyId', 'userId', 'creatorId', 'taxonomyCategoryIds', ...siteNumbers),
  objectEntryFolderId: target('objectEntryFolderExternalReferenceCode'),
  datePublished: date,
};

/** An application and its parts are entries of definitions that the product makes: none has fields of other people. */
function partOfApplication(parts: Parts = {}): BoundShape {
  return { ...shape(storedOfEntry, parts), generated: parentNumber };
}

const link = partOfApplication();
const schemaLinks: Parts = { requestAPISchemaToAPIEndpoints: link, responseAPISchemaToAPIEndpoints: link };
const property: BoundShape = partOfApplication({ apiPropertyToAPIProperties: () => property });
const endpoint = partOfApplication({
  ...schemaLinks,
  apiEndpointToAPIFilters: link,
  apiEndpointToAPISorts: link,
});
const apiApplication = partOfApplication({
  apiApplicationToAPIEndpoints: endpoint,
  apiApplicationToAPISchemas: partOfApplication({ ...schemaLinks, apiSchemaToAPIProperties: property }),
});

const shapeByKind: Readonly<Record<string, BoundShape>> = {
  [kindNames.objectFolder]: folder,
  [kindNames.picklist]: picklist,
  [kindNames.notificationTemplate]: notificationTemplate,
  [kindNames.workflowDefinition]: shape(item),
  [kindNames.objectDefinition]: definition,
  [kindNames.apiApplication]: apiApplication,
};

/**
 * What is bound in items of a kind. Of entries nothing: what they may hold, only their definition knows, see `boundOfEntries`.
 */
export function boundShapeOf(kind: string): BoundShape | undefined {
  return Object.hasOwn(shapeByKind, kind) ? shapeByKind[kind] : undefined;
}

const partsByList: Parts = { ...definition.parts, ...picklist.parts };

/** What is bound in one part of a definition or a picklist, e.g. in an element of `objectFields`. */
export function boundShapeOfPart(list: string): BoundShape | undefined {
  const part = Object.hasOwn(partsByList, list) ? partsByList[list] : undefined;
  return part === undefined || typeof part === 'function' ? undefined : { ...part, bound: { ...item, ...part.bound } };
}

/** What is bound in entries of a definition that has fields of these names: a field is kept, whatever it is called. */
export function boundOfEntries(fieldNames: ReadonlySet<string>): BoundShape {
  return {
    ...shape(Object.fromEntries(Object.entries(storedOfEntry).filter(([name]) => !fieldNames.has(name)))),
    generated: (key) => (fieldNames.has(key) ? undefined : parentNumber(key)),
  };
}

/** What is bound in an entry whose definition is not known: only what no definition can have a field of. */
export const boundInAnyEntry: BoundShape = shape(reservedOfEntry);
