/** The cast functions that every project has: the Console puts them into each, and a file cannot change them. */
export const defaultCasts: ReadonlySet<string> = new Set([
  'defaultIdentity',
  'defaultCastToString',
  'defaultCastToInteger',
  'defaultCastToFloat',
  'defaultCastUnitTimestampToISOString',
  'defaultCastStringToBoolean',
  'defaultCastToDate',
  'defaultCastToObject',
  'defaultCastToArrayOfObject',
]);

/** Whether a name is that of a default cast function. */
export function isDefaultCast(name: string): boolean {
  return defaultCasts.has(name);
}
