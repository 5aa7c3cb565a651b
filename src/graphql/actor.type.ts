import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Actor', { description: 'The principal that performed an action, with the name it had at that time.' })
export class ActorType {
  @Field(() => ID, { nullable: true, description: 'The id of the principal; null if only the name was stored.' })
  id!: string | null;

  @Field(() => String, { description: 'The name of the principal at that time.' })
  name!: string;
}
