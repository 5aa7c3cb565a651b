import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType, DeletionPayload, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Binding } from './binding.entity.js';

export const BindingConnection = connectionType(Binding, 'Binding');

@ObjectType({ description: 'The project that the names of a binding are from, as its files state it.' })
export class BindingSource {
  @Field(() => ID, { nullable: true, description: 'The id of its installation; null if the files do not state it.' })
  instanceId!: string | null;

  @Field(() => ID, { description: 'Its id.' })
  projectId!: string;

  @Field(() => String, { nullable: true, description: 'Its key.' })
  key!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string | null;
}

@ObjectType({ description: 'The result of setBinding.' })
export class SetBindingPayload {
  @Field(() => Binding, { nullable: true, description: 'The binding; null if and only if there are problems.' })
  binding!: Binding | null;

  @Field(() => [ProblemType], { description: 'Why the binding was not set; empty on success.' })
  problems!: Problem[];
}

@ObjectType({ description: 'The result of deleteBinding.' })
export class DeleteBindingPayload extends DeletionPayload {}
