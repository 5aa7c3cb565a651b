import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { ProblemType, type RequestContext } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Task } from '../tasks/index.js';
import { StartExportInput } from './export.inputs.js';
import type { ExportService } from './export.service.js';
import { ExportField } from './export.type.js';

@ObjectType({ description: 'What came of starting an export.' })
export class StartExportPayload {
  @Field(() => Task, {
    nullable: true,
    description: 'The task that writes the file; null exactly when there are problems.',
  })
  task!: Task | null;

  @Field(() => [ProblemType], { description: 'Why nothing was started.' })
  problems!: Problem[];
}

@Resolver()
export class ExportResolver {
  constructor(private readonly service: ExportService) {}

  @Query(() => [ExportField], {
    nullable: true,
    description:
      "What a kind's records can be exported with, and filtered by; at most 10,000 fields. Null when there is no such branch.",
  })
  exportFields(
    @Arg('branchId', () => ID, { description: 'The branch.' }) branchId: string,
    @Arg('kind', () => String, { description: 'The kind.' }) kind: string,
    @Arg('definitionErc', () => String, {
      nullable: true,
      description: 'The external reference code of the definition, for records that get their fields from one.',
    })
    definitionErc: string | null,
  ): Promise<ExportField[]> {
    return this.service.fields({ branchId, kind, definitionErc: definitionErc ?? null });
  }

  @Mutation(() => StartExportPayload, { description: 'Writes a selection into a file, as a task.' })
  startExport(
    @Arg('input', () => StartExportInput, { description: 'What is to be written.' }) input: StartExportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<StartExportPayload> {
    return this.service.start(input, session);
  }
}
