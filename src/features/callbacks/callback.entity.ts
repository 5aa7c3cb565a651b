import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { nullableTextColumn, nullableTimeColumn } from '../../database/index.js';

export const CallbackStatusEnum = { PENDING: 'PENDING', DELIVERED: 'DELIVERED', FAILED: 'FAILED' } as const;
export type CallbackStatus = keyof typeof CallbackStatusEnum;

registerEnumType(CallbackStatusEnum, {
  name: 'CallbackStatus',
  description: 'The state of a callback.',
  valuesConfig: {
    PENDING: { description: 'The task has not ended, or the receiver has not taken the callback yet.' },
    DELIVERED: { description: 'The receiver answered with a status of 200 to 299.' },
    FAILED: { description: 'It was given up; lastError says why.' },
  },
});

@Entity('task_callback')
@ObjectType('TaskCallback', { description: 'Who is told that a task has ended, and whether that was done.' })
export class TaskCallback {
  @PrimaryColumn('text')
  taskId!: string;

  @Column('text')
  @Field(() => String, {
    description:
      'The address that the outcome is posted to, without its query; for others than who asked for the task and managers of its project, scheme, host and port alone.',
  })
  url!: string;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'What the caller gave, to know what the callback belongs to.' })
  key!: string | null;

  @Column('text')
  @Field(() => CallbackStatusEnum, { description: 'Its state.' })
  status!: CallbackStatus;

  @Column('integer')
  @Field(() => Int, { description: 'How often it was tried; 0 while the task has not ended.' })
  attempts!: number;

  /** When it may be tried the next time, by the database's clock; null: as soon as the task has ended. */
  @Column(nullableTimeColumn)
  nextAt!: Date | null;

  @Column(nullableTextColumn)
  @Field(() => String, {
    nullable: true,
    description: 'Why the last attempt that failed did so, as a sentence; null when none did.',
  })
  lastError!: string | null;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When the receiver took it; null until then.' })
  deliveredAt!: Date | null;
}
