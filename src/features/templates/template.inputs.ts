import { GraphQLJSONObject } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/index.js';
import type { JsonObject } from '../../shared/json.js';
import { TemplateDirectionEnum, type TemplateDirection } from './templateDirection.js';

@InputType({ description: 'Settings that are to be saved under a name.' })
export class SaveTemplateInput {
  @Field(() => ID, { description: 'The project that it belongs to.' })
  projectId!: string;

  @Field(() => String, { description: 'Its name, unique in its project and direction without regard to case.' })
  name!: string;

  @Field(() => TemplateDirectionEnum, { description: 'What it holds the settings of.' })
  direction!: TemplateDirection;

  @Field(() => GraphQLJSONObject, {
    description:
      'For exports what StartExportInput takes, its branch aside; for imports the options of StageImportInput, and next to them mode, format and importStrategy.',
  })
  settings!: JsonObject;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a template that has the name already gets these settings; else the name is taken.',
  })
  isOverwriteAllowed!: boolean;
}

@InputType({ description: 'A template that is not wanted any more.' })
export class DeleteTemplateInput {
  @Field(() => ID, { description: 'The template.' })
  id!: string;
}

@ArgsType()
export class TemplatesArgs extends PageArgs {
  @Field(() => TemplateDirectionEnum, { nullable: true, description: 'Only templates of exports, or of imports.' })
  direction?: TemplateDirection | null;
}
