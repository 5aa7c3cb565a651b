import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/index.js';
import { InclusionEnum } from './exportPreview.type.js';
import type { Inclusion } from './exportSelection.js';

@InputType({ description: 'A filter for the items of an export. Absent conditions are ignored.' })
export class ExportItemFilter {
  @Field(() => [InclusionEnum], {
    nullable: true,
    description: 'Only items that are included for one of these reasons.',
  })
  inclusions?: Inclusion[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only items of these kinds. For an unknown kind, `problems` contains a warning.',
  })
  kinds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only items whose name or title contains this text, case-insensitive.',
  })
  search?: string | null;
}

@ArgsType()
export class ExportItemsArgs extends PageArgs {
  @Field(() => ExportItemFilter, { nullable: true, description: 'A filter for the list.' })
  filter?: ExportItemFilter | null;
}
