import { Arg, Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  PageArgs,
  pageOf,
  pageRequest,
  readPages,
  selectedFields,
  toConnection,
  type Connection,
  type RequestContext,
} from '../../../graphql/index.js';
import { AppError } from '../../../shared/appError.js';
import { readerOf } from '../../../shared/session.js';
import { kindTypeOf, type KindRegistry } from '../../kinds/index.js';
import type { Workers } from '../../workers/index.js';
import type { ImportRepository } from '../tables/import.repository.js';
import { ImportItemConnection } from '../import.type.js';
import type { ImportItem } from '../tables/importItem.entity.js';
import { importItemId } from '../tables/importItemId.js';
import { ImportPlan } from '../tables/importPlan.entity.js';
import { maxCandidates, Prerequisite, PrerequisiteCandidate, PrerequisiteConnection } from './prerequisite.type.js';
import { requiringItemsCall, prerequisitesCall, type PrerequisiteFacts } from './prerequisites.call.js';

interface PrerequisiteResolverParts {
  imports: ImportRepository;
  kinds: KindRegistry;
  workers: Workers;
}

const cursorShape = ['integer', 'text', 'text'] as const;

@Resolver(() => ImportPlan)
export class PlanPrerequisiteResolver {
  constructor(private readonly parts: PrerequisiteResolverParts) {}

  @FieldResolver(() => PrerequisiteConnection, {
    description:
      'The prerequisites of the selected items: resources that they depend on and that the file does not contain. Missing ones come first.',
  })
  async prerequisites(
    @Root() plan: ImportPlan,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { session }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Prerequisite>> {
    const request = pageRequest(args.first, args.after, cursorShape);
    const question = {
      planId: plan.id,
      reader: readerOf(session),
      first: request.first,
      after: (request.after as [number, string, string] | undefined) ?? null,
      withTotal: selectedFields(info).has('totalCount'),
    };
    const { facts, totalCount } = await this.parts.workers.callHeavy(prerequisitesCall, question, session.actor.id);
    const page = pageOf(facts, request, {
      cursorOf: ({ isPresent, name, namespace }) => [isPresent ? 1 : 0, name, namespace],
      count: () => Promise.resolve(totalCount ?? 0),
    });
    return toConnection(
      page,
      page.nodes.map((fact) => this.describe(plan, fact)),
    );
  }

  private describe(plan: ImportPlan, { targetKinds, candidates, ...told }: PrerequisiteFacts): Prerequisite {
    const kind = this.parts.kinds.find(targetKinds[0] ?? '');
    if (!kind) throw AppError.internal(`No kind is known for what "${told.name}" may mean.`);
    const allCandidates = candidates.map(({ name, score, ordinal, resourceId }) => ({
      ...{ name, score },
      id: ordinal === null ? (resourceId ?? '') : importItemId(plan.id, ordinal),
    }));
    return { kind: kindTypeOf(kind), ...told, plan, allCandidates };
  }
}

/** A page of the items that require one prerequisite. */
interface RequiringKey extends Pick<Prerequisite, 'plan' | 'namespace' | 'name'> {
  first: number;
  afterOrdinal: number;
}

@Resolver(() => Prerequisite)
export class PrerequisiteResolver {
  constructor(private readonly parts: Pick<PrerequisiteResolverParts, 'imports' | 'workers'>) {}

  @FieldResolver(() => ImportItemConnection, { description: 'The items that require it, in the order of the file.' })
  async requiredBy(
    @Root() { plan, namespace, name, requiredByCount }: Prerequisite,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<ImportItem>> {
    const request = pageRequest(args.first, args.after, ['integer']);
    const afterOrdinal = Number(request.after?.[0] ?? -1);
    const key = { plan, namespace, name, first: request.first, afterOrdinal };
    return toConnection(
      pageOf((await loaders.load(this.requiringItems, key)) ?? [], request, {
        cursorOf: ({ ordinal }) => [ordinal],
        count: () => Promise.resolve(requiredByCount),
      }),
    );
  }

  @FieldResolver(() => [PrerequisiteCandidate], {
    description: `If it is missing: possible replacements, the most similar first, at most ${maxCandidates}. Returned for the first 200 missing prerequisites of a page.`,
  })
  candidates(
    @Root() { allCandidates }: Prerequisite,
    @Arg('first', () => Int, { nullable: true, description: `How many at most; ${maxCandidates} when absent.` })
    first: number | null | undefined,
  ): PrerequisiteCandidate[] {
    if ((first ?? 0) < 0) throw AppError.badInput(`first must not be negative; it is ${String(first)}.`);
    return allCandidates.slice(0, first ?? maxCandidates);
  }

  private readonly requiringItems = (keys: readonly RequiringKey[]): Promise<ImportItem[][]> =>
    readPages(
      keys,
      ({ plan, first, afterOrdinal }) => [plan.id, first, afterOrdinal],
      async (alike) => {
        const [{ plan, first, afterOrdinal }] = alike;
        const names = alike.map(({ namespace, name }) => ({ namespace, name }));
        const question = { planId: plan.id, names, first, afterOrdinal };
        const lists = await this.parts.workers.call(requiringItemsCall, question);
        const items = await this.parts.imports.itemsAt(plan, [...new Set(lists.flat())]);
        const itemByOrdinal = new Map(items.map((item) => [item.ordinal, item]));
        return lists.map((ordinals) => ordinals.flatMap((ordinal) => itemByOrdinal.get(ordinal) ?? []));
      },
    );
}
