import { Field, InputType } from 'type-graphql';

/** What every input has that starts a task. */
@InputType({ description: 'Who is told when a task ends.' })
export abstract class CallbackInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Where the outcome is posted when the task has ended: an address of http or https whose host this server allows.',
  })
  callbackUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Comes back in the callback, to tell what it belongs to; at most 200 characters.',
  })
  callbackKey?: string | null;
}
