import { Field, ID, InputType } from 'type-graphql';
import { CallbackInput } from '../callbacks/index.js';
import { ScheduleActionEnum, type ScheduleAction } from './scheduleAction.js';

@InputType({ description: 'The schedule to save. Each task of its runs is reported to the callback.' })
export class SaveScheduleInput extends CallbackInput {
  @Field(() => ID, {
    description: 'The project that it belongs to: that of the exported branch, or of the branch to import into.',
  })
  projectId!: string;

  @Field(() => String, { description: 'Its name, unique in the project, case-insensitive.' })
  name!: string;

  @Field(() => ScheduleActionEnum, { description: 'What it does.' })
  action!: ScheduleAction;

  @Field(() => String, {
    description:
      'When it runs, as a cron expression of five fields: minute, hour, day of the month, month, day of the week; for example "30 2 * * *" for every night at half past two.',
  })
  cron!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The time zone of the expression, such as Europe/Rome. Defaults to UTC. A time that the change to summer time skips comes due right after it; one that occurs twice comes due once.',
  })
  timeZone?: string | null;

  @Field(() => ID, { description: 'The branch to export from.' })
  branchId!: string;

  @Field(() => ID, {
    description: 'The template for exports that says what is exported: one of the project of branchId.',
  })
  templateId!: string;

  @Field(() => ID, { nullable: true, description: 'For transfers: the branch to import into.' })
  intoBranchId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For transfers: a template for imports of the project, if settings other than the defaults are used.',
  })
  importTemplateId?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it runs; otherwise it is only kept.' })
  isEnabled!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether an existing schedule of this name is overwritten. When false, an existing name is a problem.',
  })
  isOverwriteAllowed!: boolean;
}

@InputType({ description: 'The schedule to enable or disable.' })
export class SetScheduleEnabledInput {
  @Field(() => ID, { description: 'The schedule.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it runs.' })
  isEnabled!: boolean;
}

@InputType({ description: 'The schedule to run now.' })
export class RunScheduleInput {
  @Field(() => ID, { description: 'The schedule.' })
  id!: string;
}

@InputType({ description: 'The schedule to delete.' })
export class DeleteScheduleInput {
  @Field(() => ID, { description: 'The schedule.' })
  id!: string;
}
