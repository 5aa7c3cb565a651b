import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { answering, ProblemType, type RequestContext } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Task } from '../tasks/index.js';
import { StartExportInput } from './export.inputs.js';
import type { ExportService } from './export.service.js';
import { ExportField } from './export.type.js';

@ObjectType({ description: 'The result of startExport.' })
export class StartExportPayload {
  @Field(() => Task, {
    nullable: true,
    description: 'The task that writes the file; null if and only if there are problems.',
  })
  task!: Task | null;

  @Field(() => [ProblemType], { description: 'Why the task was not started; empty on success.' })
  problems!: Problem[];
}

@Resolver()
export class ExportResolver {
  constructor(private readonly service: ExportService) {}

  @Query(() => [ExportField], {
    nullable: true,
    description:
      'The fields that records of a kind can be exported with and filtered by; at most 10,000. Null if the branch does not exist.',
  })
  exportFields(
    @Arg('branchId', () => ID, { description: 'The branch.' }) branchId: string,
    @Arg('kind', () => String, { description: 'The kind.' }) kind: string,
    @Arg('definitionErc', () => String, {
      nullable: true,
      description: 'The external reference code of the definition, for records whose fields are defined by one.',
    })
    definitionErc: string | null,
  ): Promise<ExportField[]> {
    return this.service.fields({ branchId, kind, definitionErc: definitionErc ?? null });
  }

  @Mutation(
    () => StartExportPayload,
    answering('Starts a task that exports a selection to a file.', [
      'CALLBACK_INVALID',
      'CALLBACK_NOT_ALLOWED',
      'DEPENDENCY_MISSING',
      'FIELD_UNKNOWN',
      'FORMAT_UNSUPPORTED',
      'INVALID_ID',
      'NOT_EXPORTABLE',
      'NOT_FOUND',
      'SELECTION_EMPTY',
      'SETTING_INVALID',
      'TEMPLATE_UNFIT',
      'UNKNOWN_KIND',
    ]),
  )
  startExport(
    @Arg('input', () => StartExportInput, { description: 'The export to start.' }) input: StartExportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<StartExportPayload> {
    return this.service.start(input, session);
  }
}
