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

@ObjectType({ description: 'Who wrote a file, as far as it says.' })
export class ImportSource {
  @Field(() => OriginInstance, { nullable: true, description: 'The installation.' })
  instance!: OriginInstance | null;

  @Field(() => OriginProject, { nullable: true, description: 'The project.' })
  project!: OriginProject | null;

  @Field(() => String, { nullable: true, description: 'The branch there.' })
  branch!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was written.' })
  exportedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who had it written.' })
  exportedBy!: string | null;
}

@ObjectType('ImportCounts', { description: 'How many items of a plan come to what. The actions add up to the total.' })
export class ImportCountsType implements Counts {
  @Field(() => Int, { description: 'All items of the file.' })
  total!: number;

  @Field(() => Int, { description: 'Items that are selected.' })
  selected!: number;

  @Field(() => Int, { description: 'New resources.' })
  create!: number;

  @Field(() => Int, { description: 'Changes of editable resources.' })
  update!: number;

  @Field(() => Int, { description: 'New content for references.' })
  referenceUpdate!: number;

  @Field(() => Int, { description: 'Items that the branch has just so.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Selected items whose name is taken.' })
  collision!: number;

  @Field(() => Int, { description: 'Items that are left out.' })
  skipped!: number;

  @Field(() => Int, { description: 'Selected items that can not be imported.' })
  blocked!: number;
}

@ObjectType({ description: 'What the items of one kind of a plan come to.' })
export class ImportKindCounts {
  @Field(() => KindType, { description: 'The kind.' })
  kind!: KindType;

  @Field(() => ImportCountsType, { description: 'How many of its items come to what.' })
  counts!: Counts;
}

@ObjectType('FieldDifference', { description: 'One place at which an update would change a resource.' })
export class FieldDifferenceType {
  @Field(() => String, { description: 'JSON Pointer into the spec; "title" for the title.' })
  path!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What stands there now; null when nothing does.' })
  before!: JsonValue;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What would stand there; null when nothing would.' })
  after!: JsonValue;
}

@ObjectType()
abstract class PlanPayload {
  @Field(() => ImportPlan, {
    nullable: true,
    description: 'The plan as it is now; null exactly when there are problems.',
  })
  plan!: ImportPlan | null;

  @Field(() => [ProblemType], { description: 'Why nothing was done.' })
  problems!: Problem[];
}

@ObjectType({ description: 'What came of an upload.' })
export class StageImportPayload extends PlanPayload {}

@ObjectType({ description: 'What came of choosing items.' })
export class SelectImportItemsPayload extends PlanPayload {}

@ObjectType({ description: 'What came of choosing what items become.' })
export class SetImportModePayload extends PlanPayload {}

@ObjectType({ description: 'What came of choosing how copies meet what the branch has.' })
export class SetImportOptionsPayload extends PlanPayload {}

@ObjectType({ description: 'What came of choosing what stands for something that is needed.' })
export class RemapPrerequisitePayload extends PlanPayload {}

@ObjectType({ description: 'What came of giving a plan up.' })
export class DiscardImportPayload extends PlanPayload {}

@ObjectType({ description: 'What came of renaming an item.' })
export class RenameImportItemPayload {
  @Field(() => ImportItem, {
    nullable: true,
    description: 'The item as it is now; null exactly when there are problems.',
  })
  item!: ImportItem | null;

  @Field(() => [ProblemType], { description: 'Why it was not renamed.' })
  problems!: Problem[];
}
