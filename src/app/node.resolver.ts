import { Arg, ID, Query, Resolver } from 'type-graphql';
import { NodeType } from '../graphql/index.js';

/** Reads the object with an id; null if the id is unknown or of another type. */
export type NodeReader = (id: string) => Promise<NodeType | null>;

@Resolver()
export class NodeResolver {
  /** One for each type that implements the interface. */
  constructor(private readonly readers: readonly NodeReader[]) {}

  @Query(() => NodeType, {
    nullable: true,
    description: 'Any object that has an id. Null if it does not exist or you may not see it.',
  })
  async node(@Arg('id', () => ID, { description: 'The id.' }) id: string): Promise<NodeType | null> {
    for (const read of this.readers) {
      const node = await read(id);
      if (node) return node;
    }
    return null;
  }
}
