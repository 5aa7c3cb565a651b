import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/index.js';
import { BindingTypeEnum, type BindingType } from './bindingType.js';

@InputType({ description: 'The binding to set.' })
export class SetBindingInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => String, {
    description: 'The source project, by its key or its id. A file from it must have been read into the project.',
  })
  sourceProject!: string;

  @Field(() => String, { description: 'The kind of the resource.' })
  kind!: string;

  @Field(() => String, { description: 'Its name in the source project.' })
  name!: string;

  @Field(() => BindingTypeEnum, { description: 'What the binding does in the next plan.' })
  type!: BindingType;

  @Field(() => String, { description: 'Its name in this project.' })
  toName!: string;

  @Field(() => String, { nullable: true, description: 'For a REMAP: the version that replaces all versions.' })
  toVersion?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For a REMAP: the tenant that replaces all tenants. An empty string means "no tenant".',
  })
  toTenant?: string | null;
}

@InputType({ description: 'The binding to delete.' })
export class DeleteBindingInput {
  @Field(() => ID, { description: 'The binding.' })
  id!: string;
}

@InputType({ description: 'A filter for bindings. A binding must match every condition.' })
export class BindingFilter {
  @Field(() => [String], { nullable: true, description: 'Only bindings of these kinds.' })
  kinds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only bindings with this text in one of their names, case-insensitive.',
  })
  search?: string | null;
}

@ArgsType()
export class BindingsArgs extends PageArgs {
  @Field(() => BindingFilter, { nullable: true, description: 'A filter for the list.' })
  filter?: BindingFilter | null;
}
