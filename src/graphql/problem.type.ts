import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { problemCodes, type ProblemCode } from '../shared/problemCode.js';
import type { Problem, ProblemSeverity } from '../shared/problem.js';

const ProblemCodeEnum = Object.fromEntries(Object.keys(problemCodes).map((code) => [code, code]));
export const ProblemSeverityEnum = { ERROR: 'ERROR', WARNING: 'WARNING' } as const;

registerEnumType(ProblemCodeEnum, {
  name: 'ProblemCode',
  description: 'A stable code for each type of problem.',
  valuesConfig: Object.fromEntries(Object.entries(problemCodes).map(([code, description]) => [code, { description }])),
});
registerEnumType(ProblemSeverityEnum, {
  name: 'ProblemSeverity',
  description: 'Whether a problem blocks the operation.',
  valuesConfig: {
    ERROR: { description: 'The problem blocks the operation.' },
    WARNING: { description: 'The problem is reported and blocks nothing.' },
  },
});

@InterfaceType('Problem', {
  description:
    'A problem: what is wrong, where, and how to fix it. A list contains at most 1000 problems; its last one then states how many more there are.',
  resolveType: (problem: Problem) => typeNameOf(problem),
})
export abstract class ProblemType {
  @Field(() => ProblemCodeEnum, { description: 'A stable code, for programs.' })
  code!: ProblemCode;

  @Field(() => ProblemSeverityEnum, { description: 'Whether the problem blocks the operation.' })
  severity!: ProblemSeverity;

  @Field(() => String, { description: 'A description of the problem for people.' })
  message!: string;

  @Field(() => [String], { description: 'The location: the segments of a JSON Pointer into the input or the spec.' })
  path!: string[];

  @Field(() => String, { nullable: true, description: 'How to fix the problem; null if no fix is known.' })
  fix?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code that the original product uses for the same problem, if it has one.',
  })
  originalCode?: string;
}

@ObjectType('InputProblem', { implements: ProblemType, description: 'A problem in the input of the request.' })
export class InputProblemType extends ProblemType {}

@ObjectType('ResourceProblem', { implements: ProblemType, description: 'A problem of a resource.' })
export class ResourceProblemType extends ProblemType {
  @Field(() => String, { nullable: true, description: 'The kind of the resource.' })
  kind?: string;

  @Field(() => String, { nullable: true, description: 'The name of the resource.' })
  name?: string;

  @Field(() => ID, { nullable: true, description: 'The id of the resource, if it exists on the branch.' })
  resourceId?: string;
}

@ObjectType('FileProblem', { implements: ProblemType, description: 'A problem in an uploaded file.' })
export class FileProblemType extends ProblemType {
  @Field(() => Int, { nullable: true, description: 'The line in the file, starting at 1.' })
  line?: number;

  @Field(() => String, { nullable: true, description: 'The kind of the item, if known.' })
  kind?: string;

  @Field(() => String, { nullable: true, description: 'The name of the item, if known.' })
  name?: string;
}

@ObjectType({ description: 'An entity that items of a file refer to by id and that the file does not contain.' })
export class MissingEntity {
  @Field(() => String, { description: 'The id of the missing entity.' })
  missingId!: string;

  @Field(() => [String], { description: 'The names of the items that refer to it, at most the first 100.' })
  requiredBy!: string[];
}

@ObjectType('IncompleteFileProblem', {
  implements: ProblemType,
  description: 'A problem of a file that does not contain everything its items refer to.',
})
export class IncompleteFileProblemType extends FileProblemType {
  @Field(() => [MissingEntity], { description: 'The missing entities, in the order of the file; the first 1000.' })
  missing!: MissingEntity[];
}

@ObjectType({
  description: 'The schema version that a file states for a type of items, and the version that this server reads.',
})
export class MismatchingIndex {
  @Field(() => String, { description: 'The type of items, as the product names its index.' })
  indexName!: string;

  @Field(() => Int, { description: 'The version that the file states; 0 if it states none.' })
  sourceIndexVersion!: number;

  @Field(() => Int, { description: 'The version that items of this type are read as and migrated to.' })
  targetIndexVersion!: number;
}

@ObjectType('SchemaVersionProblem', {
  implements: ProblemType,
  description: 'A problem of items whose schema version cannot be migrated.',
})
export class SchemaVersionProblemType extends FileProblemType {
  @Field(() => [MismatchingIndex], { description: 'The mismatching schema versions, each once; the first 100.' })
  mismatchingIndices!: MismatchingIndex[];
}

function typeNameOf(problem: Problem): string {
  if (problem.missing !== undefined) return 'IncompleteFileProblem';
  if (problem.mismatchingIndices !== undefined) return 'SchemaVersionProblem';
  if (problem.line !== undefined) return 'FileProblem';
  return problem.name !== undefined || problem.kind !== undefined ? 'ResourceProblem' : 'InputProblem';
}
