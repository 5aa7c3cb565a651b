import { Field, ObjectType } from 'type-graphql';
import { connectionType, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Task } from './task.entity.js';

export const TaskConnection = connectionType(Task, 'Task');

@ObjectType({ description: 'The result of cancelTask.' })
export class CancelTaskPayload {
  @Field(() => Task, {
    nullable: true,
    description: 'The task after the change; null if and only if there are problems.',
  })
  task!: Task | null;

  @Field(() => [ProblemType], { description: 'Why the task was not cancelled; empty on success.' })
  problems!: Problem[];
}
