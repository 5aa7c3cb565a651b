import { Field, ObjectType } from 'type-graphql';
import { connectionType, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Branch } from './branch.entity.js';
import { Project } from './project.entity.js';

export const ProjectConnection = connectionType(Project, 'Project');

@ObjectType({ description: 'The result of createProject.' })
export class CreateProjectPayload {
  @Field(() => Project, { nullable: true, description: 'The project; null if and only if there are problems.' })
  project!: Project | null;

  @Field(() => [ProblemType], { description: 'Why nothing was created; empty on success.' })
  problems!: Problem[];
}

@ObjectType({ description: 'The result of updating a project.' })
export class UpdateProjectPayload {
  @Field(() => Project, { nullable: true, description: 'The project; null if and only if there are problems.' })
  project!: Project | null;

  @Field(() => [ProblemType], { description: 'Why nothing was changed; empty on success.' })
  problems!: Problem[];
}

@ObjectType({ description: 'The result of createBranch.' })
export class CreateBranchPayload {
  @Field(() => Branch, { nullable: true, description: 'The branch; null if and only if there are problems.' })
  branch!: Branch | null;

  @Field(() => [ProblemType], { description: 'Why nothing was created; empty on success.' })
  problems!: Problem[];
}
