/**
 * Checks every value of every argument against its limits, by the types of the schema, so that new arguments are limited too.
 * Input types have finite nesting, and lists are checked before they are walked.
 */
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { listBoundOf, textBoundOf } from './inputBounds.js';
import { refusals } from './refusals.js';

type Field = GraphQLField<unknown, unknown>;
type Values = Readonly<Record<string, unknown>>;
type ResolverParameters = [source: unknown, values: Values, context: unknown, info: GraphQLResolveInfo];

/** Wraps every field with arguments. */
export function boundInputs(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) if (field.args.length > 0) boundField(field);
  }
}

function boundField(field: Field): void {
  const { resolve = defaultFieldResolver, subscribe, args: declared } = field;
  field.resolve = (...[source, values, context, info]: ResolverParameters) => {
    checkArguments(declared, values);
    return resolve(source, values, context, info);
  };
  if (!subscribe) return;
  field.subscribe = (...[source, values, context, info]: ResolverParameters) => {
    checkArguments(declared, values);
    return subscribe(source, values, context, info);
  };
}

/** @throws AppError INPUT_TOO_LARGE, with the place of the first value beyond its limit */
export function checkArguments(declared: readonly GraphQLArgument[], values: Values): void {
  for (const { name, type } of declared) checkValue(values[name], type, { path: name, place: name });
}

interface Spot {
  /** For a person, e.g. `input.selection.kinds`. */
  path: string;
  /** For the bounds, e.g. `ExportSelectionInput.kinds`. */
  place: string;
}

function checkValue(value: unknown, declaredType: GraphQLInputType, spot: Spot): void {
  if (value === null || value === undefined) return;
  const type = getNullableType(declaredType);
  if (isListType(type)) checkList(value as readonly unknown[], type.ofType, spot);
  else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      const inner = { path: `${spot.path}.${field.name}`, place: `${type.name}.${field.name}` };
      checkValue((value as Values)[field.name], field.type, inner);
    }
  } else if (typeof value === 'string') {
    const bound = textBoundOf(spot.place, type);
    if (value.length > bound) throw refusals.inputTooLong(spot.path, value.length, bound);
  }
  // Any JSON, as the value of a condition; what is an object has a size of its own, and is checked where it is read.
  else if (Array.isArray(value)) checkList(value, type, spot);
}

function checkList(values: readonly unknown[], type: GraphQLInputType, { path, place }: Spot): void {
  const bound = listBoundOf(getNamedType(type));
  if (values.length > bound) throw refusals.tooManyValues(path, values.length, bound);
  for (const [index, value] of values.entries()) checkValue(value, type, { path: `${path}.${index}`, place });
}
