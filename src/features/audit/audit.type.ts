import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/index.js';
import { AuditEvent } from './auditEvent.entity.js';

export const AuditEventConnection = connectionType(AuditEvent, 'AuditEvent');

@ObjectType({ description: 'A project, as an event of the audit log names it.' })
export class AuditProject {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The key that it had then.' })
  key!: string;
}
