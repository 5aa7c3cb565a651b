import { canonicalJson } from '../../../shared/canonicalJson.js';
import { exactJson } from '../../../shared/exactNumbers.js';
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { BundleSource } from '../format.js';
import { quote } from '../scanning/fileProblems.js';

/** Value of `format` in every bundle. */
export const bundleFormat = 'waybill/bundle';

/** The one version of the bundle format that is written and read. */
export const bundleFormatVersion = 1;

/**
 * Member of the header of a bundle that was made for a person to change: `true`. It gives neither count nor digests, since they would not
 * hold, and its records may carry `problems`, which are not read.
 */
export const draftMember = 'isDraft';

/** Something that must exist in the target before a bundle is imported, and does not travel in it. */
export interface BundleRequirement {
  /** Names of the kinds that may be meant, most likely first. */
  kinds: string[];
  name: string;
  /** `REQUIRED`, `ADVISED`, or `INCLUDED` for what would have travelled and was left out. */
  requirement: string;
  /** Resources of the bundle that need it, perhaps only the first of many. */
  requiredBy: { kind: string; name: string }[];
  /** How many resources of the bundle need it. */
  requiredByCount?: number;
}

/**
 * The part of the header that the bundle's digest covers. When and by whom it was exported is left out, so that the same content has the same
 * digest. Works on the members as a file gives them, known or not.
 */
export function digestedHeader(header: {
  source: JsonValue;
  requirements: JsonValue;
  formatVersion: JsonValue;
}): string {
  const source: JsonObject = isJsonObject(header.source) ? { ...header.source } : {};
  delete source['exportedAt'];
  delete source['exportedBy'];
  return canonicalJson({ ...header, format: bundleFormat, source });
}

/** The source of files that do not say where they came from. */
export const unknownSource: BundleSource = {
  instance: null,
  project: null,
  branch: null,
  exportedAt: null,
  exportedBy: null,
};

/** Reads the member `source`. What is absent, or not of the right shape, is null: it is only ever shown and compared. */
export function readSource(value: JsonValue | undefined): BundleSource {
  if (!isJsonObject(value)) return unknownSource;
  return {
    instance: readInstance(value['instance']),
    project: readProject(value['project']),
    branch: textOrNull(value['branch']),
    exportedAt: textOrNull(value['exportedAt']),
    exportedBy: textOrNull(value['exportedBy']),
  };
}

/** Reads `{ id, name }`; null unless both are texts. */
export function readInstance(value: JsonValue | undefined): BundleSource['instance'] {
  if (!isJsonObject(value)) return null;
  const { id, name } = value;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}

/** Reads `{ id, key, name }`; null unless all are texts. */
export function readProject(value: JsonValue | undefined): BundleSource['project'] {
  if (!isJsonObject(value)) return null;
  const { id, key, name } = value;
  return typeof id === 'string' && typeof key === 'string' && typeof name === 'string' ? { id, key, name } : null;
}

/** Members that a source, and what it names, may have. */
const membersOfSource: Readonly<Record<string, readonly string[]>> = {
  '': ['instance', 'project', 'branch', 'exportedAt', 'exportedBy'],
  instance: ['id', 'name'],
  project: ['id', 'key', 'name'],
};

/**
 * What of a source, or of an origin, is not read: members that there are not, and those of which nothing is made because they are of another
 * form. `more`: members beside those of a source.
 */
export function unreadOfSource(value: JsonValue | undefined, more: readonly string[] = []): string[] {
  if (value === undefined || value === null) return [];
  if (!isJsonObject(value)) return [''];
  const known = new Set([...(membersOfSource[''] ?? []), ...more]);
  return Object.entries(value).flatMap(([key, member]) => {
    if (!known.has(key)) return [key];
    if (member === null) return [];
    const inner = key === 'instance' || key === 'project' ? membersOfSource[key] : undefined;
    if (inner === undefined) return typeof member === 'string' ? [] : [key];
    if (!isJsonObject(member) || inner.some((name) => typeof member[name] !== 'string')) return [key];
    return Object.keys(member).flatMap((name) => (inner.includes(name) ? [] : [`${key}.${name}`]));
  });
}

/** The value when it is a text, else null. */
export function textOrNull(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Checks `format` and `formatVersion`; undefined when this server reads them. */
export function refuseHeader(format: JsonValue | undefined, version: JsonValue | undefined): Problem | undefined {
  if (format !== bundleFormat) {
    const found = format === undefined ? 'does not state its format' : `states the format ${quote(exactJson(format))}`;
    return errorProblem('FORMAT_UNRECOGNIZED', `The file ${found}; a Waybill bundle has "format": "${bundleFormat}".`, {
      path: ['format'],
    });
  }
  if (version === bundleFormatVersion) return undefined;
  const found = version === undefined ? 'does not state its version' : `has version ${quote(exactJson(version))}`;
  return errorProblem(
    'FORMAT_VERSION_UNSUPPORTED',
    `The bundle ${found}; this server supports version ${bundleFormatVersion}.`,
    { path: ['formatVersion'], fix: `Export it with format version ${bundleFormatVersion}, or update this server.` },
  );
}
