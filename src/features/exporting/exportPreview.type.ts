import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ByteSize, connectionType, ProblemSeverityEnum, ProblemType } from '../../graphql/index.js';
import type { Problem, ProblemSeverity } from '../../shared/problem.js';
import { DependencyCycle } from '../dependencies/index.js';
import { KindType, RequirementEnum, type Requirement } from '../kinds/index.js';
import { Resource } from '../resources/index.js';
import { previewBounds, type Inclusion } from './exportSelection.js';
import type { PreparedExport } from './prepareExport.js';

export const InclusionEnum = {
  SELECTED: 'SELECTED',
  NEEDS_CONFIRMATION: 'NEEDS_CONFIRMATION',
  SILENT: 'SILENT',
} as const;

registerEnumType(InclusionEnum, {
  name: 'Inclusion',
  description: 'Why an item is part of an export.',
  valuesConfig: {
    SELECTED: { description: 'The resource was selected.' },
    NEEDS_CONFIRMATION: {
      description: 'A selected resource depends on it. A person should confirm that it is exported.',
    },
    SILENT: {
      description:
        'The resource is included without confirmation: a cast function of a field, or the system of record of a projection.',
    },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A resource that an export would contain.' })
export class ExportItem {
  @Field(() => Resource, { description: 'The resource.' })
  resource!: Resource;

  @Field(() => InclusionEnum, { description: 'Why the resource is included in the export.' })
  inclusion!: Inclusion;

  @Field(() => [Resource], {
    description: `The shortest dependency path to the resource: first a selected resource, then each resource that depends on the next. Empty for a selected resource. Of a path of more than ${previewBounds.reason} steps, only the first and the last ${previewBounds.reason - 1} are returned.`,
  })
  reason!: Resource[];
}

export const ExportItemConnection = connectionType(ExportItem, 'ExportItem');

@ObjectType({ simpleResolvers: true, description: 'The number of resources of a kind that an export would contain.' })
export class KindCount {
  @Field(() => KindType, { description: 'The kind.' })
  kind!: KindType;

  @Field(() => Int, { description: 'The number of resources.' })
  count!: number;
}

@ObjectType('ExportRequirement', {
  simpleResolvers: true,
  description:
    'A prerequisite of an export: a resource that items depend on and that the file does not contain. It must exist where the file is imported.',
})
export class ExportRequirementType {
  @Field(() => [String], { description: 'The kinds that the target may have.' })
  targetKinds!: readonly string[];

  @Field(() => String, { description: 'Its name.' })
  targetName!: string;

  @Field(() => RequirementEnum, { description: 'What the items require.' })
  requirement!: Requirement;

  @Field(() => [Resource], { description: `The items that require it, the first ${previewBounds.requiredBy}.` })
  requiredBy!: Resource[];

  @Field(() => Int, { description: 'The number of items that require it.' })
  requiredByCount!: number;

  @Field(() => Boolean, { description: 'Whether it exists on the exported branch, or is built in.' })
  isPresent!: boolean;

  @Field(() => Boolean, {
    description: 'Whether every project has it, without a resource: a default cast function of Fast Data.',
  })
  isBuiltIn!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether it exists in every installation or is deployed by other means. Such a prerequisite is never reported as missing.',
  })
  isExternal!: boolean;

  @Field(() => ProblemSeverityEnum, {
    nullable: true,
    description:
      'The severity of the problem that an import reports where the target is missing: an ERROR blocks the source. Null if it reports none.',
  })
  severityIfMissing!: ProblemSeverity | null;
}

@ObjectType({ simpleResolvers: true, description: 'A reference to a resource that is not on the branch.' })
export class UnresolvedPlace {
  @Field(() => Resource, { description: 'The item that contains the reference.' })
  source!: Resource;

  @Field(() => String, { description: 'JSON Pointer into the spec of the source.' })
  at!: string;

  @Field(() => String, { description: 'The name of the missing resource.' })
  targetName!: string;

  @Field(() => ProblemSeverityEnum, {
    nullable: true,
    description:
      'The severity of the problem that an import reports where the target is missing: an ERROR blocks the source. Null if it reports none.',
  })
  severityIfMissing!: ProblemSeverity | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What an export would contain, and why. Nothing is written. All fields of one operation describe the same state of the branch.',
})
export class ExportPreview {
  @Field(() => [KindCount], { description: 'The number of items of each kind.' })
  byKind!: () => Promise<KindCount[]>;

  @Field(() => [ExportRequirementType], {
    description: `The prerequisites of the export: what must exist where the file is imported. Sorted by name, the first ${previewBounds.requirements}.`,
  })
  requirements!: () => Promise<ExportRequirementType[]>;

  @Field(() => Int, { description: 'The number of prerequisites.' })
  requirementCount!: () => Promise<number>;

  @Field(() => [UnresolvedPlace], {
    description: `References to resources that do not exist on this branch, sorted by name, the first ${previewBounds.unresolved}.`,
  })
  unresolved!: () => Promise<UnresolvedPlace[]>;

  @Field(() => Int, { description: 'The number of references to resources that do not exist on this branch.' })
  unresolvedCount!: () => Promise<number>;

  @Field(() => [DependencyCycle], {
    description: `Cycles among the items: the first ${previewBounds.cycles} cycles, each with its first ${previewBounds.cycleNodes} resources. Cycles are exported unchanged.`,
  })
  cycles!: () => Promise<DependencyCycle[]>;

  @Field(() => Int, { description: 'The number of cycles.' })
  cycleCount!: () => Promise<number>;

  @Field(() => [ProblemType], {
    description:
      'Why startExport would refuse this export, each an ERROR. If there is no reason, a WARNING for each value that the format cannot contain (NOT_CARRIED). A WARNING for each unknown kind in the filter of `items`.',
  })
  problems!: () => Promise<Problem[]>;

  @Field(() => ByteSize, {
    description:
      'The size of the content in bytes: of the items as records of a bundle, without the header, which lists what the export requires. The file has another size, which also depends on its format.',
  })
  sizeBytes!: () => Promise<number>;

  /** The export of the preview. */
  prepared!: PreparedExport;
}
