import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  PageArgs,
  pageOf,
  pageRequest,
  selectedFields,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../graphql/index.js';
import { readerIdsIn, readerOf } from '../../shared/session.js';
import { AppError } from '../../shared/appError.js';
import type { ProjectRepository } from '../projects/index.js';
import { mayRead, Resource, type ReaderRepository, type ResourceRepository } from '../resources/index.js';
import type { Workers } from '../workers/index.js';
import { dependencyGraphCall, type GraphParts } from './dependencyGraph.call.js';
import { describeGraph } from './describeGraph.js';
import type { DependencyRepository } from './dependency.repository.js';
import {
  type Dependency,
  DependencyConnection,
  DependencyGraph,
  type Dependent,
  DependentConnection,
  GraphDirectionEnum,
} from './dependency.type.js';
import { edgeTraits, isBuiltInTarget, severityIfMissing, type EdgeMeanings } from './edgeTraits.js';
import type { EdgeRow, GraphDirection } from './edges.sql.js';
import { edgePlace, shownEdge, type ShownEdge } from './shownEdge.js';

/** Default maximum number of nodes in a graph. */
const usualMaxNodes = 1000;
const largestMaxNodes = 10_000;
const edgeCursor = ['integer', 'text', 'text', 'text'] as const;
const edgeToCursor = ['integer', 'text', 'text'] as const;

@Resolver(() => Resource)
export class DependencyResolver {
  constructor(
    private readonly workers: Workers,
    private readonly edges: DependencyRepository,
    private readonly found: { resources: ResourceRepository; projects: ProjectRepository; readers: ReaderRepository },
    private readonly meanings: EdgeMeanings,
  ) {}

