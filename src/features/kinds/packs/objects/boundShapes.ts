/**
 * The members of Liferay items that are valid only in their source. Source: the DTOs of object-admin, list-type, notification
 * and workflow REST v1.0. Members that are not listed here are kept.
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

/** A numeric id of a target that the member `namedBy` names in every environment. */
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

/** Members that the product adds to everything that it stores. */
const stored: Members = {
  id: ownId,
  actions: links,
  creator: person,
  lastModifier: person,
  dateCreated: date,
  dateModified: date,
};
/** Members that it adds at the top of an item. */
const item: Members = { ...stored, 'x-class-name': classOfItem, 'x-schema-name': classOfItem, facets: computed };

function shape(bound: Members, parts: Parts = {}): BoundShape {
  return { bound, parts };
}

/** The numeric id of a parent or sibling, under the generated key of the relationship: `r_tickets_c_customerId`. */
function parentNumber(key: string): BoundMember | undefined {
  return isGeneratedIdKey(key) ? target(key.replace(/Id$/, 'ERC')) : undefined;
}

/** The value of the setting `stateFlow`; other settings have no such members. */
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

/** Parameters of a client extension are kept, whatever their names. */
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
    // Before 2025, the class contained the numeric id of the definition.
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

/** Removed from every entry, because a definition cannot have fields of these names. */
const reservedOfEntry: Members = { ...stored, 'x-class-name': classOfItem, 'x-schema-name': classOfItem };
const storedOfEntry: Members = {
  ...reservedOfEntry,
  ...ids('companyId', 'userId', 'creatorId', 'taxonomyCategoryIds', ...siteNumbers),
  objectEntryFolderId: target('objectEntryFolderExternalReferenceCode'),
  datePublished: date,
};

/** An application and its parts are entries of the product's own definitions, which have no custom fields. */
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

/** The shape for items of a kind; undefined for entries, which depend on their definition: see `boundOfEntries`. */
export function boundShapeOf(kind: string): BoundShape | undefined {
  return Object.hasOwn(shapeByKind, kind) ? shapeByKind[kind] : undefined;
}

const partsByList: Parts = { ...definition.parts, ...picklist.parts };

/** The shape for an element of a list of a definition or picklist, e.g. of `objectFields`. */
export function boundShapeOfPart(list: string): BoundShape | undefined {
  const part = Object.hasOwn(partsByList, list) ? partsByList[list] : undefined;
  return part === undefined || typeof part === 'function' ? undefined : { ...part, bound: { ...item, ...part.bound } };
}

/** The shape for entries of a definition with these fields: a field is always kept. */
export function boundOfEntries(fieldNames: ReadonlySet<string>): BoundShape {
  return {
    ...shape(Object.fromEntries(Object.entries(storedOfEntry).filter(([name]) => !fieldNames.has(name)))),
    generated: (key) => (fieldNames.has(key) ? undefined : parentNumber(key)),
  };
}

/** The shape for an entry of an unknown definition: only members that no definition can have as a field. */
export const boundInAnyEntry: BoundShape = shape(reservedOfEntry);
