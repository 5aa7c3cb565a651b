import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/index.js';
import { InclusionEnum } from './exportPreview.type.js';
import type { Inclusion } from './exportSelection.js';

@InputType({ description: 'Which items of an export are listed. What is not given does not narrow the list.' })
export class ExportItemFilter {
  @Field(() => [InclusionEnum], { nullable: true, description: 'Only items that are part of it for one of these.' })
  inclusions?: Inclusion[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only items of these kinds; of one that there is not, `problems` warns.',
  })
  kinds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Only items with this text in a name or title, in any case.' })
  search?: string | null;
}

@ArgsType()
export class ExportItemsArgs extends PageArgs {
  @Field(() => ExportItemFilter, { nullable: true, description: 'What the list is narrowed to.' })
  filter?: ExportItemFilter | null;
}
