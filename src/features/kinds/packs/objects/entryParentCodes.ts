/**
 * The code of a parent in the spellings that the product accepts: the generated key, the relationship followed by ERC, and a
 * nested parent.
 */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { toPointer } from '../../../../shared/jsonPointer.js';
import type { KindReference } from '../../foundReference.js';
import { entryName, siteOfEntry } from './entryName.js';
import type { EntryParent } from './entryParents.js';
import { definitionOfKey, entryDeclarations, isGeneratedErcKey } from './entryReferences.js';

/** The code of the parent, from the first spelling that has one, and its place. */
export function parentErc(
  { ercKey, relationship }: EntryParent,
  entry: JsonObject,
): { erc: string; at: string } | undefined {
  const direct = ownText(entry, ercKey);
  if (direct !== undefined) return { erc: direct, at: `/${ercKey}` };
  const bareKey = `${relationship}ERC`;
  const bare = ownText(entry, bareKey);
  if (bare !== undefined) return { erc: bare, at: `/${bareKey}` };
  const nested = entry[relationship];
  const erc = isJsonObject(nested) ? ownText(nested, 'externalReferenceCode') : undefined;
  return erc === undefined ? undefined : { erc, at: `/${relationship}/externalReferenceCode` };
}

function ownText(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** All references of an entry: its known parents in every spelling, and others under generated keys. */
export function referencesOf(
  entry: JsonObject,
  parents: readonly EntryParent[],
  ercKeys: ReadonlySet<string>,
): KindReference[] {
  const found: KindReference[] = [];
  const site = siteOfEntry(entry);
  for (const parent of parents) {
    const code = parentErc(parent, entry);
    if (code) found.push(referenceTo(parent, { ...code, site }));
  }
  for (const key in entry) {
    if (!key.startsWith('r_') || ercKeys.has(key)) continue;
    const value = entry[key];
    const reference =
      typeof value === 'string' && value !== '' ? generatedReference(key, { erc: value, site }) : undefined;
    if (reference) found.push(reference);
  }
  return found;
}

interface NamedParent {
  erc: string;
  site: string | undefined;
}

function referenceTo({ definition }: EntryParent, { erc, at, site }: NamedParent & { at: string }): KindReference {
  return definition === undefined
    ? { declarationIndex: entryDeclarations.external, at, name: erc }
    : { declarationIndex: entryDeclarations.parent, at, name: entryName(definition, erc, site) };
}

/** The reference of a generated key, even if the definition does not list it. */
function generatedReference(key: string, { erc, site }: NamedParent): KindReference | undefined {
  const definition = definitionOfKey(key);
  if (definition !== undefined) {
    return { declarationIndex: entryDeclarations.parent, at: toPointer([key]), name: entryName(definition, erc, site) };
  }
  return isGeneratedErcKey(key)
    ? { declarationIndex: entryDeclarations.external, at: toPointer([key]), name: erc }
    : undefined;
}

/**
 * Replaces other spellings of a parent by the generated key, and removes its numeric id. A spelling that names another parent stays: it is a
 * fault of the entry.
 */
export function normalizeParent(entry: JsonObject, parent: EntryParent): JsonObject {
  const { ercKey, relationship, idKey } = parent;
  const nested = isJsonObject(entry[relationship]) ? entry[relationship] : undefined;
  const found = parentErc(parent, entry);
  const isSame = (erc: string | undefined): boolean => erc === undefined || erc === found?.erc;
  const others = [
    ...(isSame(ownText(entry, `${relationship}ERC`)) ? [`${relationship}ERC`] : []),
    idKey,
    ...(nested !== undefined && isSame(ownText(nested, 'externalReferenceCode')) ? [relationship] : []),
  ].filter((key) => key !== ercKey && Object.hasOwn(entry, key));
  if (others.length === 0) return entry;
  const kept = Object.entries(entry).filter(([key]) => !others.includes(key));
  return { ...Object.fromEntries(kept), ...(found && { [ercKey]: found.erc }) };
}
