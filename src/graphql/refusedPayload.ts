import {
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Problem } from '../shared/problem.js';

/** What a field that cannot be null says of a change that was not made. */
const nothingByType: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['Boolean', false],
  ['Int', 0],
]);

/** The payload of a refused mutation: results are null, empty for lists, 0 for numbers. */
export function refusedPayload(type: GraphQLOutputType, problems: readonly Problem[]): object {
  const payload = getNamedType(type);
  const fields = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  const nothing = fields.flatMap((field) => {
    if (!isNonNullType(field.type)) return [];
    return [
      [field.name, isListType(getNullableType(field.type)) ? [] : nothingByType.get(getNamedType(field.type).name)],
    ];
  });
  return { ...(Object.fromEntries(nothing) as object), problems };
}
