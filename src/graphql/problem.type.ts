import { Field, Float, ID, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { problemCodes, type ProblemCode } from '../shared/problemCode.js';
import type { Problem, ProblemSeverity } from '../shared/problem.js';

const ProblemCodeEnum = Object.fromEntries(Object.keys(problemCodes).map((code) => [code, code]));
const ProblemSeverityEnum = { ERROR: 'ERROR', WARNING: 'WARNING' } as const;

registerEnumType(ProblemCodeEnum, {
  name: 'ProblemCode',
  description: 'A stable code for each expected fault.',
  valuesConfig: Object.fromEntries(Object.entries(problemCodes).map(([code, description]) => [code, { description }])),
});
registerEnumType(ProblemSeverityEnum, {
  name: 'ProblemSeverity',
  description: 'Whether a problem stands in the way.',
  valuesConfig: {
    ERROR: { description: 'It stands in the way of what was asked.' },
    WARNING: { description: 'It is told, and blocks nothing.' },
  },
});

@InterfaceType('Problem', {
  description:
    'An expected fault, as data: what is wrong, where, and what can be done about it. A list tells at most 1000; then its last one says how many more there are.',
  resolveType: (problem: Problem) => typeNameOf(problem),
})
export abstract class ProblemType {
  @Field(() => ProblemCodeEnum, { description: 'A stable code, for programs.' })
  code!: ProblemCode;

  @Field(() => ProblemSeverityEnum, { description: 'Whether it stands in the way.' })
  severity!: ProblemSeverity;

  @Field(() => String, { description: 'A sentence for a person.' })
  message!: string;

  @Field(() => [String], { description: 'Where: the segments of a JSON Pointer into the input or the spec.' })
  path!: string[];

  @Field(() => String, { nullable: true, description: 'What can be done about it, where that can be named.' })
  fix?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code that the product which a file is of gives for the same fault, where it has one.',
  })
  originalCode?: string;
}

@ObjectType('InputProblem', { implements: ProblemType, description: 'A problem of what was asked.' })
export class InputProblemType extends ProblemType {}

@ObjectType('ResourceProblem', { implements: ProblemType, description: 'A problem of a resource that it names.' })
export class ResourceProblemType extends ProblemType {
  @Field(() => String, { nullable: true, description: 'The kind of the resource.' })
  kind?: string;

  @Field(() => String, { nullable: true, description: 'The name of the resource.' })
  name?: string;

  @Field(() => ID, { nullable: true, description: 'The id of the resource, when it exists on the branch.' })
  resourceId?: string;
}

@ObjectType('FileProblem', { implements: ProblemType, description: 'A problem at a place of an uploaded file.' })
export class FileProblemType extends ProblemType {
  @Field(() => Number, { nullable: true, description: 'The line of the file, from 1.' })
  line?: number;

  @Field(() => String, { nullable: true, description: 'The kind of the item, when it is known.' })
  kind?: string;

  @Field(() => String, { nullable: true, description: 'The name of the item, when it is known.' })
  name?: string;
}

@ObjectType({ description: 'Something that items of a file name by its id, and that the file lacks.' })
export class MissingEntity {
  @Field(() => String, { description: 'The id that is named.' })
  missingId!: string;

  @Field(() => [String], { description: 'Names of the items that name it, at most the first hundred.' })
  requiredBy!: string[];
}

@ObjectType('IncompleteFileProblem', {
  implements: ProblemType,
  description: 'A problem of a file that does not hold all that its items name.',
})
export class IncompleteFileProblemType extends FileProblemType {
  @Field(() => [MissingEntity], { description: 'What is missing, in the order of the file; the first 1000.' })
  missing!: MissingEntity[];
}

@ObjectType({ description: 'The schema number that a file states for a sort of items, and the one that is read.' })
export class MismatchingIndex {
  @Field(() => String, { description: 'The sort of items, as the product calls its index.' })
  indexName!: string;

  @Field(() => Float, { description: 'The number that the file states; 0 when it states none.' })
  sourceIndexVersion!: number;

  @Field(() => Int, { description: 'The number that items of this sort are read with, and migrated to.' })
  targetIndexVersion!: number;
}

@ObjectType('SchemaVersionProblem', {
  implements: ProblemType,
  description: 'A problem of items whose schema number no migration leads from.',
})
export class SchemaVersionProblemType extends FileProblemType {
  @Field(() => [MismatchingIndex], { description: 'The schema numbers, each once; the first 100.' })
  mismatchingIndices!: MismatchingIndex[];
}

function typeNameOf(problem: Problem): string {
  if (problem.missing !== undefined) return 'IncompleteFileProblem';
  if (problem.mismatchingIndices !== undefined) return 'SchemaVersionProblem';
  if (problem.line !== undefined) return 'FileProblem';
  return problem.name !== undefined || problem.kind !== undefined ? 'ResourceProblem' : 'InputProblem';
}
