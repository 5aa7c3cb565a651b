import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/index.js';
import { AuditEvent } from './auditEvent.entity.js';

export const AuditEventConnection = connectionType(AuditEvent, 'AuditEvent');

@ObjectType({ description: 'The project of an audit event.' })
export class AuditProject {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The key of the project at that time.' })
  key!: string;
}
