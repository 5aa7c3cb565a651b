import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NodeType } from '../../graphql/index.js';
import { nullableTextColumn, nullableTimeColumn, timeColumn } from '../../database/index.js';
import { TaskStatusEnum, type TaskStatus } from './taskStates.js';

export const TaskTypeEnum = {
  EXPORT: 'EXPORT',
  STAGE_IMPORT: 'STAGE_IMPORT',
  EXECUTE_IMPORT: 'EXECUTE_IMPORT',
  UNDO_IMPORT: 'UNDO_IMPORT',
} as const;
export type TaskType = keyof typeof TaskTypeEnum;

registerEnumType(TaskTypeEnum, {
  name: 'TaskType',
  description: 'The type of a task.',
  valuesConfig: {
    EXPORT: { description: 'Exports a selection to a file.' },
    STAGE_IMPORT: {
      description:
        'Reads a file, which was uploaded or is transferred from another branch, and creates its import plan.',
    },
    EXECUTE_IMPORT: { description: 'Executes an import plan.' },
    UNDO_IMPORT: { description: 'Undoes an import.' },
  },
});
registerEnumType(TaskStatusEnum, {
  name: 'TaskStatus',
  description: 'The state of a task.',
  valuesConfig: {
    QUEUED: { description: 'The task is waiting to start.' },
    RUNNING: { description: 'The task is running.' },
    COMPLETED: { description: 'The task succeeded.' },
    COMPLETED_WITH_ERRORS: {
      description: 'The task succeeded for some items; the error report lists the failed ones.',
    },
    FAILED: { description: 'The task failed and changed nothing; errorMessage gives the reason.' },
    CANCELLED: { description: 'The task was cancelled and changed nothing.' },
  },
});

@Entity('task')
@ObjectType('Task', { implements: NodeType, description: 'A long-running job.' })
export class Task {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  @Field(() => TaskTypeEnum, { description: 'The type of the task.' })
  type!: TaskType;

  @Column('text')
  @Field(() => TaskStatusEnum, { description: 'Its state.' })
  status!: TaskStatus;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'The current stage, as one word.' })
  stage!: string | null;

  @Column(nullableTextColumn)
  projectId!: string | null;

  @Column(nullableTextColumn)
  branchId!: string | null;

  @Column(nullableTextColumn)
  planId!: string | null;

  /** For an undo: the task that it undoes. */
  @Column(nullableTextColumn)
  undoesTaskId!: string | null;

  /** Whether it was undone by a task that was deleted since. */
  @Column('boolean')
  isLeftUndone!: boolean;

  /** The user who started it, with their name at that time; null for tasks that are older than access control. */
  @Column(nullableTextColumn)
  principalId!: string | null;

  @Column(nullableTextColumn)
  principalName!: string | null;

  /** JSON: the input of the handler. */
  @Column('text')
  input!: string;

  @Column('integer')
  @Field(() => Int, { description: 'The number of items processed.' })
  processedCount!: number;

  @Column({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'The total number of items; null while it is unknown.' })
  totalCount!: number | null;

  @Column('integer')
  @Field(() => Int, { description: 'The number of resources created.' })
  createdCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'The number of resources updated.' })
  updatedCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'The number of items that the branch already had with the same content.' })
  unchangedCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'The number of items that were not selected.' })
  skippedCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'The number of resources deleted. Only undoing an import deletes resources.' })
  deletedCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'The number of items that failed.' })
  failedCount!: number;

  /** How often it was started: after a crash of a server it is started again. */
  @Column('integer')
  attempt!: number;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When the task was created.' })
  createdAt!: Date;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When the task was last started.' })
  startedAt!: Date | null;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When the task ended.' })
  endedAt!: Date | null;

  /** The server that runs it. */
  @Column(nullableTextColumn)
  runnerId!: string | null;

  /** When that server last reported that it runs the task, by the clock of the database. */
  @Column(nullableTimeColumn)
  heartbeatAt!: Date | null;

  @Column('boolean')
  isCancelRequested!: boolean;

  /** The span that created it, as the header `traceparent`; null if it is not traced. */
  @Column(nullableTextColumn)
  traceparent!: string | null;

  /** A message for the user who started the task. */
  @Column(nullableTextColumn)
  errorMessage!: string | null;
}
