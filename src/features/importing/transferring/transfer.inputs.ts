import { Field, ID, InputType } from 'type-graphql';
import { CallbackInput } from '../../callbacks/index.js';
import { ExportSelectionInput } from '../../exporting/index.js';
import { StageImportOptions } from '../staging/stageImport.inputs.js';
import { ImportModeEnum, type ImportMode } from '../tables/importStates.js';

@InputType({ description: 'What to transfer, and to where.' })
export class StageTransferInput extends CallbackInput {
  @Field(() => ExportSelectionInput, { description: 'The resources to transfer, and the branch that they are on.' })
  selection!: ExportSelectionInput;

  @Field(() => ID, {
    nullable: true,
    description:
      'A template for exports of the source project. Its selection, conditions, includeDependencies and excludeIds are used where they are absent here. One that is null is not taken from the template.',
  })
  templateId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether dependencies of the selection are transferred too. Defaults to true.',
  })
  includeDependencies?: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Resources to exclude although others depend on them. They become prerequisites of the plan.',
  })
  excludeIds?: string[] | null;

  @Field(() => ID, { description: 'The branch to import into.' })
  intoBranchId!: string;

  @Field(() => ImportModeEnum, { nullable: true, description: 'The initial mode of the items. Defaults to COPY.' })
  mode?: ImportMode | null;

  @Field(() => StageImportOptions, {
    nullable: true,
    description:
      'Options for importing. A template is one of the target project; its format is not used, because the server writes the file as a bundle.',
  })
  options?: StageImportOptions | null;

  @Field(() => String, {
    nullable: true,
    description: 'A key that makes the request safe to retry: the same key with the same input returns the same plan.',
  })
  idempotencyKey?: string | null;
}
