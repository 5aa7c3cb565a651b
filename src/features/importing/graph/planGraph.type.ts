import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { ProblemSeverityEnum } from '../../../graphql/index.js';
import type { ProblemSeverity } from '../../../shared/problem.js';
import { KindType, RequirementEnum, type Requirement } from '../../kinds/index.js';
import { Resource } from '../../resources/index.js';
import { ImportItem } from '../tables/importItem.entity.js';
import { ImportActionEnum, type ImportAction } from '../tables/importStates.js';

@ArgsType()
export class PlanGraphArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'The maximum number of items to return. Defaults to 1,000; at most 10,000.',
  })
  maxNodes?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only items of these kinds. A kind that neither this server nor an item of the plan has is an error.',
  })
  kinds?: string[] | null;

  @Field(() => [ImportActionEnum], { nullable: true, description: 'Only items with one of these actions.' })
  actions?: ImportAction[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only items whose name or title contains this text, case-insensitive.',
  })
  search?: string | null;
}

@ObjectType('ImportGraphEdge', { simpleResolvers: true, description: 'A dependency of an item of a plan.' })
export class ImportGraphEdge {
  @Field(() => ID, { description: 'The item that has the dependency.' })
  sourceId!: string;

  @Field(() => ID, { description: 'What it depends on: another item, or a resource of the branch.' })
  targetId!: string;

  @Field(() => String, { description: 'JSON Pointer into the spec of the source; empty for containment.' })
  at!: string;

  @Field(() => RequirementEnum, { description: 'What the dependency requires.' })
  requirement!: Requirement;

  @Field(() => Boolean, {
    description: 'Whether the branch will have the target: it is imported, or it is on the branch already.',
  })
  isMet!: boolean;
}

@ObjectType('MissingImportDependency', {
  simpleResolvers: true,
  description: 'A dependency of an item whose target is neither in the file nor on the branch.',
})
export class MissingImportDependency {
  @Field(() => ID, { description: 'The item that has the dependency.' })
  sourceId!: string;

  @Field(() => String, { description: 'JSON Pointer into the spec of the source; empty for containment.' })
  at!: string;

  @Field(() => [String], { description: 'The kinds that the target may have.' })
  targetKinds!: readonly string[];

  @Field(() => String, { description: 'The name of the target on the branch, after renames and replacements.' })
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

@ObjectType('ImportCycle', {
  simpleResolvers: true,
  description: 'Items that depend on each other in a cycle. Cycles are allowed.',
})
export class ImportCycle {
  @Field(() => [ID], { description: 'The ids of the items of the cycle, of those that the graph contains.' })
  itemIds!: string[];
}

@ObjectType('ImportKindEdge', {
  simpleResolvers: true,
  description: 'The number of dependencies of the items of one kind on targets of one kind.',
})
export class ImportKindEdge {
  @Field(() => KindType, { description: 'The kind of the items that have the dependencies.' })
  source!: KindType;

  @Field(() => KindType, { nullable: true, description: 'The kind of the targets; null if these are missing.' })
  target!: KindType | null;

  @Field(() => Boolean, { description: 'Whether the targets are items of the plan.' })
  isInFile!: boolean;

  @Field(() => Int, { description: 'The number of the dependencies, one for each place in a spec.' })
  count!: number;
}

@ObjectType('ImportPlanGraph', {
  simpleResolvers: true,
  description:
    'The items of a plan and what they depend on, as it will be on the branch. An item stands for the resource of its name, too. Resources that the caller may not see are left out, with the dependencies on them.',
})
export class ImportPlanGraph {
  @Field(() => Int, { description: 'The number of all items that match.' })
  nodeCount!: number;

  @Field(() => Int, { description: 'The number of all dependencies of the items that match, without missing ones.' })
  edgeCount!: number;

  @Field(() => Int, { description: 'The number of all missing dependencies of the items that match.' })
  missingCount!: number;

  @Field(() => Boolean, {
    description: 'Whether the graph contains only a part of the items or of their dependencies.',
  })
  isTruncated!: boolean;

  @Field(() => [ImportItem], {
    description:
      'The items, at most maxNodes: as many of each kind, first collisions and blocked items, then updates, then new ones.',
  })
  nodes!: ImportItem[];

  @Field(() => [Resource], {
    description: 'The resources of the branch that these items depend on and that the file does not contain.',
  })
  resources!: Resource[];

  @Field(() => [ImportGraphEdge], {
    description: 'The dependencies of these items on each other and on these resources, at most ten times maxNodes.',
  })
  edges!: ImportGraphEdge[];

  @Field(() => [MissingImportDependency], {
    description: 'The missing dependencies of these items; with the edges at most ten times maxNodes.',
  })
  missing!: MissingImportDependency[];

  @Field(() => [ImportCycle], { description: 'Cycles among these items. Each item is in at most one.' })
  cycles!: ImportCycle[];

  @Field(() => [ImportKindEdge], {
    description: 'The number of dependencies of all items that match, by the kinds of their ends.',
  })
  kindEdges!: ImportKindEdge[];
}
