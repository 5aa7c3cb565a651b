import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/index.js';
import type { JsonObject } from '../../shared/json.js';
import { jsonBytes } from '../../shared/jsonBytes.js';
import { packNameOf } from './kindPack.js';
import type { KindRegistry } from './kindRegistry.js';
import { KindType, kindTypeOf } from './kind.type.js';

/** Names of the packs that are switched off: on this server, or in the given project. */
export type OffPacks = (projectId: string | null) => Promise<ReadonlySet<string>>;

@Resolver(() => KindType)
export class KindResolver {
  /** Sizes of the schemas of kinds, which are constant objects. */
  private readonly schemaBytes = new WeakMap<JsonObject, number>();

  constructor(
    private readonly registry: KindRegistry,
    private readonly offPacks: OffPacks,
  ) {}

  @Query(() => [KindType], {
    nullable: true,
    description: 'All kinds of resources that this server offers. Null if the project does not exist.',
  })
  async kinds(
    @Arg('projectId', () => ID, {
      nullable: true,
      description: 'Only kinds of packs that are enabled in this project.',
    })
    projectId?: string | null,
  ): Promise<KindType[]> {
    const offPacks = await this.offPacks(projectId ?? null);
    return this.registry
      .list()
      .filter(({ name }) => !offPacks.has(packNameOf(name)))
      .map(kindTypeOf);
  }

  @FieldResolver(() => GraphQLJSONObject, { description: 'The JSON Schema (draft-07) of its spec.' })
  async schema(@Root() { schema }: KindType, @Ctx() { answer }: RequestContext): Promise<JsonObject> {
    const sizeBytes = this.schemaBytes.get(schema) ?? jsonBytes(schema);
    this.schemaBytes.set(schema, sizeBytes);
    await answer.takeBytes(sizeBytes);
    return schema;
  }
}
