/**
 * What an overwrite of a definition takes away, and how some of its parts are laid over the rest. The product deletes what is absent
 * from the file without asking: fields by name (system fields and those of relationships are spared), relationships by name, actions
 * and validation rules by external reference code; layouts and views are made anew, but only when the file has the list at all. Here
 * a field that keeps its code and has another name is a rename and loses nothing.
 */
import type { JsonObject } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import type { PartChanges } from '../../partChanges.js';
import { comparePartLists, type PartList } from '../../partLists.js';
import { mergeDefinitionPart } from './mergeDefinitionPart.js';
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

/** What becomes of the parts of a definition when `after` takes the place of `before`. */
export function compareDefinitions(before: JsonObject, after: JsonObject): PartChanges {
  return { ...comparePartLists(before, after, partLists), tightened: tightenedFields(before, after) };
}

const mergedLists = partLists.map(({ at, identity }) => ({ at: toPointer(at), by: identity }));

/**
 * Lays a patch over a definition: its members replace those of before; in lists of parts, each part of the patch is laid over the one
 * that it is, and new ones come last. Nothing is ever taken away, and null says nothing.
 */
export function mergeDefinition(before: JsonObject, patch: JsonObject): JsonObject {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
  return mergeDefinitionPart(before, given, { lists: mergedLists, merge: 'PATCH' }).spec;
}
