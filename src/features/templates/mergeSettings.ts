import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';

/** Settings as a request has them: what is undefined was not given, what is null was given as "not as the template has it". */
export type GivenSettings = Readonly<Record<string, unknown>>;

/** What a template adds to the settings that were given: whatever they do not name, member by member; lists are one member. */
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

/** The given settings and, behind them, what a template adds. */
export function mergeSettings(used: JsonObject, given: GivenSettings): JsonObject {
  const merged: Record<string, unknown> = { ...used };
  for (const [name, value] of Object.entries(given)) {
    const below = used[name];
    if (value === undefined) continue;
    merged[name] = isJsonObject(below) && isJsonObject(value) ? mergeSettings(below, value) : value;
  }
  return merged as JsonObject;
}
