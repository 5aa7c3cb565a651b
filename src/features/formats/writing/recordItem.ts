/** The item of a record in a file: its spec, and the members that identify the resource. */
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { codeInName, siteMemberOf } from '../../kinds/worker.js';
import { classOfKind, findClass, objectsKinds } from '../objects/objectsClasses.js';
import { identityOf } from '../objects/recordIdentity.js';
import { isKnownByName } from './recordFormats.js';
import type { ExportRecord } from './recordFormats.js';

/** The member that states the class of an item. */
const classMember = 'x-class-name';

/**
 * The item of a record: a Liferay item, or for other kinds the spec with the name of the resource. A member of the spec never replaces a member
 * that identifies the resource: it is not written.
 */
export function itemOfRecord(record: ExportRecord): JsonObject {
  const { kind, spec } = record;
  const own = ownMembers(record);
  return { ...own, ...withoutReserved(kind, spec), ...own };
}

/** The members that identify an item. They are written whichever fields are chosen. */
export function identifyingMembers(record: ExportRecord): string[] {
  const site = siteMemberOf(record.spec);
  return [...Object.keys(ownMembers(record)), ...(site === undefined ? [] : [site])];
}

/** The members of an item that describe the resource itself, not its spec. */
export function describingMembers(record: ExportRecord): ReadonlySet<string> {
  return new Set([...Object.keys(ownMembers(record)), ...reservedMembers(record.kind, record.spec)]);
}

/** Adds the class to an item of a file that does not state it. Entries are recognised by their members instead. */
export function classedItem(kind: string, item: JsonObject): JsonObject {
  const isEntry = kind === objectsKinds.entry || kind === objectsKinds.apiApplication;
  const className = isEntry ? undefined : classOfKind(kind)?.className;
  return className === undefined ? item : { [classMember]: className, ...item };
}

function ownMembers({ kind, name, title = null, externalReferenceCode, spec }: ExportRecord): JsonObject {
  if (isKnownByName(kind)) {
    const stated = { name, ...(title === null ? {} : { title }) };
    return { ...stated, ...(externalReferenceCode === null ? {} : { externalReferenceCode }) };
  }
  if (kind === objectsKinds.entry) return { externalReferenceCode: codeInName(name) };
  const isByName = kind === objectsKinds.workflowDefinition && isNamedItself({ name, externalReferenceCode, spec });
  return isByName ? { name } : { externalReferenceCode: name };
}

/** A workflow definition without a code is identified by its name. */
function isNamedItself({ name, externalReferenceCode, spec }: Omit<ExportRecord, 'kind'>): boolean {
  const { externalReferenceCode: stated = null, name: own = null } = spec;
  const hasCode = externalReferenceCode !== null || (stated !== null && stated !== '');
  return !hasCode && (own === null || own === name);
}

/** Whether a value is the class of a kind, in any version. */
function isClassOf(kind: string, value: JsonValue | undefined): boolean {
  return typeof value === 'string' && findClass(value)?.className === classOfKind(kind)?.className;
}

/** The spec without its members that would be read as members of the resource. */
function withoutReserved(kind: string, spec: JsonObject): JsonObject {
  return withoutMembers(spec, reservedMembers(kind, spec));
}

/** The members that readers take from an item for the resource itself. No member of the spec is written there. */
export function reservedMembers(kind: string, spec: JsonObject): readonly string[] {
  if (!isKnownByName(kind)) return isClassOf(kind, spec[classMember]) ? [] : [classMember];
  const { required, optional } = identityOf(kind);
  return [required, ...optional];
}

/** An object without some members; itself when it has none of them. */
export function withoutMembers(object: JsonObject, keys: readonly string[]): JsonObject {
  if (!keys.some((key) => Object.hasOwn(object, key))) return object;
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
