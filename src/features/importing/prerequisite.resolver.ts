import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
import { AppError } from '../../shared/appError.js';
import { readerOf } from '../../shared/session.js';
import { kindTypeOf, type KindRegistry } from '../kinds/index.js';
import type { Workers } from '../workers/index.js';
import { RemapPrerequisiteInput } from './import.inputs.js';
import type { ImportRepository } from './import.repository.js';
import type { ImportService } from './import.service.js';
import { RemapPrerequisitePayload } from './import.type.js';
import type { ImportItem } from './importItem.entity.js';
import { importItemId } from './importItemId.js';
import { ImportPlan } from './importPlan.entity.js';
import { Prerequisite } from './prerequisite.type.js';
import { prerequisitesCall, type PrerequisiteFacts } from './reporting/prerequisites.call.js';

interface PrerequisiteResolverParts {
  service: ImportService;
  imports: ImportRepository;
  kinds: KindRegistry;
  workers: Workers;
}

@Resolver(() => ImportPlan)
export class PrerequisiteResolver {
  constructor(private readonly parts: PrerequisiteResolverParts) {}

  @Mutation(() => RemapPrerequisitePayload, {
    description: 'Chooses what stands for something that items need: wherever they name the one, the other will stand.',
  })
  remapPrerequisite(
    @Arg('input', () => RemapPrerequisiteInput, { description: 'The choice.' }) input: RemapPrerequisiteInput,
    @Ctx() { session }: RequestContext,
  ): Promise<RemapPrerequisitePayload> {
    return this.parts.service.remap(input, session);
  }

  @FieldResolver(() => [Prerequisite], {
    description: 'What the selected items need and the file does not bring; what is missing comes first.',
  })
  async prerequisites(@Root() plan: ImportPlan, @Ctx() { session }: RequestContext): Promise<Prerequisite[]> {
    const question = { planId: plan.id, reader: readerOf(session) };
    const facts = await this.parts.workers.callHeavy(prerequisitesCall, question, session.actor.id);
    const ordinals = new Set(facts.flatMap((fact) => fact.ordinals));
    const items = await this.parts.imports.itemsAt(plan, [...ordinals]);
    const itemByOrdinal = new Map(items.map((item) => [item.ordinal, item]));
    return facts.map((fact) => this.describe(plan.id, fact, itemByOrdinal));
  }

  private describe(planId: string, fact: PrerequisiteFacts, items: ReadonlyMap<number, ImportItem>): Prerequisite {
    const { targetKinds, ordinals, candidates, ...told } = fact;
    const kind = this.parts.kinds.find(targetKinds[0] ?? '');
    if (!kind) throw AppError.internal(`No kind is known for what "${told.name}" may mean.`);
    return {
      kind: kindTypeOf(kind),
      ...told,
      requiredBy: ordinals.flatMap((ordinal) => items.get(ordinal) ?? []),
      candidates: candidates.map(({ name: other, score, ordinal, resourceId }) => ({
        id: ordinal === null ? (resourceId ?? '') : importItemId(planId, ordinal),
        name: other,
        score,
      })),
    };
  }
}
