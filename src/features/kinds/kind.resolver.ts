import { Query, Resolver } from 'type-graphql';
import type { KindRegistry } from './kindRegistry.js';
import { KindType, kindTypeOf } from './kind.type.js';

@Resolver(() => KindType)
export class KindResolver {
  constructor(private readonly registry: KindRegistry) {}

  @Query(() => [KindType], { description: 'Every kind of resource that this server knows.' })
  kinds(): KindType[] {
    return this.registry.list().map(kindTypeOf);
  }
}
