/**
 * The name of an object entry: `Definition/code`; for an entry of a site or asset library, `Definition@site/code`. The
 * definition is written without `C_` and contains neither mark. `%` and `/` in the name of a site are percent-encoded, so the
 * external reference code is everything after the first slash.
 */
import { lostNumber } from '../../../../shared/exactNumbers.js';
import type { JsonObject, JsonValue } from '../../../../shared/json.js';
import { ownMember } from '../../objectCopies.js';

/** Members that name the site of an entry, in order of precedence; settings of batch files have the first two. */
export const siteMembers = ['siteExternalReferenceCode', 'assetLibraryExternalReferenceCode', 'scopeKey'] as const;
export type SiteMember = (typeof siteMembers)[number];

/**
 * The members that name the site of an entry, for a definition with this scope, the usual one first; empty for a scope without
 * sites.
 */
export function siteMembersOf(scope: JsonValue | undefined): readonly SiteMember[] {
  if (scope === 'site') return ['siteExternalReferenceCode', 'scopeKey'];
  return scope === 'depot' ? ['assetLibraryExternalReferenceCode', 'scopeKey'] : [];
}

/** Numeric ids of a site, valid only in the source. */
export const siteNumbers = ['siteId', 'assetLibraryId', 'scopeId', 'groupId'] as const;

/** Settings of a batch file for the site of all its entries, in order of precedence, with the member that each one sets. */
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

/** The member that names the site of an entry. The same code on two sites means two entries. */
export function siteMemberOf(entry: JsonObject): SiteMember | undefined {
  return siteMembers.find((member) => isSiteName(ownMember(entry, member)));
}

/** The site of an entry. */
export function siteOfEntry(entry: JsonObject): string | undefined {
  const member = siteMemberOf(entry);
  return member === undefined ? undefined : (entry[member] as string);
}

/** The definition and the site in the name of an entry. */
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

/** The external reference code in the name of an entry. It may contain slashes; the name of a definition may not. */
export function codeInName(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

/** The site in a name, like `siteInName` in SQL (src/database/sqlFunctions.ts): it distinguishes resources with the same code. */
export function siteInName(name: string): string {
  const [slashAt, markAt] = [name.indexOf('/'), name.indexOf(mark)];
  return markAt !== -1 && markAt < slashAt ? name.slice(markAt, slashAt) : '';
}

function written(site: string): string {
  return site.replaceAll('%', '%25').replaceAll('/', '%2F');
}
