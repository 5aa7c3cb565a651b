import { Field, ObjectType } from 'type-graphql';
import { connectionType, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Task } from './task.entity.js';

export const TaskConnection = connectionType(Task, 'Task');

@ObjectType({ description: 'What came of cancelling a task.' })
export class CancelTaskPayload {
  @Field(() => Task, { nullable: true, description: 'The task as it is now; null exactly when there are problems.' })
  task!: Task | null;

  @Field(() => [ProblemType], { description: 'Why it could not be cancelled.' })
  problems!: Problem[];
}
