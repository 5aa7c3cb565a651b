import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/index.js';
import { KindType } from '../kinds/index.js';
import type { ImportPlan } from './tables/importPlan.entity.js';

@ObjectType({ description: 'Something that could stand for what is missing.' })
export class PrerequisiteCandidate {
  @Field(() => ID, { description: 'Its id: of the resource of the branch, or of the item where the file brings it.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { description: 'How alike the names are, up to 1.' })
  score!: number;
}

@ObjectType({ description: 'Something that items of a plan need and that the file does not bring.' })
export class Prerequisite {
  @Field(() => KindType, { description: 'What it is; where several kinds may be meant, the likeliest.' })
  kind!: KindType;

  @Field(() => String, { description: 'The name that the items give it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The name of what was chosen to stand for it.' })
  toName!: string | null;

  @Field(() => String, { nullable: true, description: 'The version of it that was chosen for the items.' })
  toVersion!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The tenant that was chosen for the items, an empty text standing for "no tenant".',
  })
  toTenant!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it, or what stands for it, is on the branch or comes there with the plan.',
  })
  isPresent!: boolean;

  @Field(() => Boolean, {
    description: 'Whether who imports may use it as the items do; true for what is missing, of which nobody can say.',
  })
  isAuthorized!: boolean;

  @Field(() => [String], {
    description:
      'Versions that the items name and that are not there, a hundred at most. Where others remain they are left out of the item, with a warning; else it is blocked.',
  })
  missingVersions!: string[];

  @Field(() => [String], {
    description:
      'Tenants of items that it is there for none of, a hundred at most, an empty text standing for "no tenant".',
  })
  missingTenants!: string[];

  @Field(() => Int, { description: 'How many items need it.' })
  requiredByCount!: number;

  /** The plan, and where its name belongs: what its items are found by. */
  plan!: Pick<ImportPlan, 'id' | 'no'>;
  namespace!: string;

  /** At most {@link maxCandidates}. */
  allCandidates!: PrerequisiteCandidate[];
}

/** What may be meant is told up to so many. */
export const maxCandidates = 5;

export const PrerequisiteConnection = connectionType(Prerequisite, 'Prerequisite');
