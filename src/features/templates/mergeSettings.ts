import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';

/** The settings of a request: undefined means not given, null means "ignore the value of the template". */
export type GivenSettings = Readonly<Record<string, unknown>>;

/** The settings that a template adds to those given: every member that they do not have; a list is one member. */
export function membersInUse(saved: JsonObject, given: GivenSettings): JsonObject {
  const used: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(saved)) {
    const other = given[name];
    if (value === null) continue;
    if (other === undefined) used.push([name, value]);
    else if (isJsonObject(value) && isJsonObject(other)) used.push([name, membersInUse(value, other)]);
  }
  return Object.fromEntries(used);
}

/** The given settings, completed by those of a template. */
export function mergeSettings(used: JsonObject, given: GivenSettings): JsonObject {
  const merged: Record<string, unknown> = { ...used };
  for (const [name, value] of Object.entries(given)) {
    const below = used[name];
    if (value === undefined) continue;
    merged[name] = isJsonObject(below) && isJsonObject(value) ? mergeSettings(below, value) : value;
  }
  return merged as JsonObject;
}
