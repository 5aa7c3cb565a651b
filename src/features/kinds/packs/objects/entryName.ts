/**
 * The name of the resource that an object entry is: `Definition/code`, and of an entry of a site or an asset library
 * `Definition@site/code`. The definition stands without `C_`, and its name has neither mark; `%` and `/` in the name of a site are written
 * as in an address, so that what comes after the first slash is the external reference code.
 */
import type { JsonObject } from '../../../../shared/json.js';

/** Members that say which site an entry is of, the one that counts most first; settings of batch files have the first two. */
export const siteMembers = ['siteExternalReferenceCode', 'assetLibraryExternalReferenceCode', 'scopeKey'] as const;
export type SiteMember = (typeof siteMembers)[number];

/** How a batch file says it for all of its entries: by the code, or by a setting that takes the key or the number too. */
export const siteSettings = [
  { code: 'siteExternalReferenceCode', key: 'siteId' },
  { code: 'assetLibraryExternalReferenceCode', key: 'assetLibraryId' },
] as const satisfies readonly { code: SiteMember; key: string }[];

const mark = '@';

export function entryName(definition: string, erc: string, site?: string): string {
  return site === undefined ? `${definition}/${erc}` : `${definition}${mark}${written(site)}/${erc}`;
}

/** Which member of an entry says its site; the same code on two sites is two entries. */
export function siteMemberOf(entry: JsonObject): SiteMember | undefined {
  return siteMembers.find((member) => {
    const value = Object.hasOwn(entry, member) ? entry[member] : undefined;
    return typeof value === 'string' && value !== '';
  });
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

/** What stands between the marks of any name, as `SqlConnection.siteInName` gives it: resources of one code differ in it. */
export function siteInName(name: string): string {
  const [slashAt, markAt] = [name.indexOf('/'), name.indexOf(mark)];
  return markAt !== -1 && markAt < slashAt ? name.slice(markAt, slashAt) : '';
}

function written(site: string): string {
  return site.replaceAll('%', '%25').replaceAll('/', '%2F');
}
