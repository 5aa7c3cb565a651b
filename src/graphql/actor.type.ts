import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Actor', { description: 'Who did something, under the name that they had then.' })
export class ActorType {
  @Field(() => ID, { nullable: true, description: 'The id of the principal; null where only the name was kept.' })
  id!: string | null;

  @Field(() => String, { description: 'Their name.' })
  name!: string;
}
