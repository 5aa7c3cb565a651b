import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  answering,
  PageArgs,
  pageOf,
  pageRequest,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import { readerIdsIn } from '../../shared/session.js';
import type { JsonObject } from '../../shared/json.js';
import { KindType, kindTypeOf, type KindRegistry } from '../kinds/index.js';
import { Branch, type ProjectRepository } from '../projects/index.js';
import { Origin, originOf } from './origin.type.js';
import { readSpec } from './readSpec.js';
import { Resource } from './resource.entity.js';
import {
  CreateResourceInput,
  DeleteResourceInput,
  DetachReferenceInput,
  RenameResourceInput,
  UpdateResourceInput,
} from './resource.inputs.js';
import {
  CreateResourcePayload,
  DeleteResourcePayload,
  DetachReferencePayload,
  RenameResourcePayload,
  ResourceConnection,
  UpdateResourcePayload,
} from './resource.payloads.js';
import type { ResourceRepository } from './resource.repository.js';
import type { ResourceService } from './resource.service.js';

@Resolver(() => Resource)
export class ResourceResolver {
  constructor(
    private readonly service: ResourceService,
    private readonly resources: ResourceRepository,
    private readonly projects: ProjectRepository,
    private readonly kinds: KindRegistry,
  ) {}

  @Query(() => Resource, { nullable: true, description: 'One resource, by its id.' })
  resource(@Arg('id', () => ID, { description: 'The id of the resource.' }) id: string): Promise<Resource | null> {
    return this.resources.byId(id);
  }

  @Mutation(
    () => CreateResourcePayload,
    answering('Creates a resource.', [
      'FORBIDDEN_KEY',
      'INVALID_ID',
      'CONTENT_IGNORED',
      'ID_IGNORED',
      'MEMBER_UNKNOWN',
      'NAME_INVALID',
      'NAME_LOOKALIKE',
      'NAME_TAKEN',
      'NESTING_TOO_DEEP',
      'NOT_FOUND',
      'PACK_OFF',
      'PARENT_INVALID',
      'PARENT_REQUIRED',
      'SPEC_INVALID',
      'UNIQUE_TEXT_TAKEN',
      'UNKNOWN_KIND',
    ]),
  )
  async createResource(
    @Arg('input', () => CreateResourceInput, { description: 'The resource.' }) input: CreateResourceInput,
    @Ctx() { session }: RequestContext,
  ): Promise<CreateResourcePayload> {
    return this.service.create(input, session);
  }

  @Mutation(
    () => UpdateResourcePayload,
    answering('Replaces the title and spec of a resource.', [
      'FORBIDDEN_KEY',
      'INVALID_ID',
      'CONTENT_IGNORED',
      'ID_IGNORED',
      'MEMBER_UNKNOWN',
      'NAME_INVALID',
      'NESTING_TOO_DEEP',
      'NOT_FOUND',
      'READ_ONLY_REFERENCE',
      'SPEC_INVALID',
      'STALE_REVISION',
      'UNIQUE_TEXT_TAKEN',
    ]),
  )
  async updateResource(
    @Arg('input', () => UpdateResourceInput, { description: 'The new content.' }) input: UpdateResourceInput,
    @Ctx() { session }: RequestContext,
  ): Promise<UpdateResourcePayload> {
    return this.service.update(input, session);
  }

  @Mutation(
    () => RenameResourcePayload,
    answering('Renames a resource and updates every editable resource that refers to it, in one transaction.', [
      'INVALID_ID',
      'NAME_INVALID',
      'NAME_LOOKALIKE',
      'NAME_TAKEN',
      'NOT_FOUND',
      'READ_ONLY_REFERENCE',
      'RENAME_NOT_ALLOWED',
      'STALE_REVISION',
    ]),
  )
  async renameResource(
    @Arg('input', () => RenameResourceInput, { description: 'The new name.' }) input: RenameResourceInput,
    @Ctx() { session }: RequestContext,
  ): Promise<RenameResourcePayload> {
    return this.service.rename(input, session);
  }

