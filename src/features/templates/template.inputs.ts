import { GraphQLJSONObject } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/index.js';
import type { JsonObject } from '../../shared/json.js';
import { TemplateDirectionEnum, type TemplateDirection } from './templateDirection.js';

@InputType({ description: 'The template to save.' })
export class SaveTemplateInput {
  @Field(() => ID, { description: 'The project that it belongs to.' })
  projectId!: string;

  @Field(() => String, { description: 'Its name, unique per project and direction, case-insensitive.' })
  name!: string;

  @Field(() => TemplateDirectionEnum, { description: 'Whether the settings are for exports or for imports.' })
  direction!: TemplateDirection;

  @Field(() => GraphQLJSONObject, {
    description:
      'For exports: the fields of StartExportInput, without the branch. For imports: the options of StageImportInput, and also mode, format and importStrategy.',
  })
  settings!: JsonObject;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether an existing template of this name is overwritten. When false, an existing name is a problem.',
  })
  isOverwriteAllowed!: boolean;
}

@InputType({ description: 'The template to delete.' })
export class DeleteTemplateInput {
  @Field(() => ID, { description: 'The template.' })
  id!: string;
}

@ArgsType()
export class TemplatesArgs extends PageArgs {
  @Field(() => TemplateDirectionEnum, {
    nullable: true,
    description: 'Only templates for exports, or only for imports.',
  })
  direction?: TemplateDirection | null;
}
