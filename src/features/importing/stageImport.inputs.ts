import { Field, ID, InputType } from 'type-graphql';
import { UploadScalar, type FileUpload } from '../../graphql/index.js';
import { CallbackInput } from '../callbacks/index.js';
import {
  CreateStrategyEnum,
  ImportModeEnum,
  UpdateStrategyEnum,
  type CreateStrategy,
  type ImportMode,
  type UpdateStrategy,
} from './tables/importStates.js';

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
    description:
      'Whether an update may remove parts that others hang on, such as fields of a definition, entries of a picklist or data sources of a collection; else it is blocked.',
  })
  isDeletionAllowed?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A collection of the branch that all reports and dashboards of the file go into, whatever it says of them; what they are about must be among its data sources. Outside of any when absent.',
  })
  intoCollection?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the collection gets the data sources that it lacks; takes the role MANAGER of who carries the plan out.',
  })
  isScopeExtended?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether who imports becomes the only reader of what is made; what is updated keeps its readers.',
  })
  isPrivate?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a member that the schema of a kind does not list blocks its item; else it is kept, and told: a newer release of the product may have it.',
  })
  isStrict?: boolean | null;

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
