/**
 * Flags of resources that the original created itself: instant previews and management reports. In a file, which users can
 * edit, they prove nothing: they are ignored with a warning.
 */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { warningProblem, type Problem } from '../../../../shared/problem.js';
import { ownMember } from '../../objectCopies.js';
import { quoted } from '../../wording.js';

const flagNames = ['managementReport', 'instantPreviewReport', 'managementDashboard', 'instantPreviewDashboard'];

/** Paths of flags that are true. */
export function systemFlagsOf(spec: JsonObject): string[][] {
  const data = ownMember(spec, 'data');
  return [
    ...flagsIn(spec).map((name) => [name]),
    ...(isJsonObject(data) ? flagsIn(data).map((name) => ['data', name]) : []),
  ];
}

/** The spec without these flags; the spec itself if none is set. */
export function withoutSystemFlags(spec: JsonObject): JsonObject {
  if (systemFlagsOf(spec).length === 0) return spec;
  const data = ownMember(spec, 'data');
  return { ...takenBack(spec), ...(isJsonObject(data) && { data: takenBack(data) }) };
}

/** A warning for each flag that is set. */
export function systemFlagWarnings(spec: JsonObject): Problem[] {
  return systemFlagsOf(spec).map((path) => {
    const message = `The flag ${quoted(path.at(-1))} is ignored: a file cannot mark a resource as managed by the system.`;
    return warningProblem('SYSTEM_FLAG_IGNORED', message, { path });
  });
}

/** The cross-check of kinds that have no other one; it needs no other specs. */
export function crossCheckFlags(spec: JsonObject): Problem[] {
  return systemFlagWarnings(spec);
}

function flagsIn(holder: JsonObject): string[] {
  return flagNames.filter((name) => ownMember(holder, name) === true);
}

function takenBack(holder: JsonObject): JsonObject {
  const names = new Set(flagsIn(holder));
  return Object.fromEntries(Object.entries(holder).map(([key, value]) => [key, names.has(key) ? false : value]));
}
