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
  description: 'What a task does.',
  valuesConfig: {
    EXPORT: { description: 'Writes a selection into a file.' },
    STAGE_IMPORT: { description: 'Reads an uploaded file and derives its import plan.' },
    EXECUTE_IMPORT: { description: 'Carries an import plan out.' },
    UNDO_IMPORT: { description: 'Takes an import back.' },
  },
});
registerEnumType(TaskStatusEnum, {
  name: 'TaskStatus',
  description: 'The state of a task.',
  valuesConfig: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is under way.' },
    COMPLETED: { description: 'It did all that was asked.' },
    COMPLETED_WITH_ERRORS: { description: 'It did what could be done; the error report holds the rest.' },
    FAILED: { description: 'It did nothing; errorMessage says why.' },
    CANCELLED: { description: 'It was cancelled, and did nothing.' },
  },
});

@Entity('task')
@ObjectType('Task', { implements: NodeType, description: 'One long job.' })
export class Task {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  @Field(() => TaskTypeEnum, { description: 'What it does.' })
  type!: TaskType;

  @Column('text')
  @Field(() => TaskStatusEnum, { description: 'Its state.' })
  status!: TaskStatus;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'What it is doing, in a word.' })
  stage!: string | null;

  @Column(nullableTextColumn)
  projectId!: string | null;

  @Column(nullableTextColumn)
  branchId!: string | null;

  @Column(nullableTextColumn)
  planId!: string | null;

  /** Of an undo: the task that it takes back. */
  @Column(nullableTextColumn)
  undoesTaskId!: string | null;

  /** Who asked for it, and the name that they had then; null for tasks from before there were principals. */
  @Column(nullableTextColumn)
  principalId!: string | null;

  @Column(nullableTextColumn)
  principalName!: string | null;

  /** JSON: what it was asked to do. */
  @Column('text')
  input!: string;

  @Column('integer')
  @Field(() => Int, { description: 'How many items it has dealt with.' })
  processedCount!: number;

  @Column({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many items there are; null while that is unknown.' })
  totalCount!: number | null;

  @Column('integer')
  @Field(() => Int, { description: 'How many resources were made.' })
  createdCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'How many resources were changed.' })
  updatedCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'How many items were on the branch already, just so.' })
  unchangedCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'How many items were left out on purpose.' })
  skippedCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'How many resources were deleted; only taking an import back deletes any.' })
  deletedCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'How many items could not be dealt with.' })
  failedCount!: number;

  /** How often it was started; a server that dies in the middle starts it again. */
  @Column('integer')
  attempt!: number;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When it was started, the last time.' })
  startedAt!: Date | null;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;

  /** The server that runs it. */
  @Column(nullableTextColumn)
  runnerId!: string | null;

  /** When that server last told that it is at it, by the database's clock. */
  @Column(nullableTimeColumn)
  heartbeatAt!: Date | null;

  @Column('boolean')
  isCancelRequested!: boolean;

  /** A sentence; it is made for who asked for the task. */
  @Column(nullableTextColumn)
  errorMessage!: string | null;
}
