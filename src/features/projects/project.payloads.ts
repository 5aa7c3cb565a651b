import { Field, ObjectType } from 'type-graphql';
import { connectionType, ProblemType } from '../../graphql/index.js';
import type { Problem } from '../../shared/problem.js';
import { Branch } from './branch.entity.js';
import { Project } from './project.entity.js';

export const ProjectConnection = connectionType(Project, 'Project');

@ObjectType({ description: 'What came of making a project.' })
export class CreateProjectPayload {
  @Field(() => Project, { nullable: true, description: 'The project; null exactly when there are problems.' })
  project!: Project | null;

  @Field(() => [ProblemType], { description: 'Why it could not be made.' })
  problems!: Problem[];
}

@ObjectType({ description: 'What came of making a branch.' })
export class CreateBranchPayload {
  @Field(() => Branch, { nullable: true, description: 'The branch; null exactly when there are problems.' })
  branch!: Branch | null;

  @Field(() => [ProblemType], { description: 'Why it could not be made.' })
  problems!: Problem[];
}
