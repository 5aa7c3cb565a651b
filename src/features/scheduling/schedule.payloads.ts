import { Field, ObjectType } from 'type-graphql';
import { connectionType, DeletionPayload, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Schedule } from './schedule.entity.js';

export const ScheduleConnection = connectionType(Schedule, 'Schedule');

/** A schedule, or the problems why it was not changed. */
@ObjectType()
abstract class SchedulePayload {
  @Field(() => Schedule, { nullable: true, description: 'The schedule; null if and only if there are problems.' })
  schedule!: Schedule | null;

  @Field(() => [ProblemType], { description: 'Why nothing was changed; empty on success.' })
  problems!: Problem[];
}

@ObjectType({ description: 'The result of saveSchedule.' })
export class SaveSchedulePayload extends SchedulePayload {}

@ObjectType({ description: 'The result of setScheduleEnabled.' })
export class SetScheduleEnabledPayload extends SchedulePayload {}

@ObjectType({ description: 'The result of runSchedule.' })
export class RunSchedulePayload extends SchedulePayload {}

@ObjectType({ description: 'The result of deleteSchedule.' })
export class DeleteSchedulePayload extends DeletionPayload {}

@ObjectType({ description: 'The last run of a schedule.' })
export class ScheduleRun {
  @Field(() => Date, { description: 'The time for which it was planned, or when somebody asked for it.' })
  dueAt!: Date;

  @Field(() => Date, {
    description: 'When it began: later than planned if no server ran then, or if the run before it had not ended.',
  })
  startedAt!: Date;

  taskId!: string | null;

  @Field(() => [ProblemType], {
    description:
      'Why it could not start its task; empty otherwise. They may name resources that not everyone may see: others than the owner, and managers for an export, see the codes with their general meaning.',
  })
  problems!: Problem[];
}
