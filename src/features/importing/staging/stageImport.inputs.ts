import { Field, ID, InputType } from 'type-graphql';
import { UploadScalar, type FileUpload } from '../../../graphql/index.js';
import { CallbackInput } from '../../callbacks/index.js';
import {
  CreateStrategyEnum,
  ImportModeEnum,
  UpdateStrategyEnum,
  type CreateStrategy,
  type ImportMode,
  type UpdateStrategy,
} from '../tables/importStates.js';

@InputType({ description: 'The format of a CSV file. Options that are absent are detected from the first lines.' })
export class CsvOptionsInput {
  @Field(() => String, { nullable: true, description: 'The character that separates two cells.' })
  delimiter?: string | null;

  @Field(() => String, { nullable: true, description: 'The character that encloses cells. Defaults to ".' })
  quote?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the first line contains the column names. Defaults to true. When false, the columns are named 0, 1 and so on.',
  })
  hasHeader?: boolean | null;
}

@InputType({ description: 'A mapping from a field of the file to a field of the record.' })
export class FieldMappingInput {
  @Field(() => String, { description: 'The field of the file; dots separate nested fields.' })
  source!: string;

  @Field(() => String, { description: 'The field of the record; dots separate nested fields.' })
  target!: string;
}

@InputType({ description: 'Options for reading a file and for importing its copies.' })
export class StageImportOptions {
  @Field(() => CreateStrategyEnum, {
    nullable: true,
    description:
      'Whether copies may update existing resources of the same name ("Add or Update Records") or only create resources ("Only Add New Records"). Defaults to the value in the file, else to INSERT.',
  })
  createStrategy?: CreateStrategy | null;

  @Field(() => UpdateStrategyEnum, {
    nullable: true,
    description:
      'Whether an update replaces the whole resource ("Overwrite Records") or only the parts that the file contains ("Update Changed Record Fields"). Defaults to the value in the file, else to UPDATE.',
  })
  updateStrategy?: UpdateStrategy | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether an update may remove parts that other data depends on, such as fields of a definition, entries of a picklist or data sources of a container, and whether the resources that mirrorKinds names are deleted. When false, such updates and deletions are blocked.',
  })
  isDeletionAllowed?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Kinds to mirror: the import also deletes resources of these kinds that came from the source project of the file earlier and are no longer in the file. The plan lists each deletion as an item; they require isDeletionAllowed. What came from elsewhere, or was made here, stays.',
  })
  mirrorKinds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The container on the branch (a collection) into which all reports and dashboards of the file are imported, whatever the file says. Their definitions must be among its data sources. When absent, they are imported outside any container.',
  })
  intoCollection?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Adds the missing data sources to the container. Requires that the executing user has the role MANAGER.',
  })
  isScopeExtended?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Makes the created resources readable only by the importing user. Updated resources keep their readers.',
  })
  isPrivate?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether members that the schema of the kind does not list block an item. When false, such members are kept and reported as a warning, because a newer release of the product may have them.',
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
      'The mapping from fields of the file to fields of the record. Fields without a mapping are left out and reported. An empty list means no mapping.',
  })
  mapping?: FieldMappingInput[] | null;

  @Field(() => CsvOptionsInput, { nullable: true, description: 'The format of a CSV file.' })
  csv?: CsvOptionsInput | null;

  @Field(() => String, { nullable: true, description: 'The kind of the records, if the file does not state it.' })
  kind?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the resource, for a file that contains one resource without a name. Defaults to the name of the file.',
  })
  name?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A template of the project. Its settings are used for each option that is absent here, and also for mode, format and the importStrategy of the execution. An option that is null is not taken from the template.',
  })
  templateId?: string | null;
}

@InputType({ description: 'The file to import.' })
export class StageImportInput extends CallbackInput {
  @Field(() => ID, { description: 'The branch to import into.' })
  branchId!: string;

  @Field(() => UploadScalar, {
    description: 'The file, uploaded according to the GraphQL multipart request specification.',
  })
  file!: Promise<FileUpload>;

  @Field(() => ImportModeEnum, {
    nullable: true,
    description: 'The initial mode of the items. Defaults to COPY.',
  })
  mode?: ImportMode | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the format. When absent, the format is detected from the content.',
  })
  format?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A key that makes the request safe to retry: the same key with the same file returns the same plan.',
  })
  idempotencyKey?: string | null;

  @Field(() => StageImportOptions, { nullable: true, description: 'Options for reading the file.' })
  options?: StageImportOptions | null;
}
