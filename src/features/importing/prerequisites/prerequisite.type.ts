import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../graphql/index.js';
import { KindType } from '../../kinds/index.js';
import type { ImportPlan } from '../tables/importPlan.entity.js';

@ObjectType({ description: 'A possible replacement for a missing prerequisite.' })
export class PrerequisiteCandidate {
  @Field(() => ID, { description: 'The id of the resource on the branch, or of the item if the file contains it.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { description: 'The similarity of the names, up to 1.' })
  score!: number;
}

@ObjectType({
  description: 'A prerequisite: a resource that items of a plan depend on and that the file does not contain.',
})
export class Prerequisite {
  @Field(() => KindType, { description: 'Its kind; if several kinds are possible, the most likely one.' })
  kind!: KindType;

  @Field(() => String, { description: 'The name by which the items refer to it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The name of the chosen replacement.' })
  toName!: string | null;

  @Field(() => String, { nullable: true, description: 'The version chosen for the items.' })
  toVersion!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The tenant chosen for the items. An empty string means "no tenant".',
  })
  toTenant!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the replacement was proposed because an earlier import from the same project used it.',
  })
  isRemembered!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it, or its replacement, is on the branch or is imported by the plan.',
  })
  isPresent!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the importing user may use it as the items do. True if it is missing, because its readers are then unknown.',
  })
  isAuthorized!: boolean;

  @Field(() => [String], {
    description:
      'Versions that the items refer to and that do not exist, at most 100. If other versions remain, the missing ones are removed from the item with a warning; else the item is blocked.',
  })
  missingVersions!: string[];

  @Field(() => [String], {
    description: 'Tenants of items for which it does not exist, at most 100. An empty string means "no tenant".',
  })
  missingTenants!: string[];

  @Field(() => Int, { description: 'The number of items that require it.' })
  requiredByCount!: number;

  /** The plan and the namespace of the name: with the name, they find the items that require it. */
  plan!: Pick<ImportPlan, 'id' | 'no'>;
  namespace!: string;

  /** At most {@link maxCandidates}. */
  allCandidates!: PrerequisiteCandidate[];
}

/** Maximum number of candidates per prerequisite. */
export const maxCandidates = 5;

export const PrerequisiteConnection = connectionType(Prerequisite, 'Prerequisite');
