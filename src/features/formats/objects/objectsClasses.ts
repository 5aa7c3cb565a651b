/** Classes of Liferay, as batch files name them, and the kinds of their items. Classes come after those that they depend on. */
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject } from '../../../shared/json.js';
import type { PartialList } from '../format.js';

/** Kinds of the objects pack. */
export const objectsKinds = {
  folder: 'objects/ObjectFolder',
  picklist: 'objects/Picklist',
  notificationTemplate: 'objects/NotificationTemplate',
  workflowDefinition: 'objects/WorkflowDefinition',
  definition: 'objects/ObjectDefinition',
  entry: 'objects/ObjectEntry',
  apiApplication: 'objects/ApiApplication',
} as const;

export interface ObjectsClass {
  /** Full class name, with its package. */
  className: string;
  kind: string;
  /** Set if an item is only a part of an item of that kind: the list that contains it, and the members that name the owner. */
  part?: PartialList & { ownerMembers: readonly string[] };
}

const adminPackage = 'com.liferay.object.admin.rest.dto.v1_0';
const listTypePackage = 'com.liferay.headless.admin.list.type.dto.v1_0';
const part = (name: string, at: string, by: readonly string[]): ObjectsClass => ({
  className: `${adminPackage}.${name}`,
  kind: objectsKinds.definition,
  // A relationship belongs to its first definition.
  part: {
    at,
    by,
    ownerMembers: ['objectDefinitionExternalReferenceCode', 'objectDefinitionExternalReferenceCode1'],
  },
});

/** Fields and relationships are matched by name, as in Liferay. The other parts have no unique name. */
export const objectsClasses: readonly ObjectsClass[] = [
  { className: `${adminPackage}.ObjectFolder`, kind: objectsKinds.folder },
  { className: `${listTypePackage}.ListTypeDefinition`, kind: objectsKinds.picklist },
  {
    className: `${listTypePackage}.ListTypeEntry`,
    kind: objectsKinds.picklist,
    part: {
      at: '/listTypeEntries',
      by: ['externalReferenceCode', 'key'],
      ownerMembers: ['listTypeDefinitionExternalReferenceCode'],
    },
  },
  { className: 'com.liferay.notification.rest.dto.v1_0.NotificationTemplate', kind: objectsKinds.notificationTemplate },
  {
    className: 'com.liferay.headless.admin.workflow.dto.v1_0.WorkflowDefinition',
    kind: objectsKinds.workflowDefinition,
  },
  { className: `${adminPackage}.ObjectDefinition`, kind: objectsKinds.definition },
  part('ObjectField', '/objectFields', ['name']),
  part('ObjectRelationship', '/objectRelationships', ['name']),
  part('ObjectAction', '/objectActions', ['externalReferenceCode', 'name']),
  part('ObjectValidationRule', '/objectValidationRules', ['externalReferenceCode', 'name']),
  part('ObjectView', '/objectViews', ['externalReferenceCode', 'name']),
  part('ObjectLayout', '/objectLayouts', ['externalReferenceCode', 'name']),
  { className: 'com.liferay.object.rest.dto.v1_0.ObjectEntry', kind: objectsKinds.entry },
];

/** Entries of this definition are API applications. */
export const apiApplicationDefinition = 'APIApplication';

/** The last segment of a class name, without anything after `#`. */
function simpleNameOf(className: string): string {
  const hash = className.indexOf('#');
  const name = hash === -1 ? className : className.slice(0, hash);
  return name.slice(name.lastIndexOf('.') + 1);
}

const classBySimpleName = new Map(objectsClasses.map((known) => [simpleNameOf(known.className), known]));
const classByKind = new Map(objectsClasses.flatMap((known) => (known.part ? [] : [[known.kind, known]])));

const kindsWithParts: ReadonlySet<string> = new Set(objectsClasses.flatMap(({ kind, part }) => (part ? [kind] : [])));

/** Whether a file may contain parts of items of a kind without the item. */
export function hasParts(kind: string): boolean {
  return kindsWithParts.has(kind);
}

/**
 * Finds the class by the last segment of a name such as `com.liferay.object.admin.rest.dto.v1_0.ObjectField`, so that the version does
 * not matter.
 */
export function findClass(className: string): ObjectsClass | undefined {
  return classBySimpleName.get(simpleNameOf(className));
}

/** The class whose items become resources of a kind. */
export function classOfKind(kind: string): ObjectsClass | undefined {
  const entryClass = classByKind.get(objectsKinds.entry);
  return kind === objectsKinds.apiApplication && entryClass ? { ...entryClass, kind } : classByKind.get(kind);
}

/** Name of the definition in a delegate such as `C_Ticket`; undefined for `DEFAULT` and the like. */
export function definitionOfDelegate(delegate: string): string | undefined {
  const name = /^C_(.+)$/.exec(delegate)?.[1];
  return delegate === 'L_API_APPLICATION' ? apiApplicationDefinition : name;
}

const keysByKind: readonly (readonly [kind: string, keys: readonly string[]])[] = [
  [objectsKinds.definition, ['objectFields']],
  [objectsKinds.picklist, ['listTypeEntries']],
  [objectsKinds.folder, ['objectFolderItems']],
  [objectsKinds.notificationTemplate, ['recipientType', 'editorType', 'subject']],
  [objectsKinds.workflowDefinition, ['nodes', 'transitions']],
  [objectsKinds.apiApplication, ['baseURL', 'applicationStatus']],
];

/** Members of a picklist entry outside its picklist. */
const entryOfPicklistKeys = ['key', 'listTypeDefinitionExternalReferenceCode'];

/** The class of an item in a file that does not state one: stated by the item, or recognised by members that only one class has. */
export function inferClass(item: JsonObject): ObjectsClass | undefined {
  const stated = item['x-class-name'];
  if (typeof stated === 'string' && findClass(stated)) return findClass(stated);
  if (entryOfPicklistKeys.every((key) => Object.hasOwn(item, key))) return findClass('ListTypeEntry');
  const kind = keysByKind.find(([, keys]) => keys.every((key) => Object.hasOwn(item, key)))?.[0];
  return kind === undefined ? undefined : classOfKind(kind);
}

/** Whether a value may be an item or record of a file. */
export function isItem(value: unknown): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).length > 0;
}
