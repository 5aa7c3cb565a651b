import {
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Problem } from '../shared/problem.js';

/** The payload of a refused mutation: results are null, or empty for lists. */
export function refusedPayload(type: GraphQLOutputType, problems: readonly Problem[]): object {
  const payload = getNamedType(type);
  const fields = isObjectType(payload) ? Object.values(payload.getFields()) : [];
  const lists = fields.filter((field) => isNonNullType(field.type) && isListType(getNullableType(field.type)));
  return { ...Object.fromEntries(lists.map(({ name }) => [name, []])), problems };
}
