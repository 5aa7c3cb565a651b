import { Field, ObjectType } from 'type-graphql';
import { connectionType, DeletionPayload, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Template } from './template.entity.js';

export const TemplateConnection = connectionType(Template, 'Template');

@ObjectType({ description: 'The result of saveTemplate.' })
export class SaveTemplatePayload {
  @Field(() => Template, { nullable: true, description: 'The template; null if and only if there are problems.' })
  template!: Template | null;

  @Field(() => [ProblemType], { description: 'Why the template was not saved; empty on success.' })
  problems!: Problem[];
}

@ObjectType({ description: 'The result of deleteTemplate.' })
export class DeleteTemplatePayload extends DeletionPayload {}
