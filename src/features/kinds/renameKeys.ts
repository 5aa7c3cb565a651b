/**
 * Renames keys of an object that are names of resources. Two keys never become one, because the value of one of them would be
 * lost: a key whose new name is in use already, by a key that stays or by an earlier key that gets the same name, stays as it is.
 * Names that change places (a to b and b to a) are no collision.
 */
import type { JsonObject } from '../../shared/json.js';
import type { NewNameOf } from './kind.js';

/** Gives the new name of each key that can be renamed without a collision. */
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
  // A key that has to stay takes its own name, which may refuse others in turn; each key is refused at most once.
  for (let name = taken.pop(); name !== undefined; name = taken.pop()) refuse(claimantsByName.get(name) ?? []);
  return newKeyByKey;
}

/** The object with its keys renamed, in the same order; itself when none is. */
export function renameKeys(object: JsonObject, newNameOf: NewNameOf): JsonObject {
  return applyKeyRenames(object, planKeyRenames(Object.keys(object), newNameOf));
}

/** Applies what {@link planKeyRenames} gave. */
export function applyKeyRenames(object: JsonObject, newKeyByKey: ReadonlyMap<string, string>): JsonObject {
  if (newKeyByKey.size === 0) return object;
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [newKeyByKey.get(key) ?? key, value]));
}
