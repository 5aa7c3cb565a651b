import { GraphQLJSON } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, ProblemType } from '../../graphql/index.js';
import type { JsonValue } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { KindType } from '../kinds/index.js';
import { OriginInstance, OriginProject } from '../resources/index.js';
import { ImportItem } from './tables/importItem.entity.js';
import { ImportPlan } from './tables/importPlan.entity.js';
import type { ImportCounts as Counts } from './tables/importStates.js';

export const ImportPlanConnection = connectionType(ImportPlan, 'ImportPlan');
export const ImportItemConnection = connectionType(ImportItem, 'ImportItem');

@ObjectType({ description: 'The source that a file was exported from, as stated in the file.' })
export class ImportSource {
  @Field(() => OriginInstance, { nullable: true, description: 'The source installation.' })
  instance!: OriginInstance | null;

  @Field(() => OriginProject, { nullable: true, description: 'The source project.' })
  project!: OriginProject | null;

  @Field(() => String, { nullable: true, description: 'The source branch.' })
  branch!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was exported.' })
  exportedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who exported it.' })
  exportedBy!: string | null;
}

@ObjectType('ImportCounts', { description: 'The number of items per action. The actions add up to the total.' })
export class ImportCountsType implements Counts {
  @Field(() => Int, { description: 'All items: those of the file, and deletions.' })
  total!: number;

  @Field(() => Int, { description: 'Selected items.' })
  selected!: number;

  @Field(() => Int, { description: 'Resources to create.' })
  create!: number;

  @Field(() => Int, { description: 'Editable resources to update.' })
  update!: number;

  @Field(() => Int, { description: 'References to update.' })
  referenceUpdate!: number;

  @Field(() => Int, { description: 'Items that the branch already has with the same content.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Resources to delete.' })
  delete!: number;

  @Field(() => Int, { description: 'Selected items whose name, code or unique text is already taken.' })
  collision!: number;

  @Field(() => Int, { description: 'Items that are not imported.' })
  skipped!: number;

  @Field(() => Int, { description: 'Selected items that cannot be imported.' })
  blocked!: number;
}

@ObjectType({ description: 'The number of items of one kind per action.' })
export class ImportKindCounts {
  @Field(() => KindType, { description: 'The kind.' })
  kind!: KindType;

  @Field(() => ImportCountsType, { description: 'The number of items of the kind per action.' })
  counts!: Counts;
}

@ObjectType({ description: 'The replacement of a prerequisite of a plan.' })
export class ImportReplacement {
  @Field(() => String, { description: 'The name of the kind for which it was chosen.' })
  kind!: string;

  @Field(() => String, { description: 'The name by which items refer to the prerequisite.' })
  name!: string;

  @Field(() => String, {
    description: 'The name of the replacement; the same if only a version or a tenant is replaced.',
  })
  toName!: string;

  @Field(() => Boolean, { description: 'Whether an earlier import from the same project has used it.' })
  isRemembered!: boolean;
}

@ObjectType('FieldDifference', { description: 'One value that an update would change.' })
export class FieldDifferenceType {
  @Field(() => String, { description: 'JSON Pointer into the spec; "title" for the title.' })
  path!: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'The current value; null if it is null, or if there is none.',
  })
  before!: JsonValue;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'The value after the update; null if it would be null, or if it would be removed.',
  })
  after!: JsonValue;

  @Field(() => Boolean, { description: 'Whether there is no current value, not even null.' })
  isAdded!: boolean;

  @Field(() => Boolean, { description: 'Whether there would be no value after the update, not even null.' })
  isRemoved!: boolean;
}

@ObjectType()
export abstract class PlanPayload {
  @Field(() => ImportPlan, {
    nullable: true,
    description: 'The plan after the change; null if and only if there are problems.',
  })
  plan!: ImportPlan | null;

  @Field(() => [ProblemType], { description: 'Why nothing was done; empty on success.' })
  problems!: Problem[];
}
