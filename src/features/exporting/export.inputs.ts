import { Field, ID, InputType } from 'type-graphql';
import { ExportFormatEnum } from './export.type.js';

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

@InputType({ description: 'An export that is to be written.' })
export class StartExportInput {
  @Field(() => ExportSelectionInput, { description: 'What it holds.' })
  selection!: ExportSelectionInput;

  @Field(() => ExportFormatEnum, { nullable: true, description: 'The shape of the file; JSON when absent.' })
  format?: keyof typeof ExportFormatEnum | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether what the selection needs goes along; true when absent.',
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
}
