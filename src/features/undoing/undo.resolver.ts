import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { ProblemType, type RequestContext } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { CallbackInput } from '../callbacks/index.js';
import { Task } from '../tasks/index.js';
import type { UndoService } from './undo.service.js';

@InputType({ description: 'An import that is to be taken back, or an undo.' })
export class UndoImportInput extends CallbackInput {
  @Field(() => ID, { description: 'The task that carried the import out, or that took it back.' })
  taskId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Take it back although resources were changed since; those changes are lost.',
  })
  force?: boolean | null;
}

@ObjectType({ description: 'What came of taking an import back.' })
export class UndoImportPayload {
  @Field(() => Task, { nullable: true, description: 'The task that does it; null exactly when there are problems.' })
  task!: Task | null;

  @Field(() => [ProblemType], { description: 'Why nothing was started.' })
  problems!: Problem[];
}

@Resolver()
export class UndoResolver {
  constructor(private readonly service: UndoService) {}

  @Mutation(() => UndoImportPayload, {
    description: 'Takes an import back: what it made is deleted, what it changed gets its content of before.',
  })
  undoImport(
    @Arg('input', () => UndoImportInput, { description: 'The import.' }) input: UndoImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<UndoImportPayload> {
    return this.service.undo(input, session);
  }
}
