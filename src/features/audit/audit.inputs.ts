import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/index.js';
import { AuditActionEnum, type AuditAction } from './auditAction.js';

@InputType({ description: 'What a list of events is narrowed to; all that is given must hold.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Only events of this project.' })
  projectId?: string | null;

  @Field(() => [AuditActionEnum], { nullable: true, description: 'Only events of these actions.' })
  actions?: AuditAction[] | null;

  @Field(() => ID, { nullable: true, description: 'Only what this principal did.' })
  principalId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Only events of this time or later.' })
  after?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Only events before this time.' })
  before?: Date | null;
}

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'What the list is narrowed to.' })
  filter?: AuditFilter | null;
}
