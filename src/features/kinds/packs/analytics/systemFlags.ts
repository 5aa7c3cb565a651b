/**
 * Flags by which the original marks what it made itself: instant previews, and the reports of its management. Whether something is, its
 * server decides; in a file that people can change such a flag says nothing. It is ignored, and told.
 */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { warningProblem, type Problem } from '../../../../shared/problem.js';
import { ownMember } from '../../objectCopies.js';
import { quoted } from '../../wording.js';

const flagNames = ['managementReport', 'instantPreviewReport', 'managementDashboard', 'instantPreviewDashboard'];

/** Where such flags are set; only true marks anything. */
export function systemFlagsOf(spec: JsonObject): string[][] {
  const data = ownMember(spec, 'data');
  return [
    ...flagsIn(spec).map((name) => [name]),
    ...(isJsonObject(data) ? flagsIn(data).map((name) => ['data', name]) : []),
  ];
}

/** The spec with every such flag taken back; itself when none is set. */
export function withoutSystemFlags(spec: JsonObject): JsonObject {
  if (systemFlagsOf(spec).length === 0) return spec;
  const data = ownMember(spec, 'data');
  return { ...takenBack(spec), ...(isJsonObject(data) && { data: takenBack(data) }) };
}

/** A warning for each flag that is set. */
export function systemFlagWarnings(spec: JsonObject): Problem[] {
  return systemFlagsOf(spec).map((path) => {
    const message = `The flag ${quoted(path.at(-1))} is ignored: whether something is managed by the system, a file does not decide.`;
    return warningProblem('SYSTEM_FLAG_IGNORED', message, { path });
  });
}

/** The cross check of kinds that have no other: it asks for nothing but the spec. */
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
