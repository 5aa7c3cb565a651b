/**
 * Lays a part of an object definition over the whole: some of its fields, relationships or layouts. Files of the product may
 * contain such parts alone (classes ObjectField, ObjectRelationship, ObjectLayout …). Other elements are kept in their order;
 * new ones are appended. Nothing is removed.
 */
import { canonicalJson } from '../../../../shared/canonicalJson.js';
import { isJsonObject } from '../../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../../shared/json.js';
import { pointerSegments } from '../../../../shared/jsonPointer.js';

/** A list of the definition, and the members that identify its elements, in order of precedence. */
export interface DefinitionList {
  /** JSON Pointer, e.g. `/objectFields`. */
  at: string;
  by: readonly string[];
}

/** `REPLACE`: an element replaces the matching one. `PATCH`: its members are laid over those of the matching one. */
export type ElementOverlay = 'REPLACE' | 'PATCH';

/** The whole definition, and JSON Pointers to its new and existing elements. */
export interface OverlaidDefinition {
  spec: JsonObject;
  added: string[];
  matched: string[];
}

/**
 * Lays the lists of `part` over those of `definition`; neither is changed. Two elements match if the first member of `by`
 * that both have is equal. Other members of the part replace those of the definition.
 */
export function overlayDefinitionPart(
  definition: JsonObject,
  part: JsonObject,
  { lists, onMatch = 'REPLACE' }: { lists: readonly DefinitionList[]; onMatch?: ElementOverlay },
): OverlaidDefinition {
  const listByKey = new Map(lists.map((list) => [pointerSegments(list.at)[0] ?? '', list]));
  const overlaid: OverlaidDefinition = { spec: { ...definition }, added: [], matched: [] };
  for (const [key, value] of Object.entries(part)) {
    const list = listByKey.get(key);
    if (list === undefined || !Array.isArray(value)) overlaid.spec[key] = value;
    else overlaid.spec[key] = overlayList(definition[key], value, { list, onMatch, overlaid });
  }
  return overlaid;
}

function overlayList(
  existing: JsonValue | undefined,
  changes: readonly JsonValue[],
  { list, onMatch, overlaid }: { list: DefinitionList; onMatch: ElementOverlay; overlaid: OverlaidDefinition },
): JsonValue[] {
  const elements = Array.isArray(existing) ? [...existing] : [];
  const placesByMember = list.by.map((member) => placesOf(elements, member));
  for (const change of changes) {
    const place = list.by.flatMap((member, index) => placesByMember[index]?.get(keyOf(change, member) ?? '') ?? [])[0];
    const at = `${list.at}/${place ?? elements.length}`;
    if (place === undefined) overlaid.added.push(at);
    else overlaid.matched.push(at);
    const before = place === undefined ? undefined : elements[place];
    const after =
      onMatch === 'PATCH' && isJsonObject(before) && isJsonObject(change) ? { ...before, ...change } : change;
    elements[place ?? elements.length] = after;
    const now = place ?? elements.length - 1;
    list.by.forEach((member, index) => placesByMember[index]?.set(keyOf(after, member) ?? `#${now}`, now));
  }
  return elements;
}

function placesOf(elements: readonly JsonValue[], member: string): Map<string, number> {
  return new Map(
    elements.flatMap((element, place) => {
      const key = keyOf(element, member);
      return key === undefined ? [] : [[key, place] as const];
    }),
  );
}

/** Names may be texts, or objects with a text for each language. */
function keyOf(element: JsonValue, member: string): string | undefined {
  const value = isJsonObject(element) ? element[member] : undefined;
  return value === undefined || value === null || value === '' ? undefined : canonicalJson(value);
}
