import { Arg, ID, Query, Resolver } from 'type-graphql';
import { packNameOf } from './kindPack.js';
import type { KindRegistry } from './kindRegistry.js';
import { KindType, kindTypeOf } from './kind.type.js';

/** Names of the packs that are off: on this server, or in a project when one is given. */
export type OffPacks = (projectId: string | null) => Promise<ReadonlySet<string>>;

@Resolver(() => KindType)
export class KindResolver {
  constructor(
    private readonly registry: KindRegistry,
    private readonly offPacks: OffPacks,
  ) {}

  @Query(() => [KindType], { description: 'Every kind of resource that this server offers.' })
  async kinds(
    @Arg('projectId', () => ID, { nullable: true, description: 'Only the kinds of packs that are on in this project.' })
    projectId?: string | null,
  ): Promise<KindType[]> {
    const offPacks = await this.offPacks(projectId ?? null);
    return this.registry
      .list()
      .filter(({ name }) => !offPacks.has(packNameOf(name)))
      .map(kindTypeOf);
  }
}
