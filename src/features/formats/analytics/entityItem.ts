/** Turns one entity of a file into an item: checks the required members, migrates it, and replaces ids by names. */
import { systemFlagWarnings, withoutSystemFlags } from '../../kinds/worker.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import type { FileItem } from '../format.js';
import { isEntityId } from './entityIds.js';
import { maxKeptName, type EntityIndex } from './entityIndex.js';
import {
  adjustedName,
  duplicateId,
  malformedId,
  malformedMember,
  noEntity,
  unknownType,
  wrongVersion,
} from './entityProblems.js';
import { mapReferences } from './entityReferences.js';
import { entityTypeNamed, type EntityType } from './entityTypes.js';
import { migrateEntity } from './migrations.js';

/** Position of an entity in the list, from 0, and its line. */
export interface EntityPlace {
  place: number;
  line: number;
}

/** The item of an entity, and what the reader reports for the whole file. */
export interface ReadEntity {
  item: FileItem;
  /** Ids that the entity refers to and the file does not contain. */
  missingIds: string[];
  hasXml: boolean;
  hasCollection: boolean;
}

/** Reads one element of the list. An element that is not an entity becomes an item with problems, so that it is counted and shown. */
export function readEntity(element: JsonValue, at: EntityPlace, index: EntityIndex): ReadEntity {
  const name = index.nameAt(at.place) || `#${at.place + 1}`;
  if (!isJsonObject(element))
    return broken({ name, kind: 'analytics/Entity', line: at.line }, {}, [noEntity(at.place)]);
  const type = entityTypeNamed(element['exportEntityType']);
  const about = { name, kind: type?.kind ?? 'analytics/Entity', line: at.line };
  const faults = type
    ? [...memberFaults(element, at.place), ...contentFaults(type, element, at.place), ...duplicates(element, index)]
    : [unknownType(at.place, element['exportEntityType'])];
  if (!type || faults.length > 0) return broken(about, element, faults);
  const version = versionOf(element);
  const migrated = migrateEntity({ ...type, version }, element, { isInFile: (id) => index.byId(id) !== undefined });
  if (!migrated) return broken(about, element, [wrongVersion(type, version)]);
  return entityOf(migrated, { type, about, index });
}

/** The members of an entity that are not part of the spec: identity, type and place. */
export const outerMembers: ReadonlySet<string> = new Set([
  'id',
  'name',
  'exportEntityType',
  'sourceIndexVersion',
  'collectionId',
]);

interface ItemFacts {
  type: EntityType;
  about: Pick<FileItem, 'kind' | 'name' | 'line'>;
  index: EntityIndex;
}

function entityOf(entity: JsonObject, { type, about, index }: ItemFacts): ReadEntity {
  const { id, name: stated, collectionId = null } = entity;
  const { spec: whole, hasXml } = withoutXml(contentOf(entity));
  const missingIds: string[] = [];
  const problems = systemFlagWarnings(whole);
  if (typeof stated === 'string' && stated !== about.name && stated.length <= maxKeptName) {
    problems.push(adjustedName(stated, about.name));
  }
  const spec = mapReferences(type, withoutSystemFlags(whole), ({ text, path, kind }) => {
    const target = index.byId(text);
    if (target && (kind === undefined ? target.type.group === 'report' : target.type.kind === kind)) return target.name;
    if (isEntityId(text) || target) missingIds.push(text);
    else problems.push(malformedId(text, path));
    return text;
  });
  const item = itemOf(about, { spec, sourceId: id as string, problems });
  return { item, missingIds, hasXml, hasCollection: collectionId !== null };
}

/** The entity without the members that are not part of the spec: identity, type and place. */
export function contentOf(entity: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(entity).filter(([key]) => !outerMembers.has(key)));
}

function broken(about: ItemFacts['about'], spec: JsonObject, problems: Problem[]): ReadEntity {
  const { id } = spec;
  const sourceId = typeof id === 'string' ? id : null;
  return { item: itemOf(about, { spec, sourceId, problems }), missingIds: [], hasXml: false, hasCollection: false };
}

function itemOf(
  about: ItemFacts['about'],
  { spec, sourceId, problems }: Pick<FileItem, 'spec' | 'sourceId' | 'problems'>,
): FileItem {
  return {
    ...about,
    title: null,
    externalReferenceCode: null,
    parent: null,
    sourceId,
    origins: [],
    spec,
    claimedDigest: null,
    isPartial: false,
    problems: problems.map((problem) => ({ ...problem, ...about })),
  };
}

function memberFaults({ id, name, sourceIndexVersion = null }: JsonObject, place: number): Problem[] {
  const faults: Problem[] = [];
  if (typeof id !== 'string' || id === '') faults.push(malformedMember(place, 'id', 'a text'));
  if (typeof name !== 'string' || name.trim() === '') faults.push(malformedMember(place, 'name', 'a text'));
  if (sourceIndexVersion !== null && !isVersion(sourceIndexVersion)) {
    faults.push(malformedMember(place, 'sourceIndexVersion', `a whole number up to ${maxVersion}`));
  }
  return faults;
}

/** As large as an index of the product can count, and the Int of the API. */
const maxVersion = 2 ** 31 - 1;

function isVersion(value: JsonValue): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= maxVersion;
}

function contentFaults({ group }: EntityType, entity: JsonObject, place: number): Problem[] {
  const { data, reports, tiles = reports, availableFilters } = entity;
  if (group === 'report') return isJsonObject(data) ? [] : [malformedMember(place, 'data', 'an object')];
  return Object.entries({ tiles, availableFilters })
    .filter(([, value]) => !Array.isArray(value))
    .map(([member]) => malformedMember(place, member, 'a list'));
}

function duplicates({ id }: JsonObject, index: EntityIndex): Problem[] {
  const lines = typeof id === 'string' ? (index.byId(id)?.lines ?? []) : [];
  return lines.length > 1 ? [duplicateId(id as string, lines)] : [];
}

/** A version that is missing or invalid is 0, as in Camunda Optimize. */
function versionOf({ sourceIndexVersion = null }: JsonObject): number {
  return isVersion(sourceIndexVersion) ? sourceIndexVersion : 0;
}

/** Removes the XML: it belongs to the definition, and each report repeats it. */
function withoutXml(spec: JsonObject): { spec: JsonObject; hasXml: boolean } {
  const { data } = spec;
  const configuration = isJsonObject(data) ? data['configuration'] : undefined;
  if (!isJsonObject(data) || !isJsonObject(configuration)) return { spec, hasXml: false };
  const { xml, ...rest } = configuration;
  // Any other value is not XML, and is kept.
  if (typeof xml !== 'string' && xml !== null) return { spec, hasXml: false };
  return { spec: { ...spec, data: { ...data, configuration: rest } }, hasXml: xml !== null };
}
