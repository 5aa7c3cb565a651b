import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { answering, ProblemType, type RequestContext } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { CallbackInput } from '../callbacks/index.js';
import { Task } from '../tasks/index.js';
import type { UndoService } from './undo.service.js';

@InputType({ description: 'The import, or the undo of an import, to undo.' })
export class UndoImportInput extends CallbackInput {
  @Field(() => ID, { description: 'The task that executed the import, or that undid it.' })
  taskId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Undo the import even if resources were changed since. Those changes are lost.',
  })
  force?: boolean | null;
}

@ObjectType({ description: 'The result of undoImport.' })
export class UndoImportPayload {
  @Field(() => Task, {
    nullable: true,
    description: 'The task that was started; null if and only if there are problems.',
  })
  task!: Task | null;

  @Field(() => [ProblemType], { description: 'Why the task was not started; empty on success.' })
  problems!: Problem[];
}

@Resolver()
export class UndoResolver {
  constructor(private readonly service: UndoService) {}

  @Mutation(
    () => UndoImportPayload,
    answering('Undoes an import: created resources are deleted, changed resources get their previous content.', [
      'CALLBACK_INVALID',
      'CALLBACK_NOT_ALLOWED',
      'CHANGED_SINCE_IMPORT',
      'HAS_DEPENDENTS',
      'INVALID_ID',
      'NAME_TAKEN',
      'NOT_FOUND',
      'PACK_OFF',
      'PARENT_MISSING',
      'TASK_NOT_UNDOABLE',
      'UNIQUE_TEXT_TAKEN',
    ]),
  )
  undoImport(
    @Arg('input', () => UndoImportInput, { description: 'The import.' }) input: UndoImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<UndoImportPayload> {
    return this.service.undo(input, session);
  }
}
