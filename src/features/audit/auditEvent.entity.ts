import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTextColumn, timeColumn } from '../../database/index.js';
import type { JsonObject } from '../../shared/json.js';
import { AuditActionEnum, AuditOutcomeEnum, type AuditAction, type AuditOutcome } from './auditAction.js';

registerEnumType(AuditActionEnum, {
  name: 'AuditAction',
  description: 'The action.',
  valuesConfig: {
    EXPORT: { description: 'Resources were exported.' },
    IMPORT: { description: 'An import plan was executed.' },
    UNDO: { description: 'An import was undone.' },
    CREATE: { description: 'A resource was created through the API.' },
    UPDATE: { description: 'The spec or title of a resource was changed.' },
    RENAME: { description: 'A resource was renamed, together with all references to it.' },
    DETACH: { description: 'A reference became an editable copy.' },
    RESTORE: { description: 'A resource was restored to an earlier revision.' },
    DELETE: { description: 'A resource was deleted.' },
    PROJECT_CREATE: { description: 'A project was created.' },
    PROJECT_UPDATE: { description: 'The name, description or capabilities of a project were changed.' },
    PROJECT_DELETE: { description: 'A project was deleted, with all that it held.' },
    BRANCH_DELETE: { description: 'A branch was deleted, with all that it held.' },
    TASK_DELETE: { description: 'Tasks were deleted with their files: one by hand, or old ones by the server.' },
    BRANCH_CREATE: { description: 'A branch was created.' },
    PACK_SWITCH: { description: 'A pack was enabled or disabled for a project.' },
    TEMPLATE_SAVE: { description: 'A template was saved.' },
    TEMPLATE_DELETE: { description: 'A template was deleted.' },
    SCHEDULE_SAVE: { description: 'A schedule was saved, enabled, disabled, or asked to run.' },
    SCHEDULE_DELETE: { description: 'A schedule was deleted.' },
    SCHEDULE_RUN: {
      description:
        'A run of a schedule started a task, or could not start it. The task has an event of its own when it ends.',
    },
    BINDING_SET: { description: 'A binding was set by hand.' },
    BINDING_DELETE: { description: 'A binding was deleted by hand.' },
    TOKEN_CREATE: { description: 'An access token was created.' },
    TOKEN_REVOKE: { description: 'An access token was revoked.' },
    ROLE_GRANT: { description: 'A principal was given a role in a project.' },
    ROLE_REVOKE: { description: 'The role of a principal in a project was revoked.' },
    GROUP_CHANGE: { description: 'A group was created, or its members were changed.' },
    SUPERUSER_CHANGE: { description: 'A principal was made a superuser, or lost superuser rights.' },
    TASK_CANCEL: {
      description:
        'A request to cancel a task was denied. A task that was cancelled has its own event, with the outcome CANCELLED.',
    },
    READERS_CHANGE: { description: 'The readers of a resource were changed.' },
    STAGE: { description: 'A file was uploaded and read, and an import plan was created.' },
    DISCARD: { description: 'An import plan was discarded.' },
    DOWNLOAD: { description: 'A download of a task file was started.' },
    AUTHENTICATE: {
      description:
        'Invalid credentials were presented. The principal is unknown; the detail contains the address and the number of attempts.',
    },
    SIGN_IN: { description: 'A person signed in with a browser, and a session was created.' },
    SIGN_OUT: { description: 'A person signed out, and the session ended.' },
  },
});
registerEnumType(AuditOutcomeEnum, {
  name: 'AuditOutcome',
  description: 'The outcome of an action.',
  valuesConfig: {
    SUCCEEDED: { description: 'The action succeeded.' },
    SUCCEEDED_WITH_ERRORS: { description: 'The action succeeded for some items and failed for others.' },
    FAILED: { description: 'The action failed; nothing was changed.' },
    CANCELLED: { description: 'The action was cancelled; nothing was changed.' },
    DENIED: { description: 'The principal had no permission; nothing was changed.' },
  },
});

/** A row of the audit log; never changed. */
@Entity('audit_event')
@ObjectType('AuditEvent', {
  implements: NodeType,
  description: 'An entry of the audit log: an action that was performed or refused.',
})
export class AuditEvent {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When the action was performed.' })
  at!: Date;

  @Column('text')
  @Field(() => AuditActionEnum, { description: 'The action.' })
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
      'The id of the object of the action: a resource, task, branch, template, token or principal. The object may no longer exist.',
  })
  subjectId!: string | null;

  @Column('text')
  @Field(() => AuditOutcomeEnum, { description: 'The outcome of the action.' })
  outcome!: AuditOutcome;

  @Column(nullableTextColumn)
  @Field(() => String, {
    nullable: true,
    description: 'The id of the trace of the action (OpenTelemetry); null if the server sent no traces.',
  })
  traceId!: string | null;

  /** Read only on request. */
  @Column({ type: 'simple-json', select: false })
  detail!: JsonObject;
}
