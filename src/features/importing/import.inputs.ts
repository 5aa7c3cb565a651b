import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs, UploadScalar, type FileUpload } from '../../graphql/index.js';
import {
  ImportActionEnum,
  ImportModeEnum,
  ImportStrategyEnum,
  type ImportAction,
  type ImportMode,
  type ImportStrategy,
} from './importStates.js';

@InputType({ description: 'How a file is read, where it does not say itself.' })
export class StageImportOptions {
  @Field(() => String, { nullable: true, description: 'The kind of records that do not say theirs.' })
  kind?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the one resource of a file that does not name it; else the name of the file is taken.',
  })
  name?: string | null;
}

@InputType({ description: 'A file that is to be imported.' })
export class StageImportInput {
  @Field(() => ID, { description: 'The branch that it is to be imported into.' })
  branchId!: string;

  @Field(() => UploadScalar, { description: 'The file, as the GraphQL multipart request specification has it.' })
  file!: Promise<FileUpload>;

  @Field(() => ImportModeEnum, {
    nullable: true,
    description: 'What items become, until it is chosen otherwise; COPY when absent.',
  })
  mode?: ImportMode | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the format; detected from the content when absent.',
  })
  format?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key with the same file gives the same plan again, instead of a second one.',
  })
  idempotencyKey?: string | null;

  @Field(() => StageImportOptions, { nullable: true, description: 'How the file is read.' })
  options?: StageImportOptions | null;
}

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

@InputType({ description: 'Another name for an item of a plan.' })
export class RenameImportItemInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => String, { description: 'Its name on the branch; the name in the file takes the renaming back.' })
  name!: string;
}

@InputType({ description: 'A plan that is to be carried out.' })
export class ExecuteImportInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => ImportStrategyEnum, {
    nullable: true,
    description: 'What happens when an item can not be imported; ON_ERROR_FAIL when absent.',
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
