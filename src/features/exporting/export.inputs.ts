import { Field, ID, InputType } from 'type-graphql';
import { GraphQLJSON } from 'graphql-scalars';
import type { JsonValue } from '../../shared/json.js';
import { CallbackInput } from '../callbacks/index.js';
import { ExportFormatEnum, RecordOperatorEnum } from './export.type.js';
import type { RecordOperator } from './recordFilter.js';

@InputType({ description: 'What an export is to hold: the union of all that is named.' })
export class ExportSelectionInput {
  @Field(() => ID, { description: 'The branch.' })
  branchId!: string;

  @Field(() => [ID], { nullable: true, description: 'These resources.' })
  resourceIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'All resources of these kinds.' })
  kinds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Everything on the branch that can be exported.' })
  all?: boolean | null;
}

@InputType({ description: 'A condition on a field of the spec. A field that is absent is null.' })
export class RecordConditionInput {
  @Field(() => String, { description: 'The field, with dots for nested ones: "state.key".' })
  field!: string;

  @Field(() => RecordOperatorEnum, { description: 'How it is compared.' })
  operator!: RecordOperator;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'What it is compared with, within its type: a list for IN, true or false for IS_NULL.',
  })
  value?: JsonValue;
}

@InputType({ description: 'An export that is to be written.' })
export class StartExportInput extends CallbackInput {
  @Field(() => ExportSelectionInput, { description: 'What it holds.' })
  selection!: ExportSelectionInput;

  @Field(() => ExportFormatEnum, { nullable: true, description: 'The shape of the file; JSON when absent.' })
  format?: keyof typeof ExportFormatEnum | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether what the selection needs goes along; when absent, true for bundles and false for records.',
  })
  includeDependencies?: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'What is left out although it is needed; it becomes a requirement of the file.',
  })
  excludeIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A template of the project, for whatever is not given here, member by member. A member that is null is given: then the template does not count.',
  })
  templateId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'For records: a ZIP archive with one file for each kind, and for each definition of entries.',
  })
  isArchive?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'For records: only these fields, with dots for nested ones; what a record is known by is always there.',
  })
  fields?: string[] | null;

  @Field(() => [RecordConditionInput], {
    nullable: true,
    description: 'Narrows the selection to resources for which all of this holds; what they need goes along anyway.',
  })
  recordFilter?: RecordConditionInput[] | null;
}
