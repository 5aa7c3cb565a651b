import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { answering, DeletionPayload, type RequestContext } from '../../graphql/index.js';
import { isId } from '../../shared/clock.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { WorkerCall, Workers } from '../workers/index.js';
import { deleteBranchCall, type Deletion } from './deleteBranch.call.js';
import { deleteProjectCall } from './deleteProject.call.js';
import { deleteTaskCall } from './deleteTask.call.js';

@InputType({ description: 'The project to delete.' })
export class DeleteProjectInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => String, { description: 'The key of the project, as a confirmation.' })
  confirmKey!: string;
}

@InputType({ description: 'The branch to delete.' })
export class DeleteBranchInput {
  @Field(() => ID, { description: 'The branch.' })
  id!: string;
}

@InputType({ description: 'The task to delete.' })
export class DeleteTaskInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;
}

@ObjectType({ description: 'The result of deleting a project.' })
export class DeleteProjectPayload extends DeletionPayload {}

@ObjectType({ description: 'The result of deleting a branch.' })
export class DeleteBranchPayload extends DeletionPayload {}

@ObjectType({ description: 'The result of deleting a task.' })
export class DeleteTaskPayload extends DeletionPayload {}

@Resolver()
export class DeletionResolver {
  constructor(private readonly workers: Workers) {}

  @Mutation(
    () => DeleteProjectPayload,
    answering(
      'Deletes a project with its branches, resources, plans, templates, schedules, tasks and files. This cannot be undone. References in other projects keep their origin; the audit log keeps its events.',
      ['CONFIRMATION_WRONG', 'INVALID_ID', 'NOT_FOUND', 'TASK_NOT_ENDED'],
    ),
  )
  deleteProject(
    @Arg('input', () => DeleteProjectInput, { description: 'The project.' }) input: DeleteProjectInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DeleteProjectPayload> {
    return this.delete(deleteProjectCall, { id: input.id, confirmKey: input.confirmKey, actor: session.actor });
  }

  @Mutation(
    () => DeleteBranchPayload,
    answering(
      'Deletes a branch with its resources, plans, tasks and files. This cannot be undone. The default branch cannot be deleted.',
      ['BRANCH_IS_DEFAULT', 'INVALID_ID', 'NOT_FOUND', 'TASK_NOT_ENDED'],
    ),
  )
  deleteBranch(
    @Arg('input', () => DeleteBranchInput, { description: 'The branch.' }) input: DeleteBranchInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DeleteBranchPayload> {
    return this.delete(deleteBranchCall, { id: input.id, actor: session.actor });
  }

  @Mutation(
    () => DeleteTaskPayload,
    answering(
      'Deletes an ended task with its files. Deleting a task that read a file also deletes its import plan. Imported resources stay, but the import cannot be undone after its task was deleted. An import that was undone stays undone when the task of its undo is deleted.',
      ['INVALID_ID', 'NOT_FOUND', 'TASK_IN_USE', 'TASK_NOT_ENDED'],
    ),
  )
  deleteTask(
    @Arg('input', () => DeleteTaskInput, { description: 'The task.' }) input: DeleteTaskInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DeleteTaskPayload> {
    return this.delete(deleteTaskCall, { id: input.id, actor: session.actor });
  }

  private async delete<Args extends Deletion>(
    call: WorkerCall<Args, Problem[]>,
    args: Args,
  ): Promise<{ deletedId: string | null; problems: Problem[] }> {
    const { id } = args;
    const problems = isId(id) ? await this.workers.call(call, args) : [notAnId(id)];
    return { deletedId: problems.length > 0 ? null : id, problems };
  }
}

function notAnId(id: string): Problem {
  return errorProblem('INVALID_ID', `"${id.slice(0, 80)}" is not an id of this server.`, { path: ['input', 'id'] });
}
