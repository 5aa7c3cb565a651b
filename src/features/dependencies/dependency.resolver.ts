import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { selectedFields, type RequestContext } from '../../graphql/index.js';
import { readerOf } from '../../shared/session.js';
import { AppError } from '../../shared/appError.js';
import { mayRead, Resource, type ReaderRepository, type ResourceRepository } from '../resources/index.js';
import type { Workers } from '../workers/index.js';
import { dependencyGraphCall, type GraphWish } from './dependencyGraph.call.js';
import { describeGraph } from './describeGraph.js';
import type { DependencyRepository } from './dependency.repository.js';
import { Dependency, DependencyGraph, Dependent, GraphDirectionEnum } from './dependency.type.js';
import { edgeTraits, type EdgeMeanings } from './edgeTraits.js';
import type { EdgeRow } from './edges.sql.js';
import type { GraphDirection } from './walkGraph.js';

@Resolver(() => Resource)
export class DependencyResolver {
  constructor(
    private readonly workers: Workers,
    private readonly edges: DependencyRepository,
    private readonly found: { resources: ResourceRepository; readers: ReaderRepository },
    private readonly meanings: EdgeMeanings,
  ) {}

  @FieldResolver(() => [Dependency], { description: 'What it depends on, place by place, and what it contains.' })
  async dependencies(@Root() source: Resource, @Ctx() { loaders }: RequestContext): Promise<Dependency[]> {
    const rows = (await loaders.load(this.edges.edgesOf, source.id)) ?? [];
    return Promise.all(rows.map((row) => this.toDependency(source, row, loaders)));
  }

  @FieldResolver(() => [Dependent], { description: 'What depends on it, place by place.' })
  async dependents(@Root() target: Resource, @Ctx() context: RequestContext): Promise<Dependent[]> {
    const { loaders } = context;
    const rows = (await loaders.load(this.edges.edgesTo, target.id)) ?? [];
    const flags = await Promise.all(rows.map(({ sourceId }) => mayRead(this.found.readers, context, sourceId)));
    const readable = rows.filter((_, index) => flags[index]);
    return Promise.all(
      readable.map(async ({ at, typeId, sourceId }) => {
        const source = await loaders.load(this.found.resources.byIds, sourceId);
        if (!source) throw AppError.internal(`Resource ${sourceId} has edges, and is gone.`);
        const traits = edgeTraits(this.meanings, { typeId, sourceKind: source.kindName, targetKind: target.kindName });
        return { at, requirement: traits.requirement, strength: traits.strength, source };
      }),
    );
  }

  @Query(() => DependencyGraph, { description: 'The closure of some resources of a branch, in either direction.' })
  async dependencyGraph(
    @Arg('branchId', () => ID, { description: 'The branch.' }) branchId: string,
    @Arg('rootIds', () => [ID], { description: 'The resources to start from.' }) rootIds: string[],
    @Arg('direction', () => GraphDirectionEnum, { description: 'Which way to walk.' }) direction: GraphDirection,
    @Arg('depth', () => Int, { nullable: true, description: 'How many steps at most; null for the whole closure.' })
    givenDepth: number | null | undefined,
    @Ctx() { session }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DependencyGraph> {
    // A client may leave an argument out, which is not the same as null.
    const depth = givenDepth ?? null;
    if (depth !== null && depth < 0) throw AppError.badInput('depth must not be negative.');
    const question = { branchId, rootIds, direction, depth, reader: readerOf(session), ...wishOf(info) };
    const answer = await this.workers.callHeavy(dependencyGraphCall, question, session.actor.id);
    const [stranger] = answer.problems;
    if (stranger) throw AppError.badInput(stranger.message);
    return describeGraph(this.meanings, answer);
  }

  private async toDependency(source: Resource, row: EdgeRow, loaders: RequestContext['loaders']): Promise<Dependency> {
    const target = row.targetId === null ? null : await loaders.load(this.found.resources.byIds, row.targetId);
    const { typeId, at, targetName } = row;
    const traits = edgeTraits(this.meanings, { typeId, sourceKind: source.kindName, targetKind: target?.kindName });
    const { requirement, strength, targetKinds, isExternal } = traits;
    return { at, requirement, strength, targetKinds, targetName, isResolved: target !== null, isExternal, target };
  }
}

function wishOf(info: GraphQLResolveInfo): GraphWish {
  const fields = selectedFields(info);
  const withEdges = ['edges', 'unresolved', 'cycles'].some((name) => fields.has(name));
  return {
    withEdges,
    withNodes: withEdges || [...selectedFields(info, ['nodes'])].some((name) => name !== 'id' && name !== '__typename'),
  };
}
