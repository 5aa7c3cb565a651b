import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { DependencyCycle } from '../dependencies/index.js';
import { KindType, RequirementEnum, type Requirement } from '../kinds/index.js';
import { Resource } from '../resources/index.js';
import type { Inclusion } from './exportSelection.js';

export const InclusionEnum = {
  SELECTED: 'SELECTED',
  NEEDS_CONFIRMATION: 'NEEDS_CONFIRMATION',
  SILENT: 'SILENT',
} as const;
export const ExportFormatEnum = { JSON: 'JSON', JSONL: 'JSONL', ZIP: 'ZIP' } as const;

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
registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'The shape of a file that is written.',
  valuesConfig: {
    JSON: { description: 'One JSON document, a resource a line.' },
    JSONL: { description: 'JSON Lines: header, a resource a line, trailer; for files of any size.' },
    ZIP: {
      description: 'An archive with one readable file for each resource, for version control; up to 64 MiB.',
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
    description:
      'The shortest way to it: the selected resource first, then each that needs the next. Empty for a selected one; of a way of more than 50 steps, the first and the last 49.',
  })
  reason!: () => Resource[];
}

@ObjectType({ description: 'How many resources of a kind an export would hold.' })
export class KindCount {
  @Field(() => KindType, { description: 'The kind.' })
  kind!: KindType;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('ExportRequirement', {
  description: 'Something that an export needs and does not hold: it must exist where the file is imported.',
})
export class ExportRequirementType {
  @Field(() => [String], { description: 'The kinds that may be meant.' })
  targetKinds!: readonly string[];

  @Field(() => String, { description: 'Its name.' })
  targetName!: string;

  @Field(() => RequirementEnum, { description: 'What is asked for.' })
  requirement!: Requirement;

  @Field(() => [Resource], { description: 'The items that need it.' })
  requiredBy!: Resource[];

  @Field(() => Boolean, { description: 'Whether the branch that is exported has it.' })
  isPresent!: boolean;

  @Field(() => Boolean, {
    description: 'Whether every installation has it, or it is deployed by other means: then it is never missing.',
  })
  isExternal!: boolean;
}

@ObjectType({ description: 'A place that names what is nowhere on the branch.' })
export class UnresolvedPlace {
  @Field(() => Resource, { description: 'The item that names it.' })
  source!: Resource;

  @Field(() => String, { description: 'JSON Pointer to the place in its spec.' })
  at!: string;

  @Field(() => String, { description: 'The name that stands there.' })
  targetName!: string;
}

@ObjectType({ description: 'What a selection would bring along, and why. Nothing is written.' })
export class ExportPreview {
  @Field(() => [ExportItem], { description: 'Every item, nearer ones before farther ones.' })
  items!: ExportItem[];

  @Field(() => [KindCount], { description: 'How many items of each kind.' })
  byKind!: KindCount[];

  @Field(() => [ExportRequirementType], { description: 'What must exist where the file is imported.' })
  requirements!: ExportRequirementType[];

  @Field(() => [UnresolvedPlace], { description: 'What is missing here already.' })
  unresolved!: UnresolvedPlace[];

  @Field(() => [DependencyCycle], { description: 'Rings among the items. They are exported as they are.' })
  cycles!: DependencyCycle[];

  @Field(() => [ProblemType], { description: 'What stands in the way of the export: an empty selection.' })
  problems!: Problem[];

  @Field(() => Float, { description: 'The size of the records in bytes; a header of some hundred bytes comes on top.' })
  sizeBytes!: number;
}
