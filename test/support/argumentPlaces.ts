/** Every place of the schema where a value can be given: arguments of fields, and members of input types in them. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { projectFile } from './projectFile.js';

export interface ArgumentPlace {
  /** e.g. `Mutation.startExport input.selection.kinds`. */
  label: string;
  root: 'query' | 'mutation' | 'subscription';
  field: GraphQLField<unknown, unknown>;
  /** From the argument to the member. */
  path: readonly string[];
  /** `Type.member` of a member, or the name of an argument. */
  owner: string;
  /** Without its non-null mark. */
  type: GraphQLInputType;
}

export function readSchema(): GraphQLSchema {
  return buildSchema(readFileSync(projectFile('schema.graphql'), 'utf8'));
}

/** The places of all operations, those without uploads in another request first. */
export function argumentPlaces(schema: GraphQLSchema): ArgumentPlace[] {
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  return Object.entries(roots).flatMap(([root, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((argument) =>
        placesOf(argument.type, { path: [argument.name], owner: argument.name }).map((place) => ({
          ...place,
          label: `${root} ${field.name} ${place.path.join('.')}`,
          root: root as ArgumentPlace['root'],
          field,
        })),
      ),
    ),
  );
}

type TypedPlace = Pick<ArgumentPlace, 'path' | 'owner' | 'type'>;

function placesOf(declared: GraphQLInputType, at: Pick<ArgumentPlace, 'path' | 'owner'>): TypedPlace[] {
  const type = getNullableType(declared);
  const named = getNamedType(type);
  const members = isInputObjectType(named) ? Object.values(named.getFields()) : [];
  const inner = members.flatMap((member) =>
    placesOf(member.type, { path: [...at.path, member.name], owner: `${named.name}.${member.name}` }),
  );
  return isInputObjectType(type) ? inner : [{ ...at, type }, ...inner];
}

/** What is given where a value is asked for and no other is stated, by the name of the argument or member. */
export type KnownValues = Readonly<Record<string, unknown>>;

/** The document and variables of an operation in which one place has a value, and all others only what they must have. */
export function operationWith(
  { root, field, path }: Pick<ArgumentPlace, 'root' | 'field' | 'path'>,
  value: unknown,
  known: KnownValues,
): { document: string; variables: Record<string, unknown> } {
  const given = field.args.filter(({ name, type }) => name === path[0] || isNonNullType(type));
  const variables = Object.fromEntries(
    given.map(({ name, type }) => [name, valueFor(type, name, { path, value, known, depth: 0 })]),
  );
  const declarations = given.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ` ${selectionOf(field)}` : '';
  return { document: `${root} (${declarations}) { ${field.name}(${passed})${selection} }`, variables };
}

interface Wanted {
  path: readonly string[];
  value: unknown;
  known: KnownValues;
  depth: number;
}

function valueFor(declared: GraphQLInputType, name: string, wanted: Wanted): unknown {
  const isOnPath = wanted.path[wanted.depth] === name;
  if (isOnPath && wanted.depth === wanted.path.length - 1) return wanted.value;
  const type = getNullableType(declared);
  if (isListType(type)) return [valueFor(type.ofType, name, wanted)];
  if (isInputObjectType(type)) {
    const inner = isOnPath ? { ...wanted, depth: wanted.depth + 1 } : { ...wanted, path: [], depth: 0 };
    const members = Object.values(type.getFields()).filter(
      (member) => isNonNullType(member.type) || inner.path[inner.depth] === member.name,
    );
    return Object.fromEntries(members.map((member) => [member.name, valueFor(member.type, member.name, inner)]));
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (Object.hasOwn(wanted.known, name)) return wanted.known[name];
  const byType: Record<string, unknown> = { Boolean: true, Int: 1, JSONObject: {}, JSON: 1 };
  return byType[getNamedType(type).name] ?? 'x';
}

/** A connection is asked for its first nodes: what a list has in its statement is not reached by its type alone. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  const isConnection = isObjectType(type) && type.name.endsWith('Connection');
  const hasProblems = isObjectType(type) && 'problems' in type.getFields();
  if (isConnection) return '{ totalCount edges { cursor } }';
  return hasProblems ? '{ problems { code message } }' : '{ __typename }';
}
