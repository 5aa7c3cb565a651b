/**
 * Renames keys of an object that are names of resources. Two keys never become one, because a value would be lost: if the new
 * name is already used, by a key that is kept or an earlier renamed key, the key keeps its name. Swapped names (a to b and b to
 * a) do not collide.
 */
import type { JsonObject } from '../../shared/json.js';
import type { NewNameOf } from './kind.js';

/** The new name of each key that can be renamed without a collision. */
export function planKeyRenames(keys: readonly string[], newNameOf: NewNameOf): ReadonlyMap<string, string> {
  const newKeyByKey = new Map<string, string>();
  const claimantsByName = new Map<string, string[]>();
  const taken: string[] = [];
  for (const key of keys) {
    const newKey = newNameOf(key) ?? key;
    if (newKey === key) {
      taken.push(key);
      continue;
    }
    newKeyByKey.set(key, newKey);
    const claimants = claimantsByName.get(newKey);
    if (claimants) claimants.push(key);
    else claimantsByName.set(newKey, [key]);
  }
  const refuse = (claimants: readonly string[]) => {
    for (const key of claimants) if (newKeyByKey.delete(key)) taken.push(key);
  };
  for (const claimants of claimantsByName.values()) refuse(claimants.slice(1));
  // A key that keeps its name may prevent other renames in turn; each key is refused at most once.
  for (let name = taken.pop(); name !== undefined; name = taken.pop()) refuse(claimantsByName.get(name) ?? []);
  return newKeyByKey;
}

/** The object with renamed keys, in the same order; the object itself if nothing changes. */
export function renameKeys(object: JsonObject, newNameOf: NewNameOf): JsonObject {
  return applyKeyRenames(object, planKeyRenames(Object.keys(object), newNameOf));
}

/** Applies the result of {@link planKeyRenames}. */
export function applyKeyRenames(object: JsonObject, newKeyByKey: ReadonlyMap<string, string>): JsonObject {
  if (newKeyByKey.size === 0) return object;
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [newKeyByKey.get(key) ?? key, value]));
}
