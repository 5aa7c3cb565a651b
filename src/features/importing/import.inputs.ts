import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs, UploadScalar, type FileUpload } from '../../graphql/index.js';
import { CallbackInput } from '../callbacks/index.js';
import {
  CreateStrategyEnum,
  ImportActionEnum,
  ImportModeEnum,
  ImportStrategyEnum,
  UpdateStrategyEnum,
  type CreateStrategy,
  type ImportAction,
  type ImportMode,
  type ImportStrategy,
  type UpdateStrategy,
} from './importStates.js';

@InputType({ description: 'How a table is written; what is not given is told from its first lines.' })
export class CsvOptionsInput {
  @Field(() => String, { nullable: true, description: 'What stands between two cells, one character.' })
  delimiter?: string | null;

  @Field(() => String, { nullable: true, description: 'What cells may be enclosed in, one character; else ".' })
  quote?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the first line names the columns, as it does when absent; else they are called 0, 1 and so on.',
  })
  hasHeader?: boolean | null;
}

@InputType({ description: 'One field of a file and the field that it becomes.' })
export class FieldMappingInput {
  @Field(() => String, { description: 'The field in the file; dots lead into nested objects.' })
  source!: string;

  @Field(() => String, { description: 'The field of the record; dots lead into nested objects.' })
  target!: string;
}

@InputType({ description: 'How a file is read, and how its copies meet what the branch has.' })
export class StageImportOptions {
  @Field(() => CreateStrategyEnum, {
    nullable: true,
    description:
      'Whether copies may change what has their name ("Add or Update Records") or are only ever new ("Only Add New Records"); what the file states when absent, else INSERT.',
  })
  createStrategy?: CreateStrategy | null;

  @Field(() => UpdateStrategyEnum, {
    nullable: true,
    description:
      'Whether an update replaces the whole ("Overwrite Records") or only what the file holds ("Update Changed Record Fields"); what the file states when absent, else UPDATE.',
  })
  updateStrategy?: UpdateStrategy | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an update may remove parts of a definition, such as fields; else it is blocked.',
  })
  isDeletionAllowed?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'For records of a definition: the external reference code of the definition.',
  })
  definitionErc?: string | null;

  @Field(() => [FieldMappingInput], {
    nullable: true,
    description:
      'Fields of the file and what they become; what is not named is left out, and told. An empty list is no mapping.',
  })
  mapping?: FieldMappingInput[] | null;

  @Field(() => CsvOptionsInput, { nullable: true, description: 'How a table is written.' })
  csv?: CsvOptionsInput | null;

  @Field(() => String, { nullable: true, description: 'The kind of records that do not say theirs.' })
  kind?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the one resource of a file that does not name it; else the name of the file is taken.',
  })
  name?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A template of the project, for whatever is not given here, member by member; for mode and format too, and for the importStrategy of the execution. A member that is null is given: then the template does not count.',
  })
  templateId?: string | null;
}

@InputType({ description: 'A file that is to be imported.' })
export class StageImportInput extends CallbackInput {
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
    description: 'Whether an update may remove parts of a definition, such as fields.',
  })
  isDeletionAllowed?: boolean | null;

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
    description: 'The name of what stands for it, in the file or on the branch; null takes that back.',
  })
  toName?: string | null;
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
