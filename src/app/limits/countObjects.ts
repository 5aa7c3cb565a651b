/** Counts the objects and bytes of an answer while it is built, and stops it beyond a limit: one place for all fields. */
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  GraphQLID,
  GraphQLString,
  isCompositeType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { AnswerBudget, RequestContext } from '../../graphql/index.js';
import { boundListOf, type BoundList } from './boundList.js';
import { inTurns } from './inTurns.js';

/** Texts up to this length, in characters, are limited by the number of objects. */
const shortText = 256;

type Field = GraphQLField<unknown, RequestContext>;

/**
 * Each object and each element of a list counts one, and each long text its bytes; JSON values are counted where they are read. A list
 * without pages is as long as is stated for it, at most. A field that only reads another scalar of its object stays as it is; all others
 * do nothing any more once the answer is too large.
 */
export function countObjects(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const namedType = getNamedType(field.type);
      const isList = isListType(getNullableType(field.type));
      const isCounted = isList || isCompositeType(namedType);
      const isText = namedType === GraphQLString || namedType === GraphQLID;
      const bound = isList ? boundListOf(`${type.name}.${field.name}`, namedType.name) : undefined;
      if (isCounted || isText || field.resolve) countInField(field as Field, { isCounted, isText, bound });
    }
  }
}

interface Counting {
  isCounted: boolean;
  /** Whether it is a text, or a list of texts. */
  isText: boolean;
  bound: BoundList | undefined;
}

function countInField(field: Field, { isCounted, isText, bound }: Counting): void {
  const { resolve = defaultFieldResolver } = field;
  const count = ({ answer }: RequestContext, given: unknown): unknown => {
    const known = bound && Array.isArray(given) ? bound(given) : given;
    const bytes = isText ? longTextBytes(known) : 0;
    const held = isCounted ? counted(answer, known) : known;
    return bytes === 0 ? held : Promise.all([held, answer.takeBytes(bytes)]).then(([kept]) => kept);
  };
  // oxlint-disable-next-line waybill/no-long-parameter-list -- the four parameters of a resolver of graphql-js
  field.resolve = (source, args: Record<string, unknown>, context, info) => {
    // Nothing is thrown: graphql-js would leave the promises of a list that it has begun, and a failure of one of them, of which nobody
    // hears, would end the process.
    try {
      context.answer.ensureOpen();
      const value: unknown = resolve(source, args, context, info);
      if (!isCounted && !isText) return value;
      return value instanceof Promise ? value.then((given: unknown) => count(context, given)) : count(context, value);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
}

/** The value, once the budget allows it. */
function counted(answer: AnswerBudget, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const wait = answer.countObjects(Array.isArray(value) ? value.length : 1);
  const given: unknown = Array.isArray(value) ? inTurns(value) : value;
  return wait ? wait.then(() => given) : given;
}

/** The bytes of the long texts of a value, or of a list. */
function longTextBytes(value: unknown): number {
  if (!Array.isArray(value)) return bytesIfLong(value);
  return value.reduce<number>((bytes, element) => bytes + bytesIfLong(element), 0);
}

function bytesIfLong(value: unknown): number {
  return typeof value === 'string' && value.length > shortText ? Buffer.byteLength(value) : 0;
}
