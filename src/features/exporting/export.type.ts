import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { DependencyCycle } from '../dependencies/index.js';
import { KindType, RequirementEnum, type Requirement } from '../kinds/index.js';
import { Resource } from '../resources/index.js';
import type { ExportOrder, Inclusion } from './exportSelection.js';
import type { RecordOperator } from './recordFilter.js';

export const InclusionEnum = {
  SELECTED: 'SELECTED',
  NEEDS_CONFIRMATION: 'NEEDS_CONFIRMATION',
  SILENT: 'SILENT',
} as const;
export const ExportFormatEnum = {
  JSON: 'JSON',
  JSONL: 'JSONL',
  ZIP: 'ZIP',
  JSONT: 'JSONT',
  CSV: 'CSV',
  LIFERAY_JSON: 'LIFERAY_JSON',
  LIFERAY_JSONL: 'LIFERAY_JSONL',
  OPTIMIZE_JSON: 'OPTIMIZE_JSON',
} as const satisfies Record<ExportOrder['format'], ExportOrder['format']>;
export const RecordOperatorEnum = {
  EQ: 'EQ',
  NE: 'NE',
  LT: 'LT',
  LE: 'LE',
  GT: 'GT',
  GE: 'GE',
  CONTAINS: 'CONTAINS',
  IN: 'IN',
  IS_NULL: 'IS_NULL',
} as const satisfies Record<RecordOperator, RecordOperator>;

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
    JSONT: { description: "Records as Liferay's batch file, with their class; it can be imported again as it is." },
    CSV: {
      description:
        'Records as a table: entries of an object definition, or resources whose specs are texts alone. What is empty can not be told from what is absent.',
    },
    LIFERAY_JSON: { description: "Records as a JSON array of Liferay's items." },
    OPTIMIZE_JSON: {
      description:
        'Reports and dashboards as Camunda Optimize exports them, with all reports that they show; it holds no collections.',
    },
    LIFERAY_JSONL: { description: "Records as JSON Lines of Liferay's items; for files of any size." },
  },
});

registerEnumType(RecordOperatorEnum, {
  name: 'RecordOperator',
  description:
    'How a field is compared with a value. Only values of one type are compared, other than for NE and IS_NULL.',
  valuesConfig: {
    EQ: { description: 'It is the value.' },
    NE: { description: 'It is not the value; also when it is absent.' },
    LT: { description: 'It is a smaller number, or a text (such as an ISO 8601 date) that comes before.' },
    LE: { description: 'It is the value, or less.' },
    GT: { description: 'It is a larger number, or a text that comes after.' },
    GE: { description: 'It is the value, or more.' },
    CONTAINS: { description: 'It is a text that holds this text, in upper or lower case.' },
    IN: { description: 'It is one of the values of the list.' },
    IS_NULL: { description: 'With true: it is absent or null. With false: it holds something.' },
  },
});

@ObjectType({ description: 'A field that records of a kind can be exported with, and filtered by.' })
export class ExportField {
  @Field(() => String, { description: 'Its name in the spec.' })
  name!: string;

  @Field(() => String, { description: 'Its name for people.' })
  title!: string;

  @Field(() => String, {
    description: 'The type of its values, as the kind or the definition calls it; "any" where it does not say.',
  })
  type!: string;

  @Field(() => Boolean, { description: 'Whether every record has it.' })
  isRequired!: boolean;
}

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
