import { canonicalJson } from '../../../shared/canonicalJson.js';
import { exactJson } from '../../../shared/exactNumbers.js';
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { errorProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { BundleSource } from '../format.js';
import { quote } from '../scanning/fileProblems.js';

/** Value of the member `format` in every bundle. */
export const bundleFormat = 'waybill/bundle';

/** The only supported version of the bundle format. */
export const bundleFormatVersion = 1;

/**
 * Header member of a bundle that a person is meant to edit; its value is `true`. Such a bundle has no count and no digests, and its
 * records may have a member `problems`, which is not read.
 */
export const draftMember = 'isDraft';

/** A prerequisite: a resource that the bundle does not contain and that must exist in the target before the import. */
export interface BundleRequirement {
  /** Possible kinds, most likely first. */
  kinds: string[];
  name: string;
  /** `REQUIRED`, `ADVISED`, or `INCLUDED` for a dependency that was excluded from the export. */
  requirement: string;
  /** Resources of the bundle that depend on it; at most the first ones. */
  requiredBy: { kind: string; name: string }[];
  /** Number of resources of the bundle that depend on it. */
  requiredByCount?: number;
}

/**
 * The part of the header that the digest covers. Time and person of the export are excluded, so that the same content has the same
 * digest. Unknown members are included, because the digest covers everything in the file.
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

/** The source of files that do not state their source. */
export const unknownSource: BundleSource = {
  instance: null,
  project: null,
  branch: null,
  exportedAt: null,
  exportedBy: null,
};

/** Reads the member `source`. Absent or malformed members become null: the source is only shown and compared. */
export function readSource(value: JsonValue | undefined): BundleSource {
  if (!isJsonObject(value)) return unknownSource;
  return {
    instance: readInstance(value['instance']),
    project: readProject(value['project']),
    branch: textOrNull(value['branch']),
    exportedAt: timeOrNull(value['exportedAt']),
    exportedBy: textOrNull(value['exportedBy']),
  };
}

/** Reads `{ id, name }`; null unless both are strings. */
export function readInstance(value: JsonValue | undefined): BundleSource['instance'] {
  if (!isJsonObject(value)) return null;
  const { id, name } = value;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}

/** Reads `{ id, key, name }`; null unless all are strings. */
export function readProject(value: JsonValue | undefined): BundleSource['project'] {
  if (!isJsonObject(value)) return null;
  const { id, key, name } = value;
  return typeof id === 'string' && typeof key === 'string' && typeof name === 'string' ? { id, key, name } : null;
}

/** Known members of a source and of the objects in it. */
const membersOfSource: Readonly<Record<string, readonly string[]>> = {
  '': ['instance', 'project', 'branch', 'exportedAt', 'exportedBy'],
  instance: ['id', 'name'],
  project: ['id', 'key', 'name'],
};

/**
 * Returns the members of a source, or of an origin, that are not read: unknown members, and members of another type. `more`: known
 * members that a source does not have.
 */
export function unreadOfSource(value: JsonValue | undefined, more: readonly string[] = []): string[] {
  if (value === undefined || value === null) return [];
  if (!isJsonObject(value)) return [''];
  const known = new Set([...(membersOfSource[''] ?? []), ...more]);
  return Object.entries(value).flatMap(([key, member]) => {
    if (!known.has(key)) return [key];
    if (member === null) return [];
    const inner = key === 'instance' || key === 'project' ? membersOfSource[key] : undefined;
    if (key === 'exportedAt') return timeOrNull(member) === null ? [key] : [];
    if (inner === undefined) return typeof member === 'string' ? [] : [key];
    if (!isJsonObject(member) || inner.some((name) => typeof member[name] !== 'string')) return [key];
    return Object.keys(member).flatMap((name) => (inner.includes(name) ? [] : [`${key}.${name}`]));
  });
}

/** A time in ISO 8601; null for anything else. */
export function timeOrNull(value: JsonValue | undefined): string | null {
  const isTime =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
  return isTime ? value : null;
}

export function textOrNull(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Checks `format` and `formatVersion`. Undefined if they are supported. */
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
