import { Arg, Ctx, Mutation, ObjectType, Field, Resolver } from 'type-graphql';
import { answering, ProblemType, type RequestContext } from '../../../graphql/index.js';
import type { Problem } from '../../../shared/problem.js';
import { Task } from '../../tasks/index.js';
import { DiscardImportInput, ExecuteImportInput } from './execution.inputs.js';
import { PlanPayload } from '../import.type.js';
import type { ExecutionService } from './execution.service.js';

@ObjectType({ description: 'The result of executeImport.' })
export class ExecuteImportPayload {
  @Field(() => Task, {
    nullable: true,
    description: 'The task that was started; null if and only if there are problems.',
  })
  task!: Task | null;

  @Field(() => [ProblemType], { description: 'Why the task was not started; empty on success.' })
  problems!: Problem[];
}

@ObjectType({ description: 'The result of discardImport.' })
export class DiscardImportPayload extends PlanPayload {}

/** The execution of a plan, or its end without one. */
@Resolver()
export class ExecutionResolver {
  constructor(private readonly service: ExecutionService) {}

  @Mutation(
    () => ExecuteImportPayload,
    answering('Executes a plan in one transaction.', [
      'CALLBACK_INVALID',
      'CALLBACK_NOT_ALLOWED',
      'INVALID_ID',
      'NOT_FOUND',
      'PLAN_CHANGED',
      'PLAN_NOT_EXECUTABLE',
      'PLAN_NOT_READY',
      'SEAL_EXPIRED',
      'TARGET_CHANGED',
    ]),
  )
  executeImport(
    @Arg('input', () => ExecuteImportInput, { description: 'The plan.' }) input: ExecuteImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<ExecuteImportPayload> {
    return this.service.execute(input, session);
  }

  @Mutation(
    () => DiscardImportPayload,
    answering('Discards a plan and deletes its staged items.', ['INVALID_ID', 'NOT_FOUND', 'PLAN_NOT_READY']),
  )
  discardImport(
    @Arg('input', () => DiscardImportInput, { description: 'The plan.' }) input: DiscardImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DiscardImportPayload> {
    return this.service.discard(input.planId, session.actor);
  }
}
