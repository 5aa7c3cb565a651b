import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many nodes at most; 50 when absent, 500 at the most.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor behind which the page starts.' })
  after?: string | null;
}
