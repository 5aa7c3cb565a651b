/**
 * Compares two versions of a definition, and lays parts over one. On an update, the product deletes what the file lacks:
 * fields by name (except system fields and generated fields), relationships by name, actions and validation rules by external
 * reference code; it replaces layouts and views if the file contains the list. Here, a field with the same code and another
 * name is a rename, and loses nothing.
 */
import type { JsonObject } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import type { PartChanges } from '../../partChanges.js';
import { comparePartLists, type PartList } from '../../partLists.js';
import { overlayDefinitionPart } from './overlayDefinitionPart.js';
import { tightenedFields } from './tightenedFields.js';

const partLists = [
  {
    at: ['objectFields'],
    title: 'field',
    identity: ['externalReferenceCode', 'name'],
    isSpared: (field: JsonObject) => field['system'] === true || field['businessType'] === 'Relationship',
  },
  { at: ['objectRelationships'], title: 'relationship', identity: ['name'] },
  { at: ['objectActions'], title: 'action', identity: ['externalReferenceCode', 'name'] },
  { at: ['objectValidationRules'], title: 'validation rule', identity: ['externalReferenceCode', 'name'] },
  { at: ['objectLayouts'], title: 'layout', identity: ['externalReferenceCode', 'name'], isKeptWhenAbsent: true },
  { at: ['objectViews'], title: 'view', identity: ['externalReferenceCode', 'name'], isKeptWhenAbsent: true },
] as const satisfies readonly PartList[];

/** Compares the parts of a definition before and after an update. */
export function compareDefinitions(before: JsonObject, after: JsonObject): PartChanges {
  return { ...comparePartLists(before, after, partLists), tightened: tightenedFields(before, after) };
}

const overlaidLists = partLists.map(({ at, identity }) => ({ at: toPointer(at), by: identity }));

/**
 * Lays a patch over a definition: its members replace the existing ones; in lists of parts, each part is laid over the
 * matching one, and new ones are appended. Nothing is removed, and null is ignored.
 */
export function overlayDefinition(before: JsonObject, patch: JsonObject): JsonObject {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
  return overlayDefinitionPart(before, given, { lists: overlaidLists, onMatch: 'PATCH' }).spec;
}
