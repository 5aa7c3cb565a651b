/**
 * The name of the resource that an object entry is: `Definition/code`, and of an entry of a site or an asset library
 * `Definition@site/code`. The definition stands without `C_`, and its name has neither mark; `%` and `/` in the name of a site are written
 * as in an address, so that what comes after the first slash is the external reference code.
 */
import { lostNumber } from '../../../../shared/exactNumbers.js';
import type { JsonObject, JsonValue } from '../../../../shared/json.js';
import { ownMember } from '../../objectCopies.js';

/** Members that say which site an entry is of, the one that counts most first; settings of batch files have the first two. */
export const siteMembers = ['siteExternalReferenceCode', 'assetLibraryExternalReferenceCode', 'scopeKey'] as const;
export type SiteMember = (typeof siteMembers)[number];

/** The members that name the site of an entry of a definition with this scope, the usual one first; none where nothing is of a site. */
export function siteMembersOf(scope: JsonValue | undefined): readonly SiteMember[] {
  if (scope === 'site') return ['siteExternalReferenceCode', 'scopeKey'];
  return scope === 'depot' ? ['assetLibraryExternalReferenceCode', 'scopeKey'] : [];
}

/** Numbers by which a source knows the site of an entry; elsewhere they mean nothing. */
export const siteNumbers = ['siteId', 'assetLibraryId', 'scopeId', 'groupId'] as const;

/** Settings of a batch file that state the site of all of its entries, the one that counts most first, and the member each becomes. */
export const siteSettings = [
  { key: 'siteExternalReferenceCode', member: 'siteExternalReferenceCode' },
  { key: 'siteId', member: 'siteExternalReferenceCode', mayBeNumber: true },
  { key: 'assetLibraryExternalReferenceCode', member: 'assetLibraryExternalReferenceCode' },
  { key: 'assetLibraryId', member: 'assetLibraryExternalReferenceCode', mayBeNumber: true },
  { key: 'scopeKey', member: 'scopeKey' },
] as const satisfies readonly { key: string; member: SiteMember; mayBeNumber?: true }[];

const mark = '@';

export function entryName(definition: string, erc: string, site?: string): string {
  return site === undefined ? `${definition}/${erc}` : `${definition}${mark}${written(site)}/${erc}`;
}

/** Whether a value names a site: a text that is not blank. */
export function isSiteName(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '' && lostNumber(value) === undefined;
}

/** Which member of an entry says its site; the same code on two sites is two entries. */
export function siteMemberOf(entry: JsonObject): SiteMember | undefined {
  return siteMembers.find((member) => isSiteName(ownMember(entry, member)));
}

/** The site that an entry says it is of. */
export function siteOfEntry(entry: JsonObject): string | undefined {
  const member = siteMemberOf(entry);
  return member === undefined ? undefined : (entry[member] as string);
}

/** What the name of an entry says of its definition and its site. */
export function ownerInName(name: string): { definition: string; site: string | undefined } {
  const [owner = ''] = name.split('/', 1);
  const at = owner.indexOf(mark);
  return at === -1
    ? { definition: owner, site: undefined }
    : {
        definition: owner.slice(0, at),
        site: owner
          .slice(at + mark.length)
          .replaceAll('%2F', '/')
          .replaceAll('%25', '%'),
      };
}

/** The external reference code in the name of an entry. A code may hold slashes, the name of a definition may not. */
export function codeInName(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

/** What stands between the marks of any name, as `SqlConnection.siteInName` gives it: resources of one code differ in it. */
export function siteInName(name: string): string {
  const [slashAt, markAt] = [name.indexOf('/'), name.indexOf(mark)];
  return markAt !== -1 && markAt < slashAt ? name.slice(markAt, slashAt) : '';
}

function written(site: string): string {
  return site.replaceAll('%', '%25').replaceAll('/', '%2F');
}
