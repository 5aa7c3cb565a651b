import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Project } from './project.entity.js';

@ObjectType('ProjectPack', {
  description: 'The state of a pack in a project. A pack contains the kinds of one product.',
})
export class ProjectPackType {
  @Field(() => String, { description: 'Its name, which is the first part of the names of its kinds.' })
  name!: string;

  @Field(() => String, { description: 'Its display name.' })
  title!: string;

  @Field(() => Boolean, { description: 'Whether the pack is a beta version that may still change incompatibly.' })
  isBeta!: boolean;

  @Field(() => Boolean, { description: 'Whether the pack is enabled in the project.' })
  isEnabled!: boolean;
}

@InputType({ description: 'The pack to enable or disable in a project.' })
export class SetPackEnabledInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => String, { description: 'The name of the pack.' })
  pack!: string;

  @Field(() => Boolean, { description: 'Whether the pack is enabled.' })
  isEnabled!: boolean;
}

@ObjectType({ description: 'The result of setPackEnabled.' })
export class SetPackEnabledPayload {
  @Field(() => Project, { nullable: true, description: 'The project; null if and only if there are problems.' })
  project!: Project | null;

  @Field(() => [ProblemType], { description: 'Why nothing was changed; empty on success.' })
  problems!: Problem[];
}
