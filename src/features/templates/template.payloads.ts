import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Template } from './template.entity.js';

export const TemplateConnection = connectionType(Template, 'Template');

@ObjectType({ description: 'What came of saving a template.' })
export class SaveTemplatePayload {
  @Field(() => Template, { nullable: true, description: 'The template; null exactly when there are problems.' })
  template!: Template | null;

  @Field(() => [ProblemType], { description: 'Why it could not be saved.' })
  problems!: Problem[];
}

@ObjectType({ description: 'What came of deleting a template.' })
export class DeleteTemplatePayload {
  @Field(() => ID, { nullable: true, description: 'The id that it had; null exactly when there are problems.' })
  deletedId!: string | null;

  @Field(() => [ProblemType], { description: 'Why it could not be deleted.' })
  problems!: Problem[];
}
