import { GraphQLJSONObject } from 'graphql-scalars';
import { Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { ProblemType, readStoredJson, type RequestContext } from '../../graphql/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { readerOf } from '../../shared/session.js';
import { KindType, kindTypeOf, type KindRegistry } from '../kinds/index.js';
import {
  mayRead,
  Origin,
  originOf,
  Resource,
  type ReaderRepository,
  type ResourceRepository,
} from '../resources/index.js';
import type { Workers } from '../workers/index.js';
import { FieldDifferenceType } from './import.type.js';
import type { ImportRepository } from './tables/import.repository.js';
import { ImportItem } from './tables/importItem.entity.js';
import { importItemId } from './tables/importItemId.js';
import type { ItemSpecs } from './tables/itemSpecs.js';
import { unknownKindType } from './unknownKind.js';
import { ItemDetails } from './itemDetails.js';
import { maxDifferences, type ItemDifferences } from './reporting/itemDifferences.call.js';

interface ImportItemResolverParts {
  imports: ImportRepository;
  specs: ItemSpecs;
  resources: ResourceRepository;
  readers: ReaderRepository;
  kinds: KindRegistry;
  workers: Workers;
  maxAnswerBytes: number;
}

@Resolver(() => ImportItem)
export class ImportItemResolver {
  private readonly details: ItemDetails;

  constructor(private readonly parts: ImportItemResolverParts) {
    this.details = new ItemDetails(parts.workers, parts.maxAnswerBytes);
  }

  @FieldResolver(() => ID, { description: 'Its id.' })
  id(@Root() { planId, ordinal }: ImportItem): string {
    return importItemId(planId, ordinal);
  }

  @FieldResolver(() => KindType, { description: 'The kind of the item.' })
  kind(@Root() { kindName }: ImportItem): KindType {
    const kind = this.parts.kinds.find(kindName);
    return kind ? kindTypeOf(kind) : unknownKindType(kindName);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the item is not in the file: a resource that came from the same source project earlier, and that the import deletes because the plan mirrors its kind. Deselect it to keep the resource.',
  })
  isDeletion(@Root() { ordinal }: ImportItem): boolean {
    return ordinal < 0;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Its name on the branch, if it differs from the name in the file.',
  })
  newName(@Root() { name, chosenName, effectiveName, isSelected }: ImportItem): string | null {
    if (effectiveName !== name) return effectiveName;
    // A deselected item keeps its chosen name for when it is selected again.
    return isSelected ? null : chosenName;
  }

  @FieldResolver(() => GraphQLJSONObject, {
    nullable: true,
    description: 'Its spec in the file; null if the item is invalid.',
  })
  spec(@Root() item: ImportItem, @Ctx() context: RequestContext): Promise<JsonObject | null> | null {
    const { planId, ordinal, contentId } = item;
    return contentId === null ? null : readStoredJson(context, this.parts.specs.inFile, importItemId(planId, ordinal));
  }

  @FieldResolver(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'Its spec on the branch, if it differs from the spec in the file: it contains another name, or it is laid over the existing resource. Null for users who may not read that resource.',
  })
  async newSpec(@Root() item: ImportItem, @Ctx() context: RequestContext): Promise<JsonObject | null> {
    const { planId, ordinal, contentId, effectiveContentId, existingId } = item;
    if (effectiveContentId === null || effectiveContentId === contentId) return null;
    const isOpen = existingId === null || (await mayRead(this.parts.readers, context, existingId));
    return isOpen ? readStoredJson(context, this.parts.specs.onBranch, importItemId(planId, ordinal)) : null;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the item can be renamed. A deletion, an item that is built in or was a reference in its source, and one that updates a reference cannot.',
  })
  canRename(
    @Root() { ordinal, originChain, isBuiltIn, mode, action, isSelected, name, effectiveName, chosenName }: ImportItem,
  ): boolean {
    const isOnBranch = mode === 'REFERENCE' && (action === 'REFERENCE_UPDATE' || action === 'UNCHANGED');
    const isNameKept = isSelected && (isOnBranch || effectiveName !== (chosenName ?? name));
    return ordinal >= 0 && originChain === null && !isBuiltIn && !isNameKept;
  }

  @FieldResolver(() => [ProblemType], { description: 'All problems of the item.' })
  async problems(
    @Root() { planId, ordinal }: ImportItem,
    @Ctx() { loaders, session }: RequestContext,
  ): Promise<Problem[]> {
    return (await loaders.load(this.details.problems, { planId, ordinal, reader: readerOf(session) })) ?? [];
  }

  @FieldResolver(() => [FieldDifferenceType], {
    description: `For an update: the values that it would change, the first ${maxDifferences}. Empty for other actions, and for users who may not read the existing resource.`,
  })
  async diff(@Root() item: ImportItem, @Ctx() context: RequestContext): Promise<FieldDifferenceType[]> {
    return (await this.differencesOf(item, context)).differences;
  }

  @FieldResolver(() => Int, {
    description: 'The number of values that an update would change; 0 if "diff" is empty.',
  })
  async diffCount(@Root() item: ImportItem, @Ctx() context: RequestContext): Promise<number> {
    return (await this.differencesOf(item, context)).count;
  }

  @FieldResolver(() => Resource, {
    nullable: true,
    description: 'The resource on the branch that has the name of the item.',
  })
  async existing(@Root() { existingId }: ImportItem, @Ctx() { loaders }: RequestContext): Promise<Resource | null> {
    return existingId === null ? null : loaders.load(this.parts.resources.byIds, existingId);
  }

  @FieldResolver(() => Resource, {
    nullable: true,
    description:
      'After execution: the resource that the item created or updated, or the existing resource that is used instead. Null before execution, if the item failed, and after a deletion.',
  })
  async resource(@Root() item: ImportItem, @Ctx() { loaders }: RequestContext): Promise<Resource | null> {
    const plan = await loaders.load(this.parts.imports.plansByIds, item.planId);
    const id = plan?.status === 'EXECUTED' ? outcomeOf(item) : null;
    return id === null ? null : loaders.load(this.parts.resources.byIds, id);
  }

  @FieldResolver(() => Origin, {
    nullable: true,
    description:
      'The origin of the item; null until the file has been read, and for a deletion: that of its resource is in "existing".',
  })
  async origin(@Root() item: ImportItem, @Ctx() { loaders }: RequestContext): Promise<Origin | null> {
    const plan = await loaders.load(this.parts.imports.plansByIds, item.planId);
    if (!plan || plan.provenanceId === null || item.ordinal < 0) return null;
    const provenance = await loaders.load(this.parts.resources.provenancesByIds, plan.provenanceId);
    return (
      provenance &&
      originOf(provenance, { sourceName: item.name, sourceId: item.sourceId, originChain: item.originChain })
    );
  }

  private async differencesOf(
    { planId, ordinal, action, existingId }: ImportItem,
    context: RequestContext,
  ): Promise<Pick<ItemDifferences, 'differences' | 'count'>> {
    const isUpdate = action === 'UPDATE' || action === 'REFERENCE_UPDATE';
    const isOpen = isUpdate && (existingId === null || (await mayRead(this.parts.readers, context, existingId)));
    if (!isOpen) return { differences: [], count: 0 };
    return this.details.readDifferences(context, { planId, ordinal, reader: readerOf(context.session) });
  }
}

function outcomeOf({ action, resourceId, existingId }: ImportItem): string | null {
  if (action === 'CREATE') return resourceId;
  return action === 'COLLISION' || action === 'BLOCKED' || action === 'DELETE' ? null : existingId;
}
