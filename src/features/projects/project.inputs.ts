import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { orderType, PageArgs } from '../../graphql/index.js';
import type { OrderChoice } from '../../shared/listOrder.js';
import { CapabilityEnum, type Capability } from '../kinds/index.js';
import type { ProjectOrderField } from './project.repository.js';

export const ProjectOrder = orderType<ProjectOrderField>('Project', {
  KEY: 'By key.',
  NAME: 'By name, case-insensitive.',
  CREATED_AT: 'By the time of creation.',
  UPDATED_AT: 'By the time at which its settings were last changed.',
});

@InputType({ description: 'A filter for projects.' })
export class ProjectFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A part of the key, the name or the description, case-insensitive.',
  })
  search?: string | null;
}

@ArgsType()
export class ProjectsArgs extends PageArgs {
  @Field(() => ProjectFilter, { nullable: true, description: 'A filter for the list.' })
  filter?: ProjectFilter | null;

  @Field(() => ProjectOrder, { nullable: true, description: 'The order of the list; by key when absent.' })
  orderBy?: OrderChoice<ProjectOrderField> | null;
}

@InputType({ description: 'The project to create.' })
export class CreateProjectInput {
  @Field(() => String, { description: 'A short unique name: letters, digits, - and _.' })
  key!: string;

  @Field(() => String, { description: 'Its display name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its purpose.' })
  description?: string | null;

  @Field(() => [CapabilityEnum], { nullable: true, description: 'Its capabilities.' })
  capabilities?: Capability[] | null;
}

@InputType({ description: 'New settings of a project; what is absent stays as it is.' })
export class UpdateProjectInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its display name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for; null removes it.' })
  description?: string | null;

  @Field(() => [CapabilityEnum], { nullable: true, description: 'Its capabilities, replacing the present ones.' })
  capabilities?: Capability[] | null;
}

@InputType({ description: 'The branch to create.' })
export class CreateBranchInput {
  @Field(() => ID, { description: 'The project that it belongs to.' })
  projectId!: string;

  @Field(() => String, { description: 'Its name, unique in the project.' })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The branch to copy the resources from. When absent, the new branch is empty.',
  })
  fromBranchId?: string | null;
}
