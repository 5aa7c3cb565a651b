import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { answering, type RequestContext } from '../../../graphql/index.js';
import { PlanPayload } from '../import.type.js';
import { StageTransferInput } from './transfer.inputs.js';
import type { TransferService } from './transfer.service.js';

@ObjectType({ description: 'The result of stageTransfer.' })
export class StageTransferPayload extends PlanPayload {}

@Resolver()
export class TransferResolver {
  constructor(private readonly service: TransferService) {}

  @Mutation(
    () => StageTransferPayload,
    answering(
      'Exports a selection and creates an import plan of it on another branch of this server, in one step. Nothing is imported yet. It requires the rights of both: to export from the one, and to import into the other.',
      [
        'CALLBACK_INVALID',
        'CALLBACK_NOT_ALLOWED',
        'FORBIDDEN_KEY',
        'IDEMPOTENCY_KEY_REUSED',
        'INVALID_ID',
        'MAPPING_INVALID',
        'NOT_EXPORTABLE',
        'NOT_FOUND',
        'SELECTION_EMPTY',
        'TEMPLATE_UNFIT',
        'UNKNOWN_KIND',
      ],
    ),
  )
  stageTransfer(
    @Arg('input', () => StageTransferInput, { description: 'The transfer.' }) input: StageTransferInput,
    @Ctx() { session }: RequestContext,
  ): Promise<StageTransferPayload> {
    return this.service.stage(input, session);
  }
}
