import { Arg, Ctx, Mutation, ObjectType, Field, Resolver } from 'type-graphql';
import { answering, ProblemType, type RequestContext } from '../../../graphql/index.js';
import type { Problem } from '../../../shared/problem.js';
import {
  RenameImportItemInput,
  SetImportOptionsInput,
  SetImportModeInput,
  SelectImportItemsInput,
  RemapPrerequisiteInput,
} from './amending.inputs.js';
import { PlanPayload } from '../import.type.js';
import { ImportItem } from '../tables/importItem.entity.js';
import { maxColliding } from './renameItem.call.js';
import type { AmendingService } from './amending.service.js';

@ObjectType({ description: 'The result of selectImportItems.' })
export class SelectImportItemsPayload extends PlanPayload {}

@ObjectType({ description: 'The result of setImportMode.' })
export class SetImportModePayload extends PlanPayload {}

@ObjectType({ description: 'The result of setImportOptions.' })
export class SetImportOptionsPayload extends PlanPayload {}

@ObjectType({ description: 'The result of renameImportItem.' })
export class RenameImportItemPayload {
  @Field(() => ImportItem, {
    nullable: true,
    description: 'The item after the change; null if and only if there are problems.',
  })
  item!: ImportItem | null;

  @Field(() => [ImportItem], {
    description: `The items that collide because of the new name: the item itself, if it collides now, and others that did not collide before. At most ${maxColliding}.`,
  })
  collidingItems!: ImportItem[];

  @Field(() => [ProblemType], { description: 'Why the item was not renamed; empty on success.' })
  problems!: Problem[];
}

@ObjectType({ description: 'The result of remapPrerequisite.' })
export class RemapPrerequisitePayload extends PlanPayload {}

/** The choices of a user in a plan. */
@Resolver()
export class AmendingResolver {
  constructor(private readonly service: AmendingService) {}

  @Mutation(
    () => SelectImportItemsPayload,
    answering('Selects or deselects items for import.', ['INVALID_ID', 'NOT_FOUND', 'PLAN_NOT_READY', 'UNKNOWN_KIND']),
  )
  selectImportItems(
    @Arg('input', () => SelectImportItemsInput, { description: 'The input.' }) input: SelectImportItemsInput,
  ): Promise<SelectImportItemsPayload> {
    return this.service.select(input);
  }

  @Mutation(
    () => SetImportModePayload,
    answering('Sets whether items are imported as copies or as references.', [
      'INVALID_ID',
      'NOT_FOUND',
      'PLAN_NOT_READY',
      'UNKNOWN_KIND',
    ]),
  )
  setImportMode(
    @Arg('input', () => SetImportModeInput, { description: 'The input.' }) input: SetImportModeInput,
  ): Promise<SetImportModePayload> {
    return this.service.setMode(input);
  }

  @Mutation(
    () => SetImportOptionsPayload,
    answering('Changes the options of a plan.', [
      'FORBIDDEN_KEY',
      'INVALID_ID',
      'KIND_REQUIRED',
      'MAPPING_INVALID',
      'NOT_FOUND',
      'PLAN_NOT_READY',
      'SOURCE_UNKNOWN',
      'UNKNOWN_KIND',
    ]),
  )
  setImportOptions(
    @Arg('input', () => SetImportOptionsInput, { description: 'The input.' }) input: SetImportOptionsInput,
    @Ctx() { session }: RequestContext,
  ): Promise<SetImportOptionsPayload> {
    return this.service.setOptions(input, session);
  }

  @Mutation(
    () => RenameImportItemPayload,
    answering('Renames an item. All items of the plan that refer to it will use the new name.', [
      'INVALID_ID',
      'NAME_INVALID',
      'NAME_LOOKALIKE',
      'NOT_FOUND',
      'PLAN_NOT_READY',
      'RENAME_NOT_ALLOWED',
    ]),
  )
  renameImportItem(
    @Arg('input', () => RenameImportItemInput, { description: 'The new name.' }) input: RenameImportItemInput,
  ): Promise<RenameImportItemPayload> {
    return this.service.rename(input);
  }

  @Mutation(
    () => RemapPrerequisitePayload,
    answering('Replaces a prerequisite: every item that refers to it will use the replacement.', [
      'DEPENDENCY_MISSING',
      'INVALID_ID',
      'NOT_FOUND',
      'PLAN_NOT_READY',
      'RENAME_NOT_ALLOWED',
      'TENANT_MISSING',
      'UNKNOWN_KIND',
      'VERSION_MISSING',
    ]),
  )
  remapPrerequisite(
    @Arg('input', () => RemapPrerequisiteInput, { description: 'The choice.' }) input: RemapPrerequisiteInput,
    @Ctx() { session }: RequestContext,
  ): Promise<RemapPrerequisitePayload> {
    return this.service.remap(input, session);
  }
}
