import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Project } from './project.entity.js';

@ObjectType('ProjectPack', { description: 'The kinds of one product, as a project has them.' })
export class ProjectPackType {
  @Field(() => String, { description: 'Its name, the first part of the names of its kinds.' })
  name!: string;

  @Field(() => String, { description: 'Its name, for people.' })
  title!: string;

  @Field(() => Boolean, { description: 'Whether it may still change in ways that people who use it must know of.' })
  isBeta!: boolean;

  @Field(() => Boolean, { description: 'Whether its kinds are offered in the project.' })
  isEnabled!: boolean;
}

@InputType({ description: 'A pack that is to be switched on or off in a project.' })
export class SetPackEnabledInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => String, { description: 'The name of the pack.' })
  pack!: string;

  @Field(() => Boolean, { description: 'Whether its kinds are to be offered.' })
  isEnabled!: boolean;
}

@ObjectType({ description: 'What came of switching a pack on or off.' })
export class SetPackEnabledPayload {
  @Field(() => Project, { nullable: true, description: 'The project; null exactly when there are problems.' })
  project!: Project | null;

  @Field(() => [ProblemType], { description: 'Why it could not be done.' })
  problems!: Problem[];
}
