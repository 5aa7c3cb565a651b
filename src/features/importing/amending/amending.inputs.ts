import { Field, ID, InputType } from 'type-graphql';
import { FieldMappingInput } from '../staging/stageImport.inputs.js';
import {
  CreateStrategyEnum,
  ImportModeEnum,
  UpdateStrategyEnum,
  type CreateStrategy,
  type ImportMode,
  type UpdateStrategy,
} from '../tables/importStates.js';

@InputType({ description: 'The items to select or deselect.' })
export class SelectImportItemsInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => [ID], { nullable: true, description: 'These items.' })
  itemIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All items of these kinds. Without itemIds and kinds: all items.',
  })
  kinds?: string[] | null;

  @Field(() => Boolean, {
    description:
      'Whether the items are imported. Items that depend on a deselected item will use the resource of that name on the branch.',
  })
  isSelected!: boolean;
}

@InputType({ description: 'How items of a plan are imported.' })
export class SetImportModeInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => [ID], { nullable: true, description: 'These items.' })
  itemIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All items of these kinds. Without itemIds and kinds: all items.',
  })
  kinds?: string[] | null;

  @Field(() => ImportModeEnum, { description: 'Editable copies or read-only references.' })
  mode!: ImportMode;
}

@InputType({ description: 'The options to change. Absent options keep their values.' })
export class SetImportOptionsInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => CreateStrategyEnum, {
    nullable: true,
    description: 'Whether copies may update existing resources of the same name, or only create resources.',
  })
  createStrategy?: CreateStrategy | null;

  @Field(() => UpdateStrategyEnum, {
    nullable: true,
    description: 'Whether an update replaces the whole resource, or only the parts that the file contains.',
  })
  updateStrategy?: UpdateStrategy | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether an update may remove parts that other data depends on, such as fields of a definition, entries of a picklist or data sources of a container, and whether the resources that mirrorKinds names are deleted.',
  })
  isDeletionAllowed?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Kinds of which resources that came from the source project of the file earlier, and are no longer in the file, are deleted. An empty list means none.',
  })
  mirrorKinds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The container on the branch into which reports and dashboards are imported. An empty string means none.',
  })
  intoCollection?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Adds the missing data sources to the container. Requires the role MANAGER.',
  })
  isScopeExtended?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Makes the created resources readable only by the importing user.',
  })
  isPrivate?: boolean | null;

  @Field(() => [FieldMappingInput], {
    nullable: true,
    description:
      'The mapping from fields of the file to fields of the record. Changing the mapping re-reads the file as a task; the plan returns to STAGING, and choices per item and replaced prerequisites are lost. An empty list removes the mapping.',
  })
  mapping?: FieldMappingInput[] | null;
}

@InputType({ description: 'The new name of an item.' })
export class RenameImportItemInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => String, { description: 'The name on the branch. The name in the file undoes the renaming.' })
  name!: string;
}

@InputType({ description: 'The replacement of a prerequisite of a plan.' })
export class RemapPrerequisiteInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => String, { description: 'The kind of the prerequisite.' })
  kind!: string;

  @Field(() => String, { description: 'The name by which the items refer to it.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the replacement, in the file or on the branch. When absent, the name is not replaced. Without toName, toTenant and toVersion the replacement is removed.',
  })
  toName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The version that replaces all versions that the items name, for kinds with versions. For definitions also "all" and "latest".',
  })
  toVersion?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The tenant that replaces all tenants that the items name, for kinds with tenants. An empty string means "no tenant".',
  })
  toTenant?: string | null;
}
