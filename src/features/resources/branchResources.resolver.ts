import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  orderedPage,
  orderedPageRequest,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { listOrder } from '../../shared/listOrder.js';
import { readerIdsIn } from '../../shared/session.js';
import { kindTypeOf, refuseUnknownKinds, type KindRegistry } from '../kinds/index.js';
import { Branch, type ProjectRepository } from '../projects/index.js';
import { resourceSortKeys, type BranchResourcesRepository } from './branchResources.repository.js';
import type { Resource } from './resource.entity.js';
import { ResourcesArgs } from './resource.inputs.js';
import { BranchKindCount, ResourceConnection } from './resource.payloads.js';

interface BranchResourcesParts {
  lists: BranchResourcesRepository;
  projects: ProjectRepository;
  kinds: KindRegistry;
}

@Resolver(() => Branch)
export class BranchResourcesResolver {
  constructor(private readonly parts: BranchResourcesParts) {}

  @Query(() => ResourceConnection, {
    name: 'resources',
    nullable: true,
    description:
      'The resources of a branch, by default sorted by name, case-insensitive. Null if the branch does not exist.',
  })
  async list(
    @Arg('branchId', () => ID, { description: 'The branch.' }) branchId: string,
    @Args(() => ResourcesArgs) args: ResourcesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Resource> | null> {
    const branch = await this.parts.projects.branchById(branchId);
    return branch && this.resources(branch, args, context);
  }

  @FieldResolver(() => ResourceConnection, {
    description: 'The resources of the branch, by default sorted by name, case-insensitive.',
  })
  async resources(
    @Root() branch: Branch,
    @Args(() => ResourcesArgs) args: ResourcesArgs,
    @Ctx() { loaders, session }: RequestContext,
  ): Promise<Connection<Resource>> {
    const { lists, kinds } = this.parts;
    refuseUnknownKinds(kinds, args.filter?.kinds);
    const request = orderedPageRequest(args, listOrder(resourceSortKeys, args.orderBy, { field: 'NAME' }));
    const list = { ...scopeOf(branch, session), filter: args.filter ?? {} };
    const rows = await loaders.load(lists.pagesOf, { ...list, request });
    return toConnection(orderedPage(rows ?? [], request, async () => (await loaders.load(lists.countsOf, list)) ?? 0));
  }

  @FieldResolver(() => [BranchKindCount], {
    description:
      'The number of resources of each kind that you may see on the branch. Kinds without resources are omitted.',
  })
  async kindCounts(@Root() branch: Branch, @Ctx() { loaders, session }: RequestContext): Promise<BranchKindCount[]> {
    const rows = (await loaders.load(this.parts.lists.kindCountsOf, scopeOf(branch, session))) ?? [];
    return rows.map(({ kind, total, referenceTotal }) => ({
      kind: kindTypeOf(this.parts.kinds.get(kind)),
      count: total,
      referenceCount: referenceTotal,
    }));
  }
}

function scopeOf({ id, projectId }: Branch, session: RequestContext['session']) {
  return { branchId: id, readerIds: readerIdsIn(session, projectId) };
}
