import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../graphql/index.js';
import { RequirementEnum, StrengthEnum, type Requirement, type Strength } from '../kinds/index.js';
import { Resource } from '../resources/index.js';

export const GraphDirectionEnum = { DEPENDENCIES: 'DEPENDENCIES', DEPENDENTS: 'DEPENDENTS' } as const;

registerEnumType(GraphDirectionEnum, {
  name: 'GraphDirection',
  description: 'Which way a graph is walked from its roots.',
  valuesConfig: {
    DEPENDENCIES: { description: 'To what the roots need.' },
    DEPENDENTS: { description: 'To what needs the roots.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'An edge from a place in a resource to another resource, from the side of its source.',
})
export class Dependency {
  @Field(() => String, { description: 'JSON Pointer to the place in the spec; empty for containment.' })
  at!: string;

  @Field(() => RequirementEnum, { description: 'What it asks for.' })
  requirement!: Requirement;

  @Field(() => StrengthEnum, { description: 'How much it matters.' })
  strength!: Strength;

  @Field(() => [String], { description: 'The kinds that may be meant.' })
  targetKinds!: readonly string[];

  @Field(() => String, { description: 'The name that stands at the place.' })
  targetName!: string;

  @Field(() => Boolean, { description: 'Whether the branch has a resource of that name and one of those kinds.' })
  isResolved!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether it names what every installation has, or what is deployed by other means: it never travels and is never missing.',
  })
  isExternal!: boolean;

  @Field(() => Resource, { nullable: true, description: 'The resource that is meant; null when there is none.' })
  target!: () => Promise<Resource | null> | null;
}

export const DependencyConnection = connectionType(Dependency, 'Dependency');

@ObjectType({
  simpleResolvers: true,
  description: 'An edge from a place in a resource to another resource, from the side of its target.',
})
export class Dependent {
  @Field(() => String, { description: 'JSON Pointer to the place in the spec of the source; empty for containment.' })
  at!: string;

  @Field(() => RequirementEnum, { description: 'What it asks for.' })
  requirement!: Requirement;

  @Field(() => StrengthEnum, { description: 'How much it matters.' })
  strength!: Strength;

  @Field(() => Resource, { description: 'The resource that depends.' })
  source!: () => Promise<Resource | null>;
}

export const DependentConnection = connectionType(Dependent, 'Dependent');

@ObjectType({ simpleResolvers: true, description: 'An edge of a graph.' })
export class GraphEdge {
  @Field(() => ID, { description: 'The resource that depends.' })
  sourceId!: string;

  @Field(() => ID, { description: 'The resource that it depends on.' })
  targetId!: string;

  @Field(() => String, { description: 'JSON Pointer to the place in the spec of the source; empty for containment.' })
  at!: string;

  @Field(() => RequirementEnum, { description: 'What it asks for.' })
  requirement!: Requirement;
}

@ObjectType({ simpleResolvers: true, description: 'An edge whose target is not on the branch.' })
export class UnresolvedDependency {
  @Field(() => Resource, { description: 'The resource that depends.' })
  source!: Resource;

  @Field(() => String, { description: 'JSON Pointer to the place in its spec.' })
  at!: string;

  @Field(() => [String], { description: 'The kinds that may be meant.' })
  targetKinds!: readonly string[];

  @Field(() => String, { description: 'The name that stands at the place.' })
  targetName!: string;

  @Field(() => RequirementEnum, { description: 'What it asks for.' })
  requirement!: Requirement;
}

@ObjectType({ simpleResolvers: true, description: 'Resources that depend on each other in a ring. Cycles are normal.' })
export class DependencyCycle {
  @Field(() => [Resource], {
    description: 'The resources of the ring: in a graph all that the graph shows, in an export preview the first 100.',
  })
  nodes!: Resource[];

  @Field(() => Int, { description: 'How many resources the ring has, among those that were looked at.' })
  nodeCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What can be reached from some resources, each node once.' })
export class DependencyGraph {
  @Field(() => Int, { description: 'How many resources the whole closure has.' })
  nodeCount!: number;

  @Field(() => Int, { description: 'How many edges the walk met between the resources of the whole closure.' })
  edgeCount!: number;

  @Field(() => Boolean, { description: 'Whether nodes or edges are only a part of the closure, the nearest first.' })
  isTruncated!: boolean;

  @Field(() => [Resource], {
    description: 'The resources, the roots first, nearer ones before farther ones; at most as many as maxNodes says.',
  })
  nodes!: Resource[];

  @Field(() => [GraphEdge], {
    description: 'Every edge between these nodes that the walk met; at most ten times as many as maxNodes says.',
  })
  edges!: () => GraphEdge[];

  @Field(() => [UnresolvedDependency], {
    description: 'Edges that lead nowhere on this branch; at most as many as maxNodes says.',
  })
  unresolved!: UnresolvedDependency[];

  @Field(() => [DependencyCycle], { description: 'Rings among the nodes. A node is in one of them at most.' })
  cycles!: DependencyCycle[];
}
