import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { orderType, PageArgs } from '../../graphql/index.js';
import type { OrderChoice } from '../../shared/listOrder.js';
import { TaskTypeEnum, type TaskType } from './task.entity.js';
import type { TaskOrderField } from './task.repository.js';
import { TaskStatusEnum, type TaskStatus } from './taskStates.js';

@InputType({ description: 'A filter for tasks. A task must match every condition.' })
export class TaskFilter {
  @Field(() => [TaskTypeEnum], { nullable: true, description: 'Only tasks of these types.' })
  types?: TaskType[] | null;

  @Field(() => [TaskStatusEnum], { nullable: true, description: 'Only tasks in these states.' })
  statuses?: TaskStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only tasks that are undone, or only others: see Task.isUndone.',
  })
  isUndone?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only tasks of this branch.' })
  branchId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only tasks whose file, or the user who started them, has this text in its name, case-insensitive. The file of a plan counts for all tasks of the plan.',
  })
  search?: string | null;
}

export const TaskOrder = orderType<TaskOrderField>('Task', {
  CREATED_AT: 'By the time of creation.',
  ENDED_AT: 'By the time at which the task ended. Tasks that have not ended come last.',
});

@ArgsType()
export class TasksArgs extends PageArgs {
  @Field(() => TaskFilter, { nullable: true, description: 'A filter for the list.' })
  filter?: TaskFilter | null;

  @Field(() => TaskOrder, { nullable: true, description: 'The order of the list; newest first when absent.' })
  orderBy?: OrderChoice<TaskOrderField> | null;
}

@InputType({ description: 'The task to cancel.' })
export class CancelTaskInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;
}
