import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { nullableTextColumn, nullableTimeColumn, timeColumn } from '../../database/index.js';
import { NodeType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { ScheduleActionEnum, type ScheduleAction } from './scheduleAction.js';

registerEnumType(ScheduleActionEnum, {
  name: 'ScheduleAction',
  description: 'What a schedule does.',
  valuesConfig: {
    EXPORT: { description: 'Exports to a file, such as a backup.' },
    STAGE_TRANSFER: {
      description: 'Creates the import plan of a transfer, which shows what differs. Nothing is imported.',
    },
    TRANSFER: {
      description: 'Creates the import plan of a transfer and executes it, unless somebody has to decide something.',
    },
  },
});

@Entity('schedule')
@ObjectType('Schedule', {
  implements: NodeType,
  description:
    'An export or a transfer that starts by itself at certain times. It runs with the rights that its owner has at that time.',
})
export class Schedule {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column('text')
  projectId!: string;

  @Column('text')
  @Field(() => String, { description: 'Its name, unique in the project, case-insensitive.' })
  name!: string;

  @Column('text')
  foldedName!: string;

  @Column('text')
  @Field(() => ScheduleActionEnum, { description: 'What it does.' })
  action!: ScheduleAction;

  @Column('text')
  @Field(() => String, {
    description: 'The times, as a cron expression: minute, hour, day of the month, month, day of the week.',
  })
  cron!: string;

  @Column('text')
  @Field(() => String, { description: 'The time zone of the times, such as Europe/Rome.' })
  timeZone!: string;

  @Column('text')
  branchId!: string;

  @Column(nullableTextColumn)
  intoBranchId!: string | null;

  @Column('text')
  templateId!: string;

  @Column(nullableTextColumn)
  importTemplateId!: string | null;

  @Column(nullableTextColumn)
  callbackUrl!: string | null;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'The key in the callbacks of its tasks.' })
  callbackKey!: string | null;

  /** The owner: who saved it last, with their name at that time. */
  @Column('text')
  principalId!: string;

  @Column('text')
  principalName!: string;

  /** Whether it was saved with superuser rights; otherwise it never runs with them. */
  @Column('boolean')
  hasSuperuserRights!: boolean;

  /** When it runs next; null: it is disabled. */
  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When it runs next; null while it is disabled.' })
  nextRunAt!: Date | null;

  /** When somebody asked for a run beside its times. */
  @Column(nullableTimeColumn)
  @Field(() => Date, {
    nullable: true,
    description: 'When somebody asked for a run that has not begun yet; null if nobody did.',
  })
  runRequestedAt!: Date | null;

  /** Of the last run: the time for which it was planned, and when it began. */
  @Column(nullableTimeColumn)
  lastDueAt!: Date | null;

  @Column(nullableTimeColumn)
  lastStartedAt!: Date | null;

  @Column(nullableTextColumn)
  lastTaskId!: string | null;

  /** Why the last run could not start its task. */
  @Column('simple-json')
  lastProblems!: Problem[];

  /** The plan of the last run that is to be executed when it is staged. */
  @Column(nullableTextColumn)
  stagedPlanId!: string | null;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was first saved.' })
  createdAt!: Date;

  @Column(timeColumn)
  @Field(() => Date, { description: 'When it was last saved, enabled or disabled.' })
  updatedAt!: Date;
}