  @FieldResolver(() => DependencyConnection, {
    description:
      'The dependencies of the resource, one for each place in its spec, and the resources that it contains.',
  })
  async dependencies(
    @Root() { id: resourceId, branchId }: Resource,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Dependency>> {
    const { loaders } = context;
    const request = pageRequest(args.first, args.after, edgeCursor);
    const readerIds = await this.readerIds(branchId, context);
    const rows = (await loaders.load(this.edges.edgesOf, { resourceId, readerIds, ...request })) ?? [];
    const page = pageOf(await this.shown(rows, context), request, {
      cursorOf: edgePlace,
      count: async () => (await loaders.load(this.edges.countsOf, { resourceId, readerIds })) ?? 0,
    });
    return toConnection(
      page,
      page.nodes.map((row) => this.toDependency(row, loaders)),
    );
  }

  @FieldResolver(() => DependentConnection, {
    description: 'The resources that depend on it, one entry for each place in their specs.',
  })
  async dependents(
    @Root() { id: resourceId, branchId }: Resource,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Dependent>> {
    const { loaders } = context;
    const request = pageRequest(args.first, args.after, edgeToCursor);
    const readerIds = await this.readerIds(branchId, context);
    const rows = (await loaders.load(this.edges.edgesTo, { resourceId, readerIds, ...request })) ?? [];
    const page = pageOf(rows, request, {
      cursorOf: ({ typeId, at, sourceId }) => [typeId, at, sourceId],
      count: async () => (await loaders.load(this.edges.countsTo, { resourceId, readerIds })) ?? 0,
    });
    return toConnection(
      page,
      page.nodes.map((row) => this.toDependent(row, loaders)),
    );
  }

  @FieldResolver(() => Int, {
    description:
      'The number of different resources that the resource depends on or contains. Those that are missing count; external ones do not.',
  })
  async dependencyCount(
    @Root() { id: resourceId, branchId }: Resource,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const key = { resourceId, readerIds: await this.readerIds(branchId, context) };
    return (await context.loaders.load(this.edges.targetCountsOf, key)) ?? 0;
  }

  @FieldResolver(() => Int, { description: 'The number of different resources that depend on it or contain it.' })
  async dependentCount(
    @Root() { id: resourceId, branchId }: Resource,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const key = { resourceId, readerIds: await this.readerIds(branchId, context) };
    return (await context.loaders.load(this.edges.sourceCountsTo, key)) ?? 0;
  }

  @Query(() => DependencyGraph, {
    nullable: true,
    description:
      'The dependency closure of some resources of a branch, in either direction. Null if the branch does not exist.',
  })
  async dependencyGraph(
    @Arg('branchId', () => ID, { description: 'The branch.' }) branchId: string,
    @Arg('rootIds', () => [ID], { description: 'The resources to start from.' }) rootIds: string[],
    @Arg('direction', () => GraphDirectionEnum, { description: 'The direction to follow.' }) direction: GraphDirection,
    @Arg('depth', () => Int, {
      nullable: true,
      description: 'The maximum number of steps; null for the whole closure.',
    })
    givenDepth: number | null | undefined,
    @Arg('maxNodes', () => Int, {
      nullable: true,
      description: 'The maximum number of resources to return, the nearest first. Defaults to 1,000; at most 10,000.',
    })
    givenMaxNodes: number | null | undefined,
    @Ctx() { session }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DependencyGraph> {
    // An absent argument is undefined, not null.
    const depth = givenDepth ?? null;
    const maxNodes = givenMaxNodes ?? usualMaxNodes;
    if (depth !== null && depth < 0) throw AppError.badInput('depth must not be negative.');
    if (maxNodes < 1 || maxNodes > largestMaxNodes)
      throw AppError.badInput(`maxNodes must be from 1 to ${largestMaxNodes}; it is ${maxNodes}.`);
    const question = { branchId, rootIds, direction, depth, maxNodes, reader: readerOf(session), ...partsOf(info) };
    const answer = await this.workers.callHeavy(dependencyGraphCall, question, session.actor.id);
    const [stranger] = answer.problems;
    if (stranger) throw AppError.badInput(stranger.message);
    return describeGraph(this.meanings, answer);
  }

  /** The principals whose restricted resources are visible; null for a caller who can see every resource. */
  private async readerIds(branchId: string, { loaders, session }: RequestContext): Promise<readonly string[] | null> {
    if (session.isSuperuser) return null;
    const branch = await loaders.load(this.found.projects.branchesByIds, branchId);
    return readerIdsIn(session, branch?.projectId ?? '');
  }

  private shown(rows: readonly EdgeRow[], context: RequestContext): Promise<ShownEdge[]> {
    const isSeen = ({ targetId }: EdgeRow) => targetId === null || mayRead(this.found.readers, context, targetId);
    return Promise.all(rows.map(async (row) => shownEdge(row, await isSeen(row))));
  }

  private toDependency(row: EdgeRow, loaders: RequestContext['loaders']): Dependency {
    const { at, targetName, targetId, targetKind } = row;
    const traits = edgeTraits(this.meanings, { ...row, targetKind: targetKind ?? undefined });
    const { requirement, strength, targetKinds, isExternal } = traits;
    const target = () => (targetId === null ? null : loaders.load(this.found.resources.byIds, targetId));
    const isBuiltIn = isBuiltInTarget(this.meanings, traits, targetName);
    const isResolved = targetId !== null || isBuiltIn;
    return {
      ...{ at, requirement, strength, targetKinds, targetName, isResolved, isBuiltIn, isExternal, target },
      severityIfMissing: severityIfMissing(traits),
    };
  }

  private toDependent(row: EdgeRow, loaders: RequestContext['loaders']): Dependent {
    const { requirement, strength } = edgeTraits(this.meanings, { ...row, targetKind: row.targetKind ?? undefined });
    return { at: row.at, requirement, strength, source: () => loaders.load(this.found.resources.byIds, row.sourceId) };
  }
}

function partsOf(info: GraphQLResolveInfo): GraphParts {
  const fields = selectedFields(info);
  const withEdges = ['edges', 'unresolved', 'cycles'].some((name) => fields.has(name));
  return {
    withEdges,
    withEdgeCount: fields.has('edgeCount'),
    withNodes: withEdges || [...selectedFields(info, ['nodes'])].some((name) => name !== 'id' && name !== '__typename'),
  };
}
