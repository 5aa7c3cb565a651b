/** Counts what an answer comes to while it is made, and ends what goes beyond: one place for every field of the schema. */
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../../graphql/index.js';
import { boundListOf, type BoundList } from './boundList.js';
import { inTurns } from './inTurns.js';

type Field = GraphQLField<unknown, RequestContext>;

/**
 * Each object and each element of a list counts one; a list without pages is as long as is stated for it, at most. A field that only reads a scalar of its object stays as it is; all others do
 * nothing any more once the answer is too large.
 */
export function countObjects(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isList = isListType(getNullableType(field.type));
      const isCounted = isList || isCompositeType(getNamedType(field.type));
      const bound = isList ? boundListOf(`${type.name}.${field.name}`, getNamedType(field.type).name) : undefined;
      if (isCounted || field.resolve) countInField(field as Field, { isCounted, bound });
    }
  }
}

function countInField(field: Field, { isCounted, bound }: { isCounted: boolean; bound: BoundList | undefined }): void {
  const { resolve = defaultFieldResolver } = field;
  // eslint-disable-next-line no-restricted-syntax -- the four parameters of a resolver of graphql-js
  field.resolve = (source, args: Record<string, unknown>, context, info) => {
    context.answer.ensureOpen();
    const value: unknown = resolve(source, args, context, info);
    if (!isCounted) return value;
    const told = (given: unknown) => counted(context, bound && Array.isArray(given) ? bound(given) : given);
    return value instanceof Promise ? value.then(told) : told(value);
  };
}

/** The value, once there is room for it. */
function counted({ answer }: RequestContext, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const wait = answer.countObjects(Array.isArray(value) ? value.length : 1);
  const given: unknown = Array.isArray(value) ? inTurns(value) : value;
  return wait ? wait.then(() => given) : given;
}
