import { Field, InputType } from 'type-graphql';

/** Fields of every input that starts a task. */
@InputType({ description: 'The callback of a task.' })
export abstract class CallbackInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The http or https URL that receives the result by POST when the task has ended. This server must allow its host.',
  })
  callbackUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A key of your choice, returned in the callback to identify it. At most 200 characters.',
  })
  callbackKey?: string | null;
}
