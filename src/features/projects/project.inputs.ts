import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { orderType, PageArgs } from '../../graphql/index.js';
import type { OrderChoice } from '../../shared/listOrder.js';
import { CapabilityEnum, type Capability } from '../kinds/index.js';
import type { ProjectOrderField } from './project.repository.js';

export const ProjectOrder = orderType<ProjectOrderField>('Project', {
  KEY: 'By key.',
  NAME: 'By name, without regard to case.',
  CREATED_AT: 'By when it was made.',
  UPDATED_AT: 'By when its own settings last changed.',
});

@ArgsType()
export class ProjectsArgs extends PageArgs {
  @Field(() => ProjectOrder, { nullable: true, description: 'The order of the list; by key when absent.' })
  orderBy?: OrderChoice<ProjectOrderField> | null;
}

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
