import { createPubSub } from '@graphql-yoga/subscription';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { ResolverClass } from './featureList.js';
import { features } from './features.js';
import { NodeResolver } from './node.resolver.js';
import {
  DateTimeScalar,
  FileProblemType,
  IncompleteFileProblemType,
  InputProblemType,
  ResourceProblemType,
  SchemaVersionProblemType,
} from '../graphql/index.js';

const classes: NonEmptyArray<ResolverClass> = [NodeResolver, ...features.resolverClasses];

/** Builds the schema over instances of the resolver classes; without instances it can be printed, not run. */
export function createSchema(resolvers: readonly object[] = []): GraphQLSchema {
  const instanceByClass = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const missing = classes.find((resolverClass) => resolvers.length > 0 && !instanceByClass.has(resolverClass));
  if (missing) throw new Error(`No feature wires ${missing.name}.`);
  return buildSchemaSync({
    resolvers: classes,
    orphanedTypes: [
      FileProblemType,
      IncompleteFileProblemType,
      InputProblemType,
      ResourceProblemType,
      SchemaVersionProblemType,
    ],
    container: { get: (resolverClass: unknown) => instanceByClass.get(resolverClass) },
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // Asked for by type-graphql; subscriptions here read the state of their task themselves.
    pubSub: createPubSub(),
    validate: false,
    // It asks the whole schema for its description, at every start; emitSchema.ts checks it once for each change.
    skipCheck: true,
  });
}

/** The schema as `schema.graphql` has it: sorted, so that a difference is a change. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}
