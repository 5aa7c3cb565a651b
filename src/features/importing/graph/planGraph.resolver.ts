import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { selectedFields, type RequestContext } from '../../../graphql/index.js';
import { AppError } from '../../../shared/appError.js';
import { readerOf } from '../../../shared/session.js';
import { toResource } from '../../dependencies/index.js';
import { kindTypeOf, refuseUnknownKinds, type KindRegistry, type KindType } from '../../kinds/index.js';
import type { Workers } from '../../workers/index.js';
import { ImportItem } from '../tables/importItem.entity.js';
import { importItemId } from '../tables/importItemId.js';
import { ImportPlan } from '../tables/importPlan.entity.js';
import { unknownKindType } from '../unknownKind.js';
import { planGraphCall, type PlanGraphAnswer } from './planGraph.call.js';
import { ImportPlanGraph, PlanGraphArgs } from './planGraph.type.js';

/** Default maximum number of items in a graph. */
const usualMaxNodes = 1000;
const largestMaxNodes = 10_000;

@Resolver(() => ImportPlan)
export class PlanGraphResolver {
  constructor(
    private readonly workers: Workers,
    private readonly kinds: KindRegistry,
  ) {}

  @FieldResolver(() => ImportPlanGraph, {
    description:
      'The items as a graph, with what they depend on. Empty while the file is being read and after the plan was discarded.',
  })
  async graph(
    @Root() plan: ImportPlan,
    @Args(() => PlanGraphArgs) { maxNodes: givenMaxNodes, kinds, actions, search }: PlanGraphArgs,
    @Ctx() { session }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ImportPlanGraph> {
    const maxNodes = givenMaxNodes ?? usualMaxNodes;
    if (maxNodes < 1 || maxNodes > largestMaxNodes)
      throw AppError.badInput(`maxNodes must be from 1 to ${largestMaxNodes}; it is ${maxNodes}.`);
    const ofFile = plan.itemKindCounts.map(({ kind }) => kind);
    refuseUnknownKinds(this.kinds, kinds, ofFile);
    const fields = selectedFields(info);
    const question = {
      ...{ planId: plan.id, reader: readerOf(session), maxNodes },
      ...{ kinds: kinds ?? null, actions: actions ?? null, search: search ?? null },
      withEdges: ['edges', 'missing', 'resources', 'cycles', 'isTruncated'].some((name) => fields.has(name)),
      withTotals: ['edgeCount', 'missingCount', 'kindEdges'].some((name) => fields.has(name)),
    };
    return this.describe(plan, await this.workers.callHeavy(planGraphCall, question, session.actor.id));
  }

  private describe(plan: ImportPlan, answer: PlanGraphAnswer): ImportPlanGraph {
    const { nodeCount, isTruncated, kindEdges } = answer;
    const nodes = answer.items.map((row) => Object.assign(new ImportItem(), row, { planId: plan.id }));
    const resources = answer.resources.map(toResource);
    const ids = [...nodes.map(({ ordinal }) => importItemId(plan.id, ordinal)), ...resources.map(({ id }) => id)];
    const idAt = (place: number) => ids[place] ?? '';
    const countWhere = (isMissing: boolean) =>
      kindEdges.reduce((sum, { targetKind, count }) => sum + ((targetKind === null) === isMissing ? count : 0), 0);
    return {
      ...{ nodeCount, isTruncated, nodes, resources },
      ...{ edgeCount: countWhere(false), missingCount: countWhere(true) },
      edges: answer.edges.map(({ source, target, ...edge }) => ({
        ...edge,
        sourceId: idAt(source),
        targetId: idAt(target),
      })),
      missing: answer.missing.map(({ source, ...gap }) => ({ ...gap, sourceId: idAt(source) })),
      cycles: answer.cycles.map((members) => ({ itemIds: members.map(idAt) })),
      kindEdges: kindEdges.map(({ sourceKind, targetKind, isInFile, count }) => ({
        ...{ isInFile, count },
        source: this.kindOf(sourceKind),
        target: targetKind === null ? null : this.kindOf(targetKind),
      })),
    };
  }

  private kindOf(name: string): KindType {
    const kind = this.kinds.find(name);
    return kind ? kindTypeOf(kind) : unknownKindType(name);
  }
}
