import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { orderType, PageArgs } from '../../graphql/index.js';
import type { OrderChoice } from '../../shared/listOrder.js';
import { CallbackInput } from '../callbacks/index.js';
import { FieldMappingInput } from './stageImport.inputs.js';
import {
  CreateStrategyEnum,
  ImportActionEnum,
  ImportModeEnum,
  ImportPlanStatusEnum,
  ImportStrategyEnum,
  UpdateStrategyEnum,
  type CreateStrategy,
  type ImportAction,
  type ImportMode,
  type ImportPlanStatus,
  type ImportStrategy,
  type UpdateStrategy,
} from './tables/importStates.js';
import type { ImportPlanOrderField } from './tables/planList.repository.js';

@InputType({ description: 'Which items of a plan are imported.' })
export class SelectImportItemsInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => [ID], { nullable: true, description: 'These items.' })
  itemIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All items of these kinds. Neither items nor kinds: all items.',
  })
  kinds?: string[] | null;

  @Field(() => Boolean, { description: 'Whether they are imported; what is left out binds to what the branch has.' })
  isSelected!: boolean;
}

@InputType({ description: 'What items of a plan become.' })
export class SetImportModeInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => [ID], { nullable: true, description: 'These items.' })
  itemIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All items of these kinds. Neither items nor kinds: all items.',
  })
  kinds?: string[] | null;

  @Field(() => ImportModeEnum, { description: 'Editable copies, or read-only references.' })
  mode!: ImportMode;
}

@InputType({ description: 'How copies of a plan meet what the branch has; what is absent stays as it was.' })
export class SetImportOptionsInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => CreateStrategyEnum, {
    nullable: true,
    description: 'Whether copies may change what has their name, or are only ever new.',
  })
  createStrategy?: CreateStrategy | null;

  @Field(() => UpdateStrategyEnum, {
    nullable: true,
    description: 'Whether an update replaces the whole, or only what the file holds.',
  })
  updateStrategy?: UpdateStrategy | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether an update may remove parts that others hang on, such as fields of a definition, entries of a picklist or data sources of a collection.',
  })
  isDeletionAllowed?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The collection of the branch that reports and dashboards go into; an empty text for none.',
  })
  intoCollection?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the collection gets the data sources that it lacks; takes the role MANAGER.',
  })
  isScopeExtended?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether who imports becomes the only reader of what is made.',
  })
  isPrivate?: boolean | null;

  @Field(() => [FieldMappingInput], {
    nullable: true,
    description:
      'Fields of the file and what they become. Another mapping than before has the file read anew, as a task: the plan is STAGING until then, and what was chosen of its items has to be chosen again. An empty list takes the mapping back.',
  })
  mapping?: FieldMappingInput[] | null;
}

@InputType({ description: 'Another name for an item of a plan.' })
export class RenameImportItemInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => String, { description: 'Its name on the branch; the name in the file takes the renaming back.' })
  name!: string;
}

@InputType({ description: 'What is to stand for something that items of a plan need and that is nowhere.' })
export class RemapPrerequisiteInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => String, { description: 'The kind of what is needed.' })
  kind!: string;

  @Field(() => String, { description: 'The name that the items give it.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of what stands for it, in the file or on the branch; it stands for itself when absent. Without any of the three the choice is taken back.',
  })
  toName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The version that stands in the place of all that the items name, where the kind has versions; of definitions also "all" and "latest".',
  })
  toVersion?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The tenant that stands in the place of all that the items name, where the kind has tenants; an empty text for "no tenant".',
  })
  toTenant?: string | null;
}

@InputType({ description: 'A plan that is to be carried out.' })
export class ExecuteImportInput extends CallbackInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => ImportStrategyEnum, {
    nullable: true,
    description:
      'What happens when an item can not be imported; when absent as the template of the upload has it, else ON_ERROR_FAIL.',
  })
  importStrategy?: ImportStrategy | null;
}

@InputType({ description: 'A plan that is not wanted any more.' })
export class DiscardImportInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;
}

@InputType({ description: 'What a list of items is narrowed to; all that is given must hold.' })
export class ImportItemFilter {
  @Field(() => [ImportActionEnum], { nullable: true, description: 'Only items that come to one of these.' })
  actions?: ImportAction[] | null;

  @Field(() => [String], { nullable: true, description: 'Only items of these kinds.' })
  kinds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only items with problems, or only those without.' })
  hasProblems?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Only items with this text in a name or title, in any case.' })
  search?: string | null;
}

@ArgsType()
export class ImportItemsArgs extends PageArgs {
  @Field(() => ImportItemFilter, { nullable: true, description: 'What the list is narrowed to.' })
  filter?: ImportItemFilter | null;
}

export const ImportPlanOrder = orderType<ImportPlanOrderField>('ImportPlan', {
  CREATED_AT: 'By when the file was uploaded.',
  UPDATED_AT: 'By when it was last amended.',
});

@ArgsType()
export class ImportPlansArgs extends PageArgs {
  @Field(() => [ImportPlanStatusEnum], { nullable: true, description: 'Only plans in these states.' })
  statuses?: ImportPlanStatus[] | null;

  @Field(() => ImportPlanOrder, { nullable: true, description: 'The order of the list; newest first when absent.' })
  orderBy?: OrderChoice<ImportPlanOrderField> | null;
}
