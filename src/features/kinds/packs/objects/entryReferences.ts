/**
 * Finds the references of an entry without its definition: parents under `r_<relationship>_c_<parent>ERC`, with a lower-case
 * first letter of the parent's definition; accounts, users and entries of system objects under keys without `c_`. Names of
 * definitions start with a capital letter, so the key gives the definition, except for names that start with several
 * (`FAQEntry` becomes `faqEntry`): only the shape of the entry resolves these.
 */
import type { JsonObject } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import type { FoundReference } from '../../foundReference.js';
import type { NewNameOf } from '../../kind.js';
import { mapMembers } from '../../objectCopies.js';
import { codeInName, entryName, siteOfEntry } from './entryName.js';

/** Indexes of the declarations in `references` of the kind. */
export const entryDeclarations = { parent: 0, external: 1 } as const;

const parentKey = /^r_\w+_c_([A-Za-z0-9]+)ERC$/;
const anyErcKey = /^r_\w+ERC$/;
const anyIdKey = /^r_\w+Id$/;

/** Whether a key refers to a parent that cannot be an entry of a definition. */
function isExternalKey(key: string): boolean {
  return anyErcKey.test(key) && !parentKey.test(key);
}

/** Whether a key is the generated key for a parent's numeric id. */
export function isGeneratedIdKey(key: string): boolean {
  return anyIdKey.test(key);
}

/** Whether a key is the generated key for a parent's code. */
export function isGeneratedErcKey(key: string): boolean {
  return anyErcKey.test(key);
}

/** Finds parents under generated keys; the parent of an entry of a site has the same site. */
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

/** The rewriter for `findParentEntries`: the value is only the code. */
export function rewriteParentEntries(spec: JsonObject, newNameOf: NewNameOf): JsonObject {
  const site = siteOfEntry(spec);
  return mapMembers(spec, (value, key) => {
    const definition = typeof value === 'string' && value !== '' ? definitionOfKey(key) : undefined;
    const newName = definition === undefined ? undefined : newNameOf(entryName(definition, value as string, site));
    return newName === undefined ? value : codeInName(newName);
  });
}

/** Finds external parents, such as accounts and users. */
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
