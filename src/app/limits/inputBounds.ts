/** Size limits of argument values. Domain rules, such as the length of names, are stricter and have their own messages. */
import type { GraphQLNamedType } from 'graphql';

/** By "Type.field" of an input type, or "argument" where it is one of any field. */
const textBounds: ReadonlyMap<string, number> = new Map([
  // An index of PostgreSQL holds 2,700 bytes, of which a letter may take three.
  ['CreateResourceInput.externalReferenceCode', 500],
  ['StageImportInput.idempotencyKey', 255],
  ['StageTransferInput.idempotencyKey', 255],
  ['SaveScheduleInput.cron', 200],
  ['SaveScheduleInput.timeZone', 200],
  ['ResourceFilter.search', 1000],
  ['ImportItemFilter.search', 1000],
  ['ExportItemFilter.search', 1000],
  ['PrincipalFilter.search', 1000],
  ['after', 4000],
]);

const idLength = 200;
const textLength = 10_000;
/** Ids of one statement; SQLite takes 32,766 values for all of them. */
const idCount = 10_000;
const valueCount = 1000;

/** The maximum length of a text value. */
export function textBoundOf(place: string, type: GraphQLNamedType): number {
  return textBounds.get(place) ?? (type.name === 'ID' ? idLength : textLength);
}

/** The maximum length of a list value. */
export function listBoundOf(type: GraphQLNamedType): number {
  return type.name === 'ID' ? idCount : valueCount;
}
