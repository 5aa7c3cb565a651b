import { Field, ID, InputType } from 'type-graphql';
import { CallbackInput } from '../../callbacks/index.js';
import { ImportStrategyEnum, type ImportStrategy } from '../tables/importStates.js';

@InputType({ description: 'The plan to execute.' })
export class ExecuteImportInput extends CallbackInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => ImportStrategyEnum, {
    nullable: true,
    description:
      'What happens when an item cannot be imported. Defaults to the value of the template of the upload, else to ON_ERROR_FAIL.',
  })
  importStrategy?: ImportStrategy | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The fingerprint of the plan that was approved. If the plan has another one, because its file, a choice or the branch differs, nothing is imported and the problems name what differs. It is also refused after the time until which it was sealed.',
  })
  expectedFingerprint?: string | null;
}

@InputType({ description: 'The plan to discard.' })
export class DiscardImportInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;
}
