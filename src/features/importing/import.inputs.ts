import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { orderType, PageArgs } from '../../graphql/index.js';
import type { OrderChoice } from '../../shared/listOrder.js';
import {
  ImportActionEnum,
  ImportPlanStatusEnum,
  type ImportAction,
  type ImportPlanStatus,
} from './tables/importStates.js';
import type { ImportPlanOrderField } from './tables/planList.repository.js';

@InputType({ description: 'A filter for items. An item must match every condition.' })
export class ImportItemFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these items. Ids of no item of the plan are ignored.' })
  ids?: string[] | null;

  @Field(() => [ImportActionEnum], { nullable: true, description: 'Only items with one of these actions.' })
  actions?: ImportAction[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only items of these kinds. A kind that neither this server nor an item of the plan has is an error.',
  })
  kinds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only items with problems, or only items without problems.' })
  hasProblems?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only deletions, or only items of the file.' })
  isDeletion?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only items that are blocked by nothing but other items that are to be decided, directly or through others, or only the rest.',
  })
  isBlockedByItem?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only items whose name or title contains this text, case-insensitive.',
  })
  search?: string | null;
}

@ArgsType()
export class ImportItemsArgs extends PageArgs {
  @Field(() => ImportItemFilter, { nullable: true, description: 'A filter for the list.' })
  filter?: ImportItemFilter | null;
}

export const ImportPlanOrder = orderType<ImportPlanOrderField>('ImportPlan', {
  CREATED_AT: 'By the time of creation.',
  UPDATED_AT: 'By the time at which the plan was last changed.',
});

@ArgsType()
export class ImportPlansArgs extends PageArgs {
  @Field(() => [ImportPlanStatusEnum], { nullable: true, description: 'Only plans in these states.' })
  statuses?: ImportPlanStatus[] | null;

  @Field(() => ImportPlanOrder, { nullable: true, description: 'The order of the list; newest first when absent.' })
  orderBy?: OrderChoice<ImportPlanOrderField> | null;
}
