/** Every place of the schema at which a client may give a value, so that a rule for all of them can be held against each. */
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
} from 'graphql';

/** A place for a value. */
export interface ArgumentPlace {
  /** As in `Mutation.createResource(input.name)`. */
  name: string;
  type: string;
  /** As in `Mutation.createResource`. */
  operation: string;
  field: GraphQLField<unknown, unknown>;
  /** What stands there: a scalar or an enum. */
  leaf: GraphQLNamedInputType;
  /** The names of the argument and of the members that lead there; `0` is the only element of a list. */
  path: string[];
  /** The arguments of the field with a value in this place, and nothing else. */
  argumentsWith: (value: unknown) => Record<string, unknown>;
}

/** Members may hold inputs of their own type: so deep is looked. */
const maxDepth = 8;

/** All places of all fields, in the order of the schema. */
export function argumentPlaces(schema: GraphQLSchema): ArgumentPlace[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) =>
        leavesOf(argument.type, [argument.name]).map(({ leaf, path }) => ({
          name: `${type.name}.${field.name}(${path.join('.')})`,
          type: type.name,
          operation: `${type.name}.${field.name}`,
          field,
          leaf,
          path,
          argumentsWith: (value: unknown) => nested(path, value) as Record<string, unknown>,
        })),
      ),
    );
  });
}

interface Leaf {
  leaf: GraphQLNamedInputType;
  path: string[];
}

function leavesOf(type: GraphQLInputType, path: string[]): Leaf[] {
  const nullable = isNonNullType(type) ? getNullableType(type) : type;
  if (isListType(nullable)) return leavesOf(nullable.ofType, [...path, '0']);
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [{ leaf: named, path }];
  if (path.length >= maxDepth) return [];
  return Object.values(named.getFields()).flatMap((member) => leavesOf(member.type, [...path, member.name]));
}

function nested(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner, segment) => (segment === '0' ? [inner] : { [segment]: inner }), value);
}
