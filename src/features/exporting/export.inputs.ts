import { Field, ID, InputType } from 'type-graphql';
import { GraphQLJSON } from 'graphql-scalars';
import type { JsonValue } from '../../shared/json.js';
import { CallbackInput } from '../callbacks/index.js';
import { ExportFormatEnum, RecordOperatorEnum } from './export.type.js';
import type { RecordOperator } from './recordFilter.js';

@InputType({ description: 'The resources to export: the union of everything selected here.' })
export class ExportSelectionInput {
  @Field(() => ID, { description: 'The branch.' })
  branchId!: string;

  @Field(() => [ID], { nullable: true, description: 'These resources.' })
  resourceIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'All resources of these kinds.' })
  kinds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Select every exportable resource of the branch.' })
  all?: boolean | null;
}

@InputType({ description: 'A condition on a field of the spec. An absent field counts as null.' })
export class RecordConditionInput {
  @Field(() => String, { description: 'The field; dots separate nested fields, for example "state.key".' })
  field!: string;

  @Field(() => RecordOperatorEnum, { description: 'How the field is compared.' })
  operator!: RecordOperator;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'The value to compare with, of the type of the field: a list for IN, true or false for IS_NULL.',
  })
  value?: JsonValue;
}

@InputType({ description: 'The export to start.' })
export class StartExportInput extends CallbackInput {
  @Field(() => ExportSelectionInput, { description: 'The resources to export.' })
  selection!: ExportSelectionInput;

  @Field(() => ExportFormatEnum, { nullable: true, description: 'The format of the file. Defaults to JSON.' })
  format?: keyof typeof ExportFormatEnum | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether dependencies of the selection are exported too. Defaults to true for bundles and false for records.',
  })
  includeDependencies?: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Resources to exclude although others depend on them. They become prerequisites of the file.',
  })
  excludeIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A template of the project. Its settings are used for each option that is absent here. An option that is null is not taken from the template.',
  })
  templateId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'For records: write a ZIP archive with one file per kind, and for entries one file per definition.',
  })
  isArchive?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'For records: export only these fields; dots separate nested fields. The fields that identify a record are always exported.',
  })
  fields?: string[] | null;

  @Field(() => [RecordConditionInput], {
    nullable: true,
    description:
      'Restricts the selection to resources that match all conditions. Their dependencies are exported regardless of the conditions.',
  })
  recordFilter?: RecordConditionInput[] | null;
}
