import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { answering, type RequestContext } from '../../../graphql/index.js';
import { StageImportInput } from './stageImport.inputs.js';
import { PlanPayload } from '../import.type.js';
import type { StagingService } from './staging.service.js';

@ObjectType({ description: 'The result of stageImport.' })
export class StageImportPayload extends PlanPayload {}

/** The upload of a file to import. */
@Resolver()
export class StagingResolver {
  constructor(private readonly service: StagingService) {}

  @Mutation(
    () => StageImportPayload,
    answering('Uploads a file and creates an import plan. Nothing is imported yet.', [
      'CALLBACK_INVALID',
      'CALLBACK_NOT_ALLOWED',
      'FILE_EMPTY',
      'FORBIDDEN_KEY',
      'IDEMPOTENCY_KEY_REUSED',
      'INVALID_ID',
      'MAPPING_INVALID',
      'MEDIA_TYPE_UNSUPPORTED',
      'NOT_FOUND',
      'TEMPLATE_UNFIT',
      'UNKNOWN_KIND',
      'UPLOAD_INCOMPLETE',
    ]),
  )
  stageImport(
    @Arg('input', () => StageImportInput, { description: 'The file.' }) input: StageImportInput,
    @Ctx() { session }: RequestContext,
  ): Promise<StageImportPayload> {
    return this.service.stage(input, session);
  }
}
