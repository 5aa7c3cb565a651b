import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, ProblemSeverityEnum } from '../../graphql/index.js';
import type { ProblemSeverity } from '../../shared/problem.js';
import { RequirementEnum, StrengthEnum, type Requirement, type Strength } from '../kinds/index.js';
import { Resource } from '../resources/index.js';

export const GraphDirectionEnum = { DEPENDENCIES: 'DEPENDENCIES', DEPENDENTS: 'DEPENDENTS' } as const;

registerEnumType(GraphDirectionEnum, {
  name: 'GraphDirection',
  description: 'The direction in which a graph is followed from its roots.',
  valuesConfig: {
    DEPENDENCIES: { description: 'To the resources that the roots depend on.' },
    DEPENDENTS: { description: 'To the resources that depend on the roots.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'A dependency of a resource: a place in its spec that refers to another resource.',
})
export class Dependency {
  @Field(() => String, { description: 'JSON Pointer into the spec; empty for containment.' })
  at!: string;

  @Field(() => RequirementEnum, { description: 'What the dependency requires.' })
  requirement!: Requirement;

  @Field(() => StrengthEnum, { description: 'How strong the dependency is.' })
  strength!: Strength;

  @Field(() => [String], { description: 'The kinds that the target may have.' })
  targetKinds!: readonly string[];

  @Field(() => String, { description: 'The name of the target, as written in the spec.' })
  targetName!: string;

  @Field(() => Boolean, {
    description: 'Whether the branch has a resource with this name and one of these kinds, or the target is built in.',
  })
  isResolved!: boolean;

  @Field(() => Boolean, {
    description: 'Whether every project has the target, without a resource: a default cast function of Fast Data.',
  })
  isBuiltIn!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the target exists in every installation or is deployed by other means. Such a target is never exported and is never reported as missing.',
  })
  isExternal!: boolean;

  @Field(() => ProblemSeverityEnum, {
    nullable: true,
    description:
      'The severity of the problem that an import reports where the target is missing: an ERROR blocks the source. Null if it reports none.',
  })
  severityIfMissing!: ProblemSeverity | null;

  @Field(() => Resource, { nullable: true, description: 'The target resource; null if it does not exist.' })
  target!: () => Promise<Resource | null> | null;
}

export const DependencyConnection = connectionType(Dependency, 'Dependency');

@ObjectType({
  simpleResolvers: true,
  description: 'A dependent of a resource: a place in the spec of another resource that refers to it.',
})
export class Dependent {
  @Field(() => String, { description: 'JSON Pointer into the spec of the source; empty for containment.' })
  at!: string;

  @Field(() => RequirementEnum, { description: 'What the dependency requires.' })
  requirement!: Requirement;

  @Field(() => StrengthEnum, { description: 'How strong the dependency is.' })
  strength!: Strength;

  @Field(() => Resource, { description: 'The resource that has the dependency.' })
  source!: () => Promise<Resource | null>;
}

export const DependentConnection = connectionType(Dependent, 'Dependent');

@ObjectType({ simpleResolvers: true, description: 'An edge of a graph.' })
export class GraphEdge {
  @Field(() => ID, { description: 'The resource that has the dependency.' })
  sourceId!: string;

  @Field(() => ID, { description: 'The resource that it depends on.' })
  targetId!: string;

  @Field(() => String, { description: 'JSON Pointer into the spec of the source; empty for containment.' })
  at!: string;

  @Field(() => RequirementEnum, { description: 'What the dependency requires.' })
  requirement!: Requirement;
}

@ObjectType({ simpleResolvers: true, description: 'A dependency whose target is not on the branch.' })
export class UnresolvedDependency {
  @Field(() => Resource, { description: 'The resource that has the dependency.' })
  source!: Resource;

  @Field(() => String, { description: 'JSON Pointer into the spec of the source.' })
  at!: string;

  @Field(() => [String], { description: 'The kinds that the target may have.' })
  targetKinds!: readonly string[];

  @Field(() => String, { description: 'The name of the target, as written in the spec.' })
  targetName!: string;

  @Field(() => RequirementEnum, { description: 'What the dependency requires.' })
  requirement!: Requirement;

  @Field(() => ProblemSeverityEnum, {
    nullable: true,
    description:
      'The severity of the problem that an import reports where the target is missing: an ERROR blocks the source. Null if it reports none.',
  })
  severityIfMissing!: ProblemSeverity | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Resources that depend on each other in a cycle. Cycles are allowed.',
})
export class DependencyCycle {
  @Field(() => [Resource], {
    description:
      'The resources of the cycle: in a graph, all that the graph contains; in an export preview, the first 100.',
  })
  nodes!: Resource[];

  @Field(() => Int, { description: 'The number of resources in the cycle, of those that were searched.' })
  nodeCount!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The resources that can be reached from the given resources. Each resource occurs once.',
})
export class DependencyGraph {
  @Field(() => Int, { description: 'The number of resources in the whole closure.' })
  nodeCount!: number;

  @Field(() => Int, { description: 'The number of edges between the resources of the whole closure.' })
  edgeCount!: number;

  @Field(() => Boolean, {
    description: 'Whether nodes or edges contain only a part of the closure. The nearest come first.',
  })
  isTruncated!: boolean;

  @Field(() => [Resource], {
    description: 'The resources, sorted by distance from the roots, at most maxNodes.',
  })
  nodes!: Resource[];

  @Field(() => [GraphEdge], {
    description: 'The edges between these nodes, at most ten times maxNodes.',
  })
  edges!: () => GraphEdge[];

  @Field(() => [UnresolvedDependency], {
    description: 'Edges whose target is not on this branch, at most maxNodes.',
  })
  unresolved!: UnresolvedDependency[];

  @Field(() => [DependencyCycle], { description: 'Cycles among the nodes. Each node is in at most one cycle.' })
  cycles!: DependencyCycle[];
}
