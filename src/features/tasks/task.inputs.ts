import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { orderType, PageArgs } from '../../graphql/index.js';
import type { OrderChoice } from '../../shared/listOrder.js';
import { TaskTypeEnum, type TaskType } from './task.entity.js';
import type { TaskOrderField } from './task.repository.js';
import { TaskStatusEnum, type TaskStatus } from './taskStates.js';

@InputType({ description: 'What a list of tasks is narrowed to; all that is given must hold.' })
export class TaskFilter {
  @Field(() => [TaskTypeEnum], { nullable: true, description: 'Only tasks of these types.' })
  types?: TaskType[] | null;

  @Field(() => [TaskStatusEnum], { nullable: true, description: 'Only tasks in these states.' })
  statuses?: TaskStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Only tasks of this branch.' })
  branchId?: string | null;
}

export const TaskOrder = orderType<TaskOrderField>('Task', {
  CREATED_AT: 'By when it was asked for.',
  ENDED_AT: 'By when it ended; tasks that have not ended come after all others.',
});

@ArgsType()
export class TasksArgs extends PageArgs {
  @Field(() => TaskFilter, { nullable: true, description: 'What the list is narrowed to.' })
  filter?: TaskFilter | null;

  @Field(() => TaskOrder, { nullable: true, description: 'The order of the list; newest first when absent.' })
  orderBy?: OrderChoice<TaskOrderField> | null;
}

@InputType({ description: 'A task that is to end.' })
export class CancelTaskInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;
}
