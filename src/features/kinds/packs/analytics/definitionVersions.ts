/** The versions of a definition that a report uses, and their XML. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { ownMember } from '../../objectCopies.js';
import { textsAt } from '../../specParts.js';

/** The XML of every used version that exists; undefined if one of them has no known XML, or none exists. */
export function xmlOfVersions(definition: JsonObject, versions: readonly string[]): string[] | undefined {
  const meant = meantVersions(definition, versions).map((version) => xmlOf(definition, version));
  const known = meant.filter((xml) => xml !== undefined);
  return known.length > 0 && known.length === meant.length ? known : undefined;
}

/** The XML of the newest used version with known XML. */
export function newestXml(definition: JsonObject, versions: readonly string[]): string | undefined {
  for (const version of meantVersions(definition, versions)) {
    const xml = xmlOf(definition, version);
    if (xml !== undefined) return xml;
  }
  return undefined;
}

/** The used versions that exist, newest first: `all`, `latest`, or the listed ones. */
function meantVersions(definition: JsonObject, versions: readonly string[]): string[] {
  const existing = textsAt(definition, '/versions/*')
    .map(({ text }) => text)
    .sort((one, other) => other.localeCompare(one, 'en', { numeric: true }));
  if (versions.includes('all')) return existing;
  if (versions.includes('latest')) return existing.slice(0, 1);
  const listed = new Set(versions);
  return existing.filter((version) => listed.has(version));
}

function xmlOf(definition: JsonObject, version: string): string | undefined {
  const xml = ownMember(definition, 'xml');
  const text = isJsonObject(xml) ? ownMember(xml, version) : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
