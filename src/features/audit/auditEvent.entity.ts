import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTextColumn, timeColumn } from '../../database/index.js';
import type { JsonObject } from '../../shared/json.js';
import { AuditActionEnum, AuditOutcomeEnum, type AuditAction, type AuditOutcome } from './auditAction.js';

registerEnumType(AuditActionEnum, {
  name: 'AuditAction',
  description: 'What was done.',
  valuesConfig: {
    EXPORT: { description: 'Resources were exported.' },
    IMPORT: { description: 'An import plan was carried out.' },
    UNDO: { description: 'An import was taken back.' },
    CREATE: { description: 'A resource was made by hand.' },
    UPDATE: { description: 'A resource got another spec or title.' },
    RENAME: { description: 'A resource got another name, and what refers to it followed.' },
    DETACH: { description: 'A reference became an editable copy.' },
    RESTORE: { description: 'A resource got the content of an earlier state.' },
    DELETE: { description: 'A resource was deleted.' },
    PROJECT_CREATE: { description: 'A project was made.' },
    BRANCH_CREATE: { description: 'A branch was made.' },
    PACK_SWITCH: { description: 'A pack was switched on or off for a project.' },
    TEMPLATE_SAVE: { description: 'Settings were saved as a template.' },
    TEMPLATE_DELETE: { description: 'A template was deleted.' },
    TOKEN_CREATE: { description: 'An access token was made.' },
    TOKEN_REVOKE: { description: 'An access token was revoked.' },
    ROLE_GRANT: { description: 'Somebody got a role in a project.' },
    ROLE_REVOKE: { description: 'Somebody lost their role in a project.' },
    GROUP_CHANGE: { description: 'A group was made, or got or lost members.' },
    SUPERUSER_CHANGE: { description: 'Somebody became a superuser, or is none any more.' },
    TASK_CANCEL: {
      description:
        'Somebody wanted to cancel a task and was not allowed to; one that was cancelled has an event of its own.',
    },
    READERS_CHANGE: { description: 'Who may read a resource was changed.' },
    STAGE: { description: 'A file was uploaded and read, for an import that is still to be decided.' },
    DISCARD: { description: 'An import plan was thrown away.' },
    DOWNLOAD: { description: 'Somebody began to download a file of a task.' },
    AUTHENTICATE: {
      description:
        'Credentials were shown that do not hold. Nobody knows by whom: the detail has the address and their number.',
    },
  },
});
registerEnumType(AuditOutcomeEnum, {
  name: 'AuditOutcome',
  description: 'How something that was done ended.',
  valuesConfig: {
    SUCCEEDED: { description: 'It was done.' },
    SUCCEEDED_WITH_ERRORS: { description: 'What could be done was done; the rest was not.' },
    FAILED: { description: 'It could not be done; nothing was changed.' },
    CANCELLED: { description: 'It was cancelled; nothing was changed.' },
    DENIED: { description: 'It was not allowed to who asked for it; nothing was changed.' },
  },
});

/** A row of the audit log; never changed. */
@Entity('audit_event')
@ObjectType('AuditEvent', {
  implements: NodeType,
  description: 'Something that was done, or refused, as the audit log keeps it.',
})
export class AuditEvent {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was done.' })
  at!: Date;

  @Column('text')
  @Field(() => AuditActionEnum, { description: 'What was done.' })
  action!: AuditAction;

  @Column('text')
  principalId!: string;

  @Column('text')
  principalName!: string;

  @Column(nullableTextColumn)
  projectId!: string | null;

  @Column(nullableTextColumn)
  projectKey!: string | null;

  @Column(nullableTextColumn)
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of what it was done to: a resource, task, branch, template, token or principal; it may be gone.',
  })
  subjectId!: string | null;

  @Column('text')
  @Field(() => AuditOutcomeEnum, { description: 'How it ended.' })
  outcome!: AuditOutcome;

  /** Read only where it is asked for. */
  @Column({ type: 'simple-json', select: false })
  detail!: JsonObject;
}
