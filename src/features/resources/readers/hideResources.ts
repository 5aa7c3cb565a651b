/** Removes hidden resources from answers, wherever a field leads to a resource: one place for the whole schema. */
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../../../graphql/index.js';
import { mayRead } from './mayRead.js';
import type { ReaderRepository } from './reader.repository.js';

type Field = GraphQLField<unknown, RequestContext>;

interface WithId {
  id: string;
}

const rootNames = new Set(['Query', 'Mutation', 'Subscription']);

/** Root fields are checked by the policy, and a mutation returns what the caller has just written. */
export function hideResources(schema: GraphQLSchema, readers: ReaderRepository): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || rootNames.has(type.name) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isList = isListType(getNullableType(field.type));
      const isOne = !isList && !isNonNullType(field.type);
      if (getNamedType(field.type).name === 'Resource' && (isList || isOne)) hideInField(field as Field, readers);
    }
  }
}

function hideInField(field: Field, readers: ReaderRepository): void {
  const { resolve = defaultFieldResolver } = field;
  // oxlint-disable-next-line waybill/no-long-parameter-list -- the four parameters of a resolver of graphql-js
  field.resolve = async (source, args: Record<string, unknown>, context, info) => {
    const value: unknown = await resolve(source, args, context, info);
    if (Array.isArray(value)) return readable(readers, context, value as WithId[]);
    if (value === null || value === undefined) return value;
    return (await mayRead(readers, context, (value as WithId).id)) ? value : null;
  };
}

async function readable(readers: ReaderRepository, context: RequestContext, resources: WithId[]): Promise<WithId[]> {
  const flags = await Promise.all(resources.map(({ id }) => mayRead(readers, context, id)));
  return resources.filter((_, index) => flags[index]);
}
