import { createPubSub } from '@graphql-yoga/subscription';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import {
  MembershipResolver,
  PrincipalResolver,
  MyMembershipResolver,
  PrincipalRosterResolver,
  ProjectRosterResolver,
  TokenResolver,
} from '../features/access/index.js';
import { AuditResolver } from '../features/audit/index.js';
import { CallbackResolver } from '../features/callbacks/index.js';
import { DependencyResolver } from '../features/dependencies/index.js';
import { ExportPreviewResolver, ExportResolver } from '../features/exporting/index.js';
import { StoredFileResolver } from '../features/files/index.js';
import {
  BranchPlansResolver,
  ImportItemResolver,
  ImportPlanResolver,
  PlanPrerequisiteResolver,
  PrerequisiteResolver,
  PlanMappingResolver,
  TaskPlanResolver,
} from '../features/importing/index.js';
import { KindResolver } from '../features/kinds/index.js';
import { BranchResolver, ProjectPackResolver, ProjectResolver } from '../features/projects/index.js';
import {
  BranchResourcesResolver,
  HistoryResolver,
  ReaderResolver,
  ResourceReaderResolver,
  ResourceResolver,
  ResourceRevisionResolver,
} from '../features/resources/index.js';
import { ProjectTasksResolver, TaskResolver } from '../features/tasks/index.js';
import { ProjectTemplatesResolver, TemplateResolver } from '../features/templates/index.js';
import { UndoResolver } from '../features/undoing/index.js';
import { VerifyResolver } from '../features/verifying/index.js';
import { NodeResolver } from './node.resolver.js';
import {
  FileProblemType,
  IncompleteFileProblemType,
  InputProblemType,
  ResourceProblemType,
  SchemaVersionProblemType,
} from '../graphql/index.js';

type ResolverClass = new (...parts: never[]) => object;

const resolverClasses: NonEmptyArray<ResolverClass> = [
  AuditResolver,
  BranchResolver,
  BranchPlansResolver,
  BranchResourcesResolver,
  CallbackResolver,
  DependencyResolver,
  ExportResolver,
  ExportPreviewResolver,
  HistoryResolver,
  ImportItemResolver,
  PlanPrerequisiteResolver,
  PrerequisiteResolver,
  ImportPlanResolver,
  KindResolver,
  MembershipResolver,
  NodeResolver,
  PlanMappingResolver,
  PrincipalResolver,
  MyMembershipResolver,
  PrincipalRosterResolver,
  ProjectRosterResolver,
  ProjectTasksResolver,
  ProjectTemplatesResolver,
  ProjectPackResolver,
  ProjectResolver,
  ReaderResolver,
  ResourceReaderResolver,
  ResourceResolver,
  ResourceRevisionResolver,
  StoredFileResolver,
  TaskPlanResolver,
  TaskResolver,
  TemplateResolver,
  TokenResolver,
  UndoResolver,
  VerifyResolver,
];

/** Builds the schema over instances of the resolver classes; without instances it can be printed, not run. */
export function createSchema(resolvers: readonly object[] = []): GraphQLSchema {
  const instanceByClass = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]));
  return buildSchemaSync({
    resolvers: resolverClasses,
    orphanedTypes: [
      FileProblemType,
      IncompleteFileProblemType,
      InputProblemType,
      ResourceProblemType,
      SchemaVersionProblemType,
    ],
    container: { get: (resolverClass: unknown) => instanceByClass.get(resolverClass) },
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
