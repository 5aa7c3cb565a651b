import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/index.js';
import { AuditActionEnum, type AuditAction } from './auditAction.js';

@InputType({ description: 'A filter for audit events. An event must match every condition.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Only events of this project.' })
  projectId?: string | null;

  @Field(() => [AuditActionEnum], { nullable: true, description: 'Only events of these actions.' })
  actions?: AuditAction[] | null;

  @Field(() => ID, { nullable: true, description: 'Only actions of this principal.' })
  principalId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Only events at or after this time.' })
  after?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Only events before this time.' })
  before?: Date | null;
}

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true, description: 'A filter for the list.' })
  filter?: AuditFilter | null;
}
