/** Places where entities refer to each other: tiles of dashboards and combined reports. Files refer by id, specs by name. */
import { analyticsKinds, tileTypes } from '../../kinds/worker.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import type { EntityType } from './entityTypes.js';

/** An id or a name, and its place. */
export interface NamedEntity {
  text: string;
  path: string[];
  /** The expected kind; any report if undefined. */
  kind?: string;
}

/** Returns the replacement of a text, or the text itself to keep it. */
type Replace = (named: NamedEntity) => string;

/** Replaces every text by which an entity refers to another one. */
export function mapReferences({ group, kind }: Pick<EntityType, 'group' | 'kind'>, spec: JsonObject, replace: Replace) {
  if (group === 'dashboard') return mapListAt(spec, 'tiles', (tile, path) => mapTile(tile, path, replace));
  if (kind !== analyticsKinds.combinedReport) return spec;
  const { data } = spec;
  if (!isJsonObject(data)) return spec;
  const combined = mapListAt(data, 'reports', (report, path) =>
    mapId(report, ['data', ...path], (text, at) => replace({ text, path: at, kind: analyticsKinds.processReport })),
  );
  return { ...spec, data: combined };
}

function mapTile(tile: JsonObject, path: string[], replace: Replace): JsonObject {
  if (tile['type'] !== tileTypes.report) return tile;
  return mapId(tile, path, (text, at) => replace({ text, path: at }));
}

function mapId(holder: JsonObject, path: string[], replace: (text: string, path: string[]) => string): JsonObject {
  const { id } = holder;
  return typeof id === 'string' && id !== '' ? { ...holder, id: replace(id, [...path, 'id']) } : holder;
}

function mapListAt(
  holder: JsonObject,
  key: string,
  map: (element: JsonObject, path: string[]) => JsonObject,
): JsonObject {
  const list = holder[key];
  if (!Array.isArray(list)) return holder;
  const mapped = list.map((element, index): JsonValue =>
    isJsonObject(element) ? map(element, [key, String(index)]) : element,
  );
  return { ...holder, [key]: mapped };
}
