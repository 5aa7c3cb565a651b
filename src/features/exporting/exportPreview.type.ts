import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
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
    SELECTED: { description: 'The selection names it.' },
    NEEDS_CONFIRMATION: { description: 'Something selected needs it; a person should confirm that it goes along.' },
    SILENT: {
      description:
        'It goes along without a question: a cast function behind a field, the system that holds a projection.',
    },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A resource that an export would hold.' })
export class ExportItem {
  @Field(() => Resource, { description: 'The resource.' })
  resource!: Resource;

  @Field(() => InclusionEnum, { description: 'Why it is part of the export.' })
  inclusion!: Inclusion;

  @Field(() => [Resource], {
    description: `The shortest way to it: the selected resource first, then each that needs the next. Empty for a selected one; of a way of more than ${previewBounds.reason} steps, the first and the last ${previewBounds.reason - 1}.`,
  })
  reason!: Resource[];
}

export const ExportItemConnection = connectionType(ExportItem, 'ExportItem');

@ObjectType({ simpleResolvers: true, description: 'How many resources of a kind an export would hold.' })
export class KindCount {
  @Field(() => KindType, { description: 'The kind.' })
  kind!: KindType;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('ExportRequirement', {
  simpleResolvers: true,
  description: 'Something that an export needs and does not hold: it must exist where the file is imported.',
})
export class ExportRequirementType {
  @Field(() => [String], { description: 'The kinds that may be meant.' })
  targetKinds!: readonly string[];

  @Field(() => String, { description: 'Its name.' })
  targetName!: string;

  @Field(() => RequirementEnum, { description: 'What is asked for.' })
  requirement!: Requirement;

  @Field(() => [Resource], { description: `The items that need it, the first ${previewBounds.requiredBy} of them.` })
  requiredBy!: Resource[];

  @Field(() => Int, { description: 'How many items need it.' })
  requiredByCount!: number;

  @Field(() => Boolean, { description: 'Whether the branch that is exported has it.' })
  isPresent!: boolean;

  @Field(() => Boolean, {
    description: 'Whether every installation has it, or it is deployed by other means: then it is never missing.',
  })
  isExternal!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A place that names what is nowhere on the branch.' })
export class UnresolvedPlace {
  @Field(() => Resource, { description: 'The item that names it.' })
  source!: Resource;

  @Field(() => String, { description: 'JSON Pointer to the place in its spec.' })
  at!: string;

  @Field(() => String, { description: 'The name that stands there.' })
  targetName!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What an export would hold, and why. Nothing is written. All that is asked for in one operation is told of one state of the branch.',
})
export class ExportPreview {
  @Field(() => [KindCount], { description: 'How many items of each kind.' })
  byKind!: () => Promise<KindCount[]>;

  @Field(() => [ExportRequirementType], {
    description: `What must exist where the file is imported, by name; the first ${previewBounds.requirements} of them.`,
  })
  requirements!: () => Promise<ExportRequirementType[]>;

  @Field(() => Int, { description: 'How many requirements there are.' })
  requirementCount!: () => Promise<number>;

  @Field(() => [UnresolvedPlace], {
    description: `What is missing here already, by name; the first ${previewBounds.unresolved} places.`,
  })
  unresolved!: () => Promise<UnresolvedPlace[]>;

  @Field(() => Int, { description: 'How many places name what is missing here.' })
  unresolvedCount!: () => Promise<number>;

  @Field(() => [DependencyCycle], {
    description: `Rings among the items, which are exported as they are: the first ${previewBounds.cycles}, and of each the first ${previewBounds.cycleNodes} resources.`,
  })
  cycles!: () => Promise<DependencyCycle[]>;

  @Field(() => Int, { description: 'How many rings there are.' })
  cycleCount!: () => Promise<number>;

  @Field(() => [ProblemType], {
    description:
      'Why startExport would refuse this export: each is an ERROR. A WARNING is about a kind in the filter of `items` that there is not.',
  })
  problems!: () => Promise<Problem[]>;

  @Field(() => Float, {
    description:
      'The size of the items in bytes, as records of a bundle; a header of some hundred bytes comes on top. Other formats hold less.',
  })
  sizeBytes!: () => Promise<number>;

  /** What would be written. */
  prepared!: PreparedExport;
}
