/**
 * What an entry names by itself: parents under `r_<relationship>_c_<parent>ERC`, where the parent's definition is written with a small
 * letter; accounts, users and entries of the product's own objects under keys without `c_`. Names of definitions start with a capital,
 * so that the key tells the definition, but for one whose name starts with several (`FAQEntry` is `faqEntry` there): an entry shape
 * knows it exactly.
 */
import type { JsonObject } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import type { FoundReference } from '../../foundReference.js';
import type { NewNameOf } from '../../kind.js';
import { mapMembers } from '../../objectCopies.js';
import { codeInName, entryName, siteOfEntry } from './entryName.js';

/** Where the declarations of the kind stand in its `references`. */
export const entryDeclarations = { parent: 0, external: 1 } as const;

const parentKey = /^r_\w+_c_([A-Za-z0-9]+)ERC$/;
const anyErcKey = /^r_\w+ERC$/;
const anyIdKey = /^r_\w+Id$/;

/** Whether a key names a parent that can't be an entry of a definition. */
function isExternalKey(key: string): boolean {
  return anyErcKey.test(key) && !parentKey.test(key);
}

/** Whether a key is one that the product generates for a parent's number. */
export function isGeneratedIdKey(key: string): boolean {
  return anyIdKey.test(key);
}

/** Whether a key is one that the product generates for a parent's code. */
export function isGeneratedErcKey(key: string): boolean {
  return anyErcKey.test(key);
}

/** Parents under the keys that the product itself writes; the parent of an entry of a site is of the same site. */
export function findParentEntries(spec: JsonObject): FoundReference[] {
  const found: FoundReference[] = [];
  const site = siteOfEntry(spec);
  for (const key of Object.keys(spec)) {
    const value = key.startsWith('r_') ? spec[key] : undefined;
    const definition = typeof value === 'string' && value !== '' ? definitionOfKey(key) : undefined;
    if (definition !== undefined)
      found.push({ at: toPointer([key]), name: entryName(definition, value as string, site) });
  }
  return found;
}

/** The rewriter that belongs to it: what stands at the place is the code alone. */
export function rewriteParentEntries(spec: JsonObject, newNameOf: NewNameOf): JsonObject {
  const site = siteOfEntry(spec);
  return mapMembers(spec, (value, key) => {
    const definition = typeof value === 'string' && value !== '' ? definitionOfKey(key) : undefined;
    const newName = definition === undefined ? undefined : newNameOf(entryName(definition, value as string, site));
    return newName === undefined ? value : codeInName(newName);
  });
}

/** Accounts, users and the like. */
export function findExternalParents(spec: JsonObject): FoundReference[] {
  return Object.entries(spec).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' && isExternalKey(key) ? [{ at: toPointer([key]), name: value }] : [],
  );
}

/** `r_applicationToValidations_c_distributorApplicationERC` names an entry of `DistributorApplication`. */
export function definitionOfKey(key: string): string | undefined {
  const parent = parentKey.exec(key)?.[1];
  return parent === undefined ? undefined : capitalized(parent);
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
