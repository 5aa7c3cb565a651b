import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { nullableTextColumn, nullableTimeColumn } from '../../database/index.js';

export const CallbackStatusEnum = { PENDING: 'PENDING', DELIVERED: 'DELIVERED', FAILED: 'FAILED' } as const;
export type CallbackStatus = keyof typeof CallbackStatusEnum;

registerEnumType(CallbackStatusEnum, {
  name: 'CallbackStatus',
  description: 'The state of a callback.',
  valuesConfig: {
    PENDING: { description: 'The task has not ended, or the callback has not been delivered yet.' },
    DELIVERED: { description: 'The receiver answered with a status from 200 to 299.' },
    FAILED: { description: 'All attempts failed; lastError gives the reason.' },
  },
});

@Entity('task_callback')
@ObjectType('TaskCallback', { description: 'The callback of a task and its delivery.' })
export class TaskCallback {
  @PrimaryColumn('text')
  taskId!: string;

  @Column('text')
  @Field(() => String, {
    description:
      'The URL of the callback, without its query. Only the user who started the task and managers of its project see the full path; others see scheme, host and port.',
  })
  url!: string;

  @Column(nullableTextColumn)
  @Field(() => String, { nullable: true, description: 'The callbackKey of the request.' })
  key!: string | null;

  @Column('text')
  @Field(() => CallbackStatusEnum, { description: 'Its state.' })
  status!: CallbackStatus;

  @Column('integer')
  @Field(() => Int, { description: 'The number of attempts; 0 until the task has ended.' })
  attempts!: number;

  /** Time of the next attempt, by the database's clock; null: as soon as the task has ended. */
  @Column(nullableTimeColumn)
  nextAt!: Date | null;

  @Column(nullableTextColumn)
  @Field(() => String, {
    nullable: true,
    description: 'Why the last failed attempt failed; null if none failed.',
  })
  lastError!: string | null;

  @Column(nullableTimeColumn)
  @Field(() => Date, { nullable: true, description: 'When the callback was delivered; null until then.' })
  deliveredAt!: Date | null;
}
