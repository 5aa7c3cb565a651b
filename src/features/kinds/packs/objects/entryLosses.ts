/**
 * Removes from an entry what is valid only in its source: bound members that are no fields of its definition, numeric ids of
 * parents, other members of nested parents, and documents of attachments, which no file contains. Everything is reported.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { isNumberId, withoutBound, type BoundShape } from '../../boundShape.js';
import type { Loss } from '../../leftOut.js';
import { mapMember, mapMembers, ownMember } from '../../objectCopies.js';
import { textMember } from '../../specParts.js';
import { boundOfEntries } from './boundShapes.js';
import { siteMemberOf, siteMembers, siteMembersOf, siteNumbers, type SiteMember } from './entryName.js';
import type { EntryField } from './entryFields.js';
import { parentErc } from './entryParentCodes.js';
import { isAbsent } from './entryVisits.js';
import type { EntryParent } from './entryParents.js';

type Tell = (loss: Loss) => void;

/** In files of client extensions, this replaces the content of a document that is packed beside them. */
const contentBeside = '@batch_object_entry_file_base64@';

/** A function that removes these values from entries of a definition, and reports them. */
export function entryLosses(
  definition: JsonObject,
  fields: readonly EntryField[],
  parents: readonly EntryParent[],
): (entry: JsonObject, tell: Tell) => JsonObject {
  const fieldNames = new Set(fields.map(({ name }) => name));
  const bound: BoundShape = boundOfEntries(fieldNames);
  const hasNoSites = definition['scope'] === 'company';
  const [siteMember] = siteMembersOf(definition['scope']);
  const numbers = siteNumbers.filter((name) => !fieldNames.has(name));
  const attachments = fields.filter(({ type }) => type === 'Attachment').map(({ name }) => name);
  return (entry, tell) => {
    let kept = parents.reduce((current, parent) => withoutNumber(current, parent, tell), entry);
    const isOnSite = hasNoSites || siteMemberOf(entry) !== undefined;
    kept = withoutBound(kept, bound, isOnSite ? tell : tellOfSite(numbers, tell));
    if (!isOnSite && siteMember !== undefined) tellNoSite(entry, { siteMember, numbers }, tell);
    for (const parent of parents) tellNested(kept, parent, tell);
    if (hasNoSites) kept = withoutSite(kept, fieldNames, tell);
    return attachments.reduce((current, name) => withoutDocument(current, name, tell), kept);
  };
}

/** The numeric id of a parent is removed: it is valid only in its source. */
function withoutNumber(entry: JsonObject, parent: EntryParent, tell: Tell): JsonObject {
  const { idKey, ercKey } = parent;
  const value = Object.hasOwn(entry, idKey) ? entry[idKey] : undefined;
  if (value === undefined || !isNumberId(value)) return entry;
  const isNamed = parentErc(parent, entry) !== undefined || Number(value) === 0;
  tell({ path: [idKey], value, ...(isNamed ? { cause: 'ID' } : { cause: 'TARGET', namedBy: ercKey }) });
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== idKey));
}

/** The numeric id of a site is valid only in its source. */
function tellOfSite(numbers: readonly string[], tell: Tell): Tell {
  return (loss) => {
    const isSite = loss.cause === 'ID' && loss.path.length === 1 && numbers.includes(loss.path[0] ?? '');
    tell(isSite && Number(loss.value) !== 0 ? { ...loss, cause: 'SITE_BY_NUMBER' } : loss);
  };
}

/** An entry without a site is another one than with a site. A number, or an invalid value, is reported as such. */
function tellNoSite(
  entry: JsonObject,
  { siteMember, numbers }: { siteMember: SiteMember; numbers: readonly string[] },
  tell: Tell,
): void {
  const isStated = (name: string): boolean => !isAbsent(ownMember(entry, name));
  if (siteMembers.some(isStated) || numbers.some((name) => isStated(name) && Number(entry[name]) !== 0)) return;
  const blank = siteMembers.find((member) => Object.hasOwn(entry, member));
  tell({ cause: 'NO_SITE', path: [blank ?? siteMember], value: null });
}

/** Entries of a company-scoped definition have no site: with a site, each would be another entry. */
function withoutSite(entry: JsonObject, fieldNames: ReadonlySet<string>, tell: Tell): JsonObject {
  const members = siteMembers.filter((member) => Object.hasOwn(entry, member) && !fieldNames.has(member));
  if (members.length === 0) return entry;
  for (const member of members) {
    const value = entry[member] ?? null;
    tell({ cause: value === null || value === '' ? 'EMPTY' : 'SITE', path: [member], value });
  }
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !members.some((member) => member === key)));
}

/** Reports the members of a nested parent: only its code is kept, see `normalizeParent`. */
function tellNested(entry: JsonObject, { relationship, ercKey }: EntryParent, tell: Tell): void {
  const nested = Object.hasOwn(entry, relationship) ? entry[relationship] : undefined;
  if (!isJsonObject(nested)) return;
  const isNamed = textMember(nested, 'externalReferenceCode') !== undefined;
  for (const [key, value] of Object.entries(nested)) {
    if (key === 'externalReferenceCode' || value === null) continue;
    const isTarget = key === 'id' && !isNamed && textMember(entry, ercKey) === undefined && isNumberId(value);
    const path = [relationship, key];
    tell(
      isTarget ? { cause: 'TARGET', path, value, namedBy: 'externalReferenceCode' } : { cause: 'NESTED', path, value },
    );
  }
}

/** Handles the attachment and its translations. */
function withoutDocument(entry: JsonObject, name: string, tell: Tell): JsonObject {
  const direct = mapMember(entry, name, (value) => withoutDocumentId(value, [name], tell));
  const inLanguages = `${name}_i18n`;
  return mapMember(direct, inLanguages, (texts) =>
    isJsonObject(texts)
      ? mapMembers(texts, (value, language) => withoutDocumentId(value, [inLanguages, language], tell))
      : texts,
  );
}

function withoutDocumentId(value: JsonValue, path: string[], tell: Tell): JsonValue {
  if (!isJsonObject(value)) return value;
  const { id = null } = value;
  const hasId = isNumberId(id) && Number(id) !== 0;
  const content = textMember(value, 'fileBase64');
  const name = textMember(value, 'name') ?? path.at(-1) ?? '';
  const isNamed = textMember(value, 'externalReferenceCode') !== undefined;
  if (content !== undefined) {
    tell({ cause: content.includes(contentBeside) ? 'DOCUMENT_BESIDE' : 'DOCUMENT_INSIDE', path, value: name });
  } else if (!isNamed)
    tell({ cause: hasId ? 'DOCUMENT_BY_NUMBER' : 'DOCUMENT_BY_NAME', path, value: hasId ? id : name });
  if (!isNumberId(id)) return value;
  if (content !== undefined || isNamed || !hasId) tell({ cause: 'ID', path: [...path, 'id'], value: id });
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'id'));
}