  @Mutation(
    () => DeleteResourcePayload,
    answering('Deletes a resource that nothing depends on.', ['HAS_DEPENDENTS', 'INVALID_ID', 'NOT_FOUND']),
  )
  async deleteResource(
    @Arg('input', () => DeleteResourceInput, { description: 'The resource.' }) input: DeleteResourceInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DeleteResourcePayload> {
    return this.service.delete(input, session);
  }

  @Mutation(
    () => DetachReferencePayload,
    answering('Turns a reference into an editable copy. Its origin is kept as history.', [
      'INVALID_ID',
      'NOT_A_REFERENCE',
      'NOT_FOUND',
    ]),
  )
  async detachReference(
    @Arg('input', () => DetachReferenceInput, { description: 'The reference.' }) input: DetachReferenceInput,
    @Ctx() { session }: RequestContext,
  ): Promise<DetachReferencePayload> {
    return this.service.detach(input, session.actor);
  }

  @FieldResolver(() => KindType, { description: 'The kind of the resource.' })
  kind(@Root() resource: Resource): KindType {
    return kindTypeOf(this.kinds.get(resource.kindName));
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description: 'Its content. It must be valid against the JSON Schema of its kind.',
  })
  spec(@Root() { contentId }: Resource, @Ctx() context: RequestContext): Promise<JsonObject> {
    return readSpec(this.resources, context, contentId);
  }

  @FieldResolver(() => String, {
    description: 'SHA-256 of its kind, title and spec. Equal digests mean equal content.',
  })
  async digest(@Root() resource: Resource, @Ctx() { loaders }: RequestContext): Promise<string> {
    const facts = await loaders.load(this.resources.contentFactsByIds, resource.contentId);
    if (!facts) throw AppError.internal(`Resource ${resource.id} has no content.`);
    return facts.digest;
  }

  @FieldResolver(() => Origin, {
    nullable: true,
    description: 'The origin of the resource; null if it was created on this branch.',
  })
  async origin(@Root() resource: Resource, @Ctx() { loaders }: RequestContext): Promise<Origin | null> {
    if (resource.provenanceId === null) return null;
    const provenance = await loaders.load(this.resources.provenancesByIds, resource.provenanceId);
    return provenance && originOf(provenance, resource);
  }

  @FieldResolver(() => Branch, { description: 'The branch that it is on.' })
  async branch(@Root() resource: Resource, @Ctx() { loaders }: RequestContext): Promise<Branch> {
    const branch = await loaders.load(this.projects.branchesByIds, resource.branchId);
    if (!branch) throw AppError.internal(`Resource ${resource.id} has no branch.`);
    return branch;
  }

  @FieldResolver(() => Resource, {
    nullable: true,
    description: 'The resource that contains it, for kinds that live inside another.',
  })
  async parent(@Root() resource: Resource, @Ctx() { loaders }: RequestContext): Promise<Resource | null> {
    return resource.parentId === null ? null : loaders.load(this.resources.byIds, resource.parentId);
  }

  @FieldResolver(() => ResourceConnection, { description: 'The resources that it contains, by name.' })
  async children(
    @Root() { id: parentId, branchId }: Resource,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders, session }: RequestContext,
  ): Promise<Connection<Resource>> {
    const request = pageRequest(args.first, args.after, ['text']);
    const after = String(request.after?.[0] ?? '');
    const branch = session.isSuperuser ? null : await loaders.load(this.projects.branchesByIds, branchId);
    const readerIds = session.isSuperuser ? null : readerIdsIn(session, branch?.projectId ?? '');
    const rows = await loaders.load(this.resources.childrenOf, { parentId, first: request.first, after, readerIds });
    return toConnection(
      pageOf(rows ?? [], request, {
        cursorOf: ({ name }) => [name],
        count: async () => (await loaders.load(this.resources.childCountsOf, { parentId, readerIds })) ?? 0,
      }),
    );
  }
}
