import { Field, ID, InputType } from 'type-graphql';
import { CapabilityEnum, type Capability } from '../kinds/index.js';

@InputType({ description: 'A project that is to be made.' })
export class CreateProjectInput {
  @Field(() => String, { description: 'A short unique name: letters, digits, - and _.' })
  key!: string;

  @Field(() => String, { description: 'Its name, for people.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description?: string | null;

  @Field(() => [CapabilityEnum], { nullable: true, description: 'What it can do.' })
  capabilities?: Capability[] | null;
}

@InputType({ description: 'A branch that is to be made.' })
export class CreateBranchInput {
  @Field(() => ID, { description: 'The project that it belongs to.' })
  projectId!: string;

  @Field(() => String, { description: 'Its name, unique in the project.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The branch whose resources it starts with; empty when absent.' })
  fromBranchId?: string | null;
}
